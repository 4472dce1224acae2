#include "app/demo/generate.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "app/demo/seasons.h"
#include "base/rng.h"

namespace vafa::demo {
namespace {

using commerce::OrderFact;
using commerce::OrderLine;
using commerce::OrderStatus;

// What kind of buyer somebody is; hidden from the store, found again by its reports.
enum class Habit { regular, occasional, bargain, once };

struct Buyer {
    std::int64_t index = 0;
    Habit habit = Habit::once;
    double first_day = 0;      // local days, fraction = time of day
    double purchase_rate = 0;  // a day
    double lifetime_days = 0;
    std::size_t favourite = 0;  // product
    std::string_view city, source;
    std::string name, email;
};

std::string_view pick(Rng& rng, std::span<const std::string_view> from) {
    return from[rng.below(from.size())];
}

Habit draw_habit(Rng& rng) {
    const double u = rng.uniform();
    if (u < 0.16) return Habit::regular;
    if (u < 0.46) return Habit::occasional;
    if (u < 0.58) return Habit::bargain;
    return Habit::once;
}

void draw_rates(Rng& rng, Buyer& buyer) {
    switch (buyer.habit) {
        case Habit::regular:
            buyer.purchase_rate = 1.0 / std::max(12.0, rng.normal(34, 9));
            buyer.lifetime_days = rng.exponential(1.0 / 700);
            break;
        case Habit::occasional:
            buyer.purchase_rate = rng.gamma(1.2, 130);
            buyer.lifetime_days = rng.exponential(1.0 / 420);
            break;
        case Habit::bargain:
            buyer.purchase_rate = rng.gamma(1.5, 120);
            buyer.lifetime_days = rng.exponential(1.0 / 500);
            break;
        case Habit::once:
            break;
    }
}

class Maker {
public:
    Maker(const DemoOptions& options, const TimeZone& zone, ShopId shop,
          const std::function<Result<void>(OrderFact)>& emit)
        : options_(options),
          zone_(zone),
          shop_(shop),
          emit_(emit),
          goods_(catalog(options.market)),
          root_(options.seed),
          currency_(options.currency.value_or(parse_currency(goods_.currency).value().currency)) {}

    Result<void> run() {
        for (std::int64_t i = 0; i < options_.customers; ++i) {
            Rng rng = root_.fork("customer", static_cast<std::uint64_t>(i));
            VAFA_CHECK(options_.plain ? plain_customer(i, rng) : customer(i, rng));
        }
        return {};
    }

private:
    double start() const { return options_.last_day - options_.days + 1; }
    double end() const { return options_.last_day + 1; }

    void name_buyer(Rng& rng, Buyer& buyer) const {
        buyer.name =
            fmt::format("{} {}", pick(rng, goods_.first_names), pick(rng, goods_.last_names));
        buyer.email = fmt::format("customer{}@example.com", buyer.index + 1);
        buyer.city = pick(rng, goods_.cities);
        buyer.source = kSources[rng.below(kSources.size())];
    }

    Result<void> customer(std::int64_t index, Rng& rng) {
        Buyer buyer;
        buyer.index = index;
        name_buyer(rng, buyer);
        buyer.habit = draw_habit(rng);
        draw_rates(rng, buyer);
        buyer.favourite = rng.below(9);  // the first nine are used up
        // The store grows: more customers come late than early.
        double when = 0;
        do {
            when = start() + options_.days * std::pow(rng.uniform(), 0.75);
        } while (!keeps(rng, when));
        int ordinal = 0;
        const double leaves = when + buyer.lifetime_days;
        while (when < end()) {
            VAFA_CHECK(order(rng, buyer, when, ++ordinal));
            if (buyer.habit == Habit::once || buyer.purchase_rate <= 0) break;
            do {
                when += gap(rng, buyer);
            } while (when < end() && !keeps(rng, when));
            if (when > leaves) break;
        }
        return {};
    }

    // Thinning: a day of season factor f keeps f / kPeak of what the fastest rhythm offers.
    bool keeps(Rng& rng, double when) const {
        const auto day = static_cast<Day>(std::floor(when));
        return rng.chance(season_factor(options_.market, day) / kPeak);
    }

    double gap(Rng& rng, const Buyer& buyer) const {
        const double fastest = buyer.purchase_rate * kPeak;
        // Regular buyers come at steady gaps (few thinned away would blur them): shape 3.
        if (buyer.habit == Habit::regular) return rng.gamma(3, 3 * fastest);
        return rng.exponential(fastest);
    }

    OrderFact fact(const Buyer& buyer, double when, int ordinal) const {
        OrderFact order;
        order.shop = shop_;
        order.key = fmt::format("D{:07d}-{:03d}", buyer.index + 1, ordinal);
        order.number = order.key;
        order.customer = commerce::ProfileKey{commerce::ProfileKind::email, buyer.email};
        order.customer_fields.name = buyer.name;
        order.customer_fields.email = buyer.email;
        order.customer_fields.city = buyer.city;
        order.customer_fields.country = goods_.country;
        order.source = buyer.source;
        order.currency = currency_;
        const double day = std::floor(when);
        order.ordered_at = zone_.to_utc(static_cast<Day>(day),
                                        static_cast<std::int64_t>((when - day) * kMsPerDay));
        order.version = commerce::make_version(order.ordered_at, commerce::SourceRank::file);
        return order;
    }

    OrderLine line(Rng& rng, std::size_t product, double inflation) const {
        const Product& goods = goods_.products[product];
        OrderLine made;
        made.product = goods.sku;
        made.title = goods.title;
        made.category = goods.category;
        const std::int64_t quantity = goods.consumable ? 1 + rng.poisson(0.4) : 1;
        const std::int64_t price = goods_.price_step_minor *
                                   std::llround(static_cast<double>(goods.price_minor) * inflation /
                                                static_cast<double>(goods_.price_step_minor));
        made.quantity_milli = quantity * 1000;
        made.unit_price_minor = price;
        made.amount_minor = quantity * price;
        return made;
    }

    void fill_lines(Rng& rng, const Buyer& buyer, double when, OrderFact& order) const {
        // Prices rise over time: 35 % a year in Iran, 9 % in Russia, 3 % in Europe.
        static constexpr std::array kYearly = {0.35, 0.09, 0.03};
        const double yearly = kYearly[static_cast<std::size_t>(options_.market)];
        const double inflation = std::pow(1 + yearly, (when - end()) / 365.0);
        std::vector<std::size_t> chosen;
        const bool favourite = buyer.habit == Habit::regular ? rng.chance(0.9) : rng.chance(0.35);
        if (favourite) chosen.push_back(buyer.favourite);
        while (chosen.empty() || (chosen.size() < 4 && rng.chance(0.35))) {
            const std::size_t product = rng.below(goods_.products.size());
            if (std::find(chosen.begin(), chosen.end(), product) == chosen.end()) {
                chosen.push_back(product);
            }
        }
        std::int64_t goods = 0;
        for (const std::size_t product : chosen) {
            order.lines.push_back(line(rng, product, inflation));
            goods += *order.lines.back().amount_minor;
        }
        order.amounts.goods = goods;
    }

    void price(Rng& rng, const Buyer& buyer, int ordinal, OrderFact& order) const {
        auto& amounts = order.amounts;
        const double likely = buyer.habit == Habit::bargain ? 0.85 : ordinal == 1 ? 0.3 : 0.12;
        amounts.discount = 0;
        if (rng.chance(likely)) {
            const std::int64_t percent = buyer.habit == Habit::bargain ? 20 : 10;
            amounts.discount = *amounts.goods * percent / 100;
            order.coupon = ordinal == 1 ? "WELCOME" : percent == 20 ? "SALE20" : "THANKS10";
        }
        amounts.shipping =
            *amounts.goods > 4 * goods_.shipping_minor * 3 ? 0 : goods_.shipping_minor;
        amounts.tax = 0;
        amounts.total = *amounts.goods - *amounts.discount + *amounts.shipping;
    }

    void decide_status(Rng& rng, OrderFact& order) const {
        const double u = rng.uniform();
        if (u < 0.025)
            order.status = OrderStatus::cancelled;
        else if (u < 0.04)
            order.status = OrderStatus::pending;
        else if (u < 0.055) {
            order.status = OrderStatus::refunded;
            order.amounts.refund = *order.amounts.total;
        } else if (u < 0.075) {
            order.amounts.refund = *order.lines.front().amount_minor / 2;
        } else if (u < 0.2)
            order.status = OrderStatus::fulfilled;
    }

    Result<void> order(Rng& rng, const Buyer& buyer, double when, int ordinal) {
        Rng own = rng.fork("order", static_cast<std::uint64_t>(ordinal));
        OrderFact made = fact(buyer, std::floor(when) + hour(own), ordinal);
        fill_lines(own, buyer, when, made);
        price(own, buyer, ordinal, made);
        decide_status(own, made);
        return emit_(std::move(made));
    }

    // Fraction of a day: few at night, most in the evening.
    static double hour(Rng& rng) {
        const double h = rng.chance(0.6) ? rng.normal(20, 2.2) : rng.normal(12, 3);
        return std::clamp(h, 0.0, 23.99) / 24.0;
    }

    Result<void> plain_customer(std::int64_t index, Rng& rng) {
        const PlainParameters model = plain_parameters(options_.market);
        Buyer buyer;
        buyer.index = index;
        name_buyer(rng, buyer);
        const double rate = rng.gamma(model.r, model.alpha_days);
        const double leaves = rng.exponential(std::max(1e-12, rng.gamma(model.s, model.beta_days)));
        const double mean_rate = rng.gamma(model.q, model.v);  // ν: spend ~ Gamma(p, ν)
        const double first = start() + rng.uniform() * options_.days / 3.0;
        int ordinal = 0;
        for (double when = first; when < end() && when <= first + leaves;
             when += rng.exponential(std::max(1e-12, rate))) {
            OrderFact made = fact(buyer, when, ++ordinal);
            const double spend = rng.gamma(model.p, mean_rate) * model.spend_scale;
            const auto minor = std::max<std::int64_t>(1, std::llround(spend));
            made.amounts.goods = minor;
            made.amounts.total = minor;
            VAFA_CHECK(emit_(std::move(made)));
        }
        return {};
    }

    const DemoOptions& options_;
    const TimeZone& zone_;
    ShopId shop_;
    const std::function<Result<void>(OrderFact)>& emit_;
    const Catalog& goods_;
    Rng root_;
    Currency currency_;
};

}  // namespace

PlainParameters plain_parameters(Market market) {
    PlainParameters parameters;
    parameters.spend_scale = static_cast<double>(catalog(market).products[0].price_minor) / 10.0;
    return parameters;
}

Result<void> generate(const DemoOptions& options, const TimeZone& zone, ShopId shop,
                      const std::function<Result<void>(commerce::OrderFact)>& emit) {
    if (options.customers < 1 || options.customers > kMaxCustomers) {
        return invalid("error.number_range")
            .with("low", "1")
            .with("high", std::to_string(kMaxCustomers))
            .at("--customers");
    }
    return Maker(options, zone, shop, emit).run();
}

}  // namespace vafa::demo

#include "metrics/testing/store.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <limits>

#include "commerce/types.h"
#include "metrics/api.h"

namespace vafa::metrics::reference {

namespace {

namespace flag = commerce::flag;

template <class T, std::size_t kSize>
const T& one_of(Rng& rng, const std::array<T, kSize>& values) {
    return values[rng.below(kSize)];
}

Day day_of(int year, int month, int day) {
    return from_date(CalendarKind::gregorian, {year, month, day}).value();
}

// Summer time: forward in March, back in October, at `hour` of the clock until then.
TimeZone with_summer_time(const char* name, std::int32_t offset_ms, int hour) {
    std::vector<TimeZone::Transition> transitions;
    for (int year = 2015; year <= 2027; ++year) {
        const auto clock = [&](Day day, std::int32_t offset) {
            return TimeMs{day} * kMsPerDay + hour * kMsPerHour - offset;
        };
        const auto summer = offset_ms + static_cast<std::int32_t>(kMsPerHour);
        transitions.push_back({clock(day_of(year, 3, 22), offset_ms), summer});
        transitions.push_back({clock(day_of(year, 10, 25), summer), offset_ms});
    }
    return {name, std::move(transitions), offset_ms};
}

struct Plan {
    Day first = 0, last = 0;
    int products = 3;
    std::vector<TimeMs> clocks;  // instants at which the zone's clocks change
};

Plan random_plan(Rng& rng, const TimeZone& zone) {
    constexpr std::array kStarts{std::pair{2019, 12}, std::pair{2020, 2}, std::pair{2021, 3},
                                 std::pair{2023, 10}, std::pair{2024, 2}};
    constexpr std::array kSpans{1, 10, 45, 200, 420, 800};
    Plan plan;
    const auto [year, month] = one_of(rng, kStarts);
    plan.first = day_of(year, month, 1) + static_cast<Day>(rng.below(29));
    plan.last = plan.first + one_of(rng, kSpans);
    plan.products = 1 + static_cast<int>(rng.below(30));
    for (const auto& change : zone.transitions()) {
        const Day day = zone.local_day(change.at);
        if (day >= plan.first && day <= plan.last) plan.clocks.push_back(change.at);
    }
    return plan;
}

// A customer who buys at steady gaps, the same thing: chance alone makes too few of them.
struct Rhythm {
    Day next = 0;
    Day gap = 0;  // 0: none
    std::uint64_t product = 0;
};

TimeMs random_instant(Rng& rng, const TimeZone& zone, const Plan& plan, Rhythm& rhythm,
                      StoreOrder& order) {
    if (rhythm.gap > 0) {
        const Day day = rhythm.next;
        rhythm.next += rng.chance(0.2) ? 3 * rhythm.gap : rhythm.gap;
        return zone.to_utc(day, rng.between(0, 23) * kMsPerHour);
    }
    if (!plan.clocks.empty() && rng.chance(0.1)) {
        return plan.clocks[rng.below(plan.clocks.size())] +
               rng.between(-2 * kMsPerHour, 2 * kMsPerHour);
    }
    const Day day = static_cast<Day>(rng.between(plan.first, plan.last));
    if (rng.chance(0.15)) {
        order.flags |= flag::kDayPrecision;
        return zone.to_utc(day, 12 * kMsPerHour);
    }
    const TimeMs start = zone.day_start(day);
    const TimeMs end = zone.day_start(day + 1) - 1;
    if (rng.chance(0.2)) return rng.chance(0.5) ? start : std::max(start, end);
    return rng.between(start, std::max(start, end));
}

std::uint8_t random_flags(Rng& rng) {
    using commerce::OrderStatus;
    auto status = static_cast<std::uint8_t>(OrderStatus::completed);
    if (rng.chance(0.3)) status = static_cast<std::uint8_t>(rng.below(8));
    std::uint8_t flags = status;
    if (rng.chance(0.05)) flags |= flag::kTest;
    if (rng.chance(0.35)) flags |= flag::kDiscounted;
    return flags;
}

std::int64_t random_amount(Rng& rng, std::uint8_t& flags) {
    if (rng.chance(0.06)) {
        flags |= flag::kUnknownAmount;
        return 0;
    }
    if (rng.chance(0.06)) {
        flags |= flag::kZeroValue;
        return 0;
    }
    if (rng.chance(0.04)) return rng.between(-5000, -1);  // refunded more than it brought
    if (rng.chance(0.05)) return rng.between(1LL << 32, 900'000'000'000);
    if (rng.chance(0.5)) return 100 * rng.between(1, 5);
    return rng.between(1, 1'000'000);
}

void add_properties(Rng& rng, const Plan& plan, const Rhythm& rhythm, StoreOrder& order) {
    constexpr std::array kCities{"تهران", "Москва", "Berlin"};
    auto& properties = order.properties;
    const auto any = rng.below(static_cast<std::uint64_t>(plan.products));
    const auto product = rhythm.gap > 0 && rng.chance(0.8) ? rhythm.product : any;
    if (rng.chance(0.9)) properties["product"] = fmt::format("p{}", product);
    if (rng.chance(0.7)) properties["category"] = fmt::format("p{}", product % 5);
    if (rng.chance(0.3)) properties["coupon"] = rng.chance(0.5) ? "NOWRUZ" : "it's 10%";
    if (rng.chance(0.8)) properties["city"] = one_of(rng, kCities);
    if (rng.chance(0.5)) properties["trait:skin"] = fmt::format("type {}", rng.below(14));
    if ((order.flags & flag::kUnknownAmount) == 0 && rng.chance(0.8)) {
        properties["total_minor"] = std::to_string(order.amount_minor + rng.between(0, 500));
    }
}

std::int32_t day_or_edge(Rng& rng) {
    constexpr std::array kDays{0, 1, 2, 7, 14, 28, 30, 31, 60, 90, 180, 365, 400};
    return rng.chance(0.3) ? static_cast<std::int32_t>(rng.below(60)) : one_of(rng, kDays);
}

void choose_days(Rng& rng, const Store& store, Options& options) {
    Day first = std::numeric_limits<Day>::max(), last = 0;
    for (const auto& order : store.orders) {
        first = std::min(first, store.zone.local_day(order.at));
        last = std::max(last, store.zone.local_day(order.at));
    }
    if (store.orders.empty()) first = last = day_of(2024, 2, 29);
    const auto around = [&] { return static_cast<Day>(rng.between(first - 5, last + 40)); };
    if (rng.chance(0.3)) options.from = around();
    if (rng.chance(0.3)) options.to = options.from ? *options.from + day_or_edge(rng) : around();
    if (rng.chance(0.3)) options.as_of = std::max(around(), options.to.value_or(0));
}

void choose_kinds(Rng& rng, KindThresholds& kinds) {
    constexpr std::array kShares{0.0, 0.25, 0.5, 0.6, 1.0};
    kinds.loyal_min_purchases = static_cast<std::int32_t>(rng.between(1, 4));
    kinds.loyal_min_full_price_share = one_of(rng, kShares);
    kinds.discount_min_share = one_of(rng, kShares);
    kinds.need_min_purchases_in_category = static_cast<std::int32_t>(rng.between(1, 4));
    kinds.steady_max_variation = one_of(rng, kShares);
    kinds.wandering_min_purchases = static_cast<std::int32_t>(rng.between(1, 4));
    kinds.wandering_min_categories = static_cast<std::int32_t>(rng.between(1, 4));
    kinds.risk_quantile = one_of(rng, std::array{0.5, 0.9, 0.0, 1.0, 0.75});
}

// Months around the store's, some of them left out, prices up and down.
PriceIndex random_prices(Rng& rng) {
    std::vector<PriceIndex::Month> months;
    const auto first = static_cast<Day>(day_of(2024, 1, 1) - rng.between(0, 200));
    for (Day day = first; day < first + 500; day += 28 + static_cast<Day>(rng.below(40))) {
        months.push_back({day, rng.between(1, 3'000'000), std::to_string(day)});
    }
    return PriceIndex(std::move(months));
}

}  // namespace

std::int64_t Store::customer_of(std::int64_t profile) const {
    const auto found = std::find_if(links.begin(), links.end(),
                                    [&](const auto& link) { return link.first == profile; });
    return found == links.end() ? profile : found->second;
}

TimeZone random_zone(Rng& rng) {
    constexpr auto kHour = static_cast<std::int32_t>(kMsPerHour);
    switch (rng.below(5)) {
        case 0:
            return {};
        case 1:
            return with_summer_time("like Berlin", kHour, 2);
        case 2:  // midnight becomes 23:00 of the day before
            return with_summer_time("like Tehran", 3 * kHour + kHour / 2, 0);
        case 3:
            return with_summer_time("like Newfoundland", -3 * kHour - kHour / 2, 0);
        default: {  // a whole day left out, as in Samoa in 2011
            const TimeMs change = TimeMs{day_of(2024, 2, 28)} * kMsPerDay + 11 * kMsPerHour;
            return {"like Samoa", {{change, 13 * kHour}}, -11 * kHour};
        }
    }
}

Store random_store(Rng& rng) {
    constexpr std::array kCustomers{0, 1, 2, 6, 20, 45};
    Store store;
    store.zone = random_zone(rng);
    const Plan plan = random_plan(rng, store.zone);
    const int customers = one_of(rng, kCustomers);
    const int most = static_cast<int>(rng.between(1, 14));
    std::vector<std::int64_t> profiles;
    for (int i = 0; i < customers; ++i) profiles.push_back(1000 + 7 * i + rng.between(0, 6));
    if (rng.chance(0.3)) {
        for (std::size_t i = 1; i < profiles.size(); i += 3) {
            store.links.emplace_back(profiles[i], profiles[i - 1]);
        }
    }
    if (rng.chance(0.5)) profiles.push_back(0);
    for (const std::int64_t profile : profiles) {
        Rhythm rhythm;
        if (rng.chance(0.25)) {
            rhythm = {static_cast<Day>(rng.between(plan.first, plan.last)),
                      static_cast<Day>(rng.between(1, 12)), rng.below(5)};
        }
        for (std::int64_t left = rng.between(1, most); left > 0; --left) {
            StoreOrder order;
            order.profile = profile;
            order.flags = random_flags(rng);
            order.at = random_instant(rng, store.zone, plan, rhythm, order);
            if (!store.orders.empty() && rng.chance(0.08)) order.at = store.orders.back().at;
            order.amount_minor = random_amount(rng, order.flags);
            add_properties(rng, plan, rhythm, order);
            store.orders.push_back(std::move(order));
        }
    }
    for (std::size_t i = store.orders.size(); i > 1; --i) {
        std::swap(store.orders[i - 1], store.orders[rng.below(i)]);
    }
    return store;
}

Options random_options(Rng& rng, const Store& store) {
    Options options;
    choose_days(rng, store, options);
    options.purchase = rng.chance(0.5) ? PurchaseUnit::day : PurchaseUnit::order;
    options.rules.calendar = rng.chance(0.5) ? CalendarKind::persian : CalendarKind::gregorian;
    options.rules.first_weekday = static_cast<Weekday>(rng.below(7));
    if (rng.chance(0.25)) options.zone = random_zone(rng);
    options.revenue = rng.chance(0.25) ? RevenueKind::total : RevenueKind::net;
    if (rng.chance(0.25)) {
        options.prices = Prices::real;
        options.price_index = std::make_shared<const PriceIndex>(random_prices(rng));
    }
    options.include_cancelled = rng.chance(0.2);
    options.include_unpaid = rng.chance(0.2);
    options.include_refunded = rng.chance(0.2);
    options.include_zero_value = rng.chance(0.2);
    options.include_test = rng.chance(0.2);
    options.by = static_cast<PeriodKind>(rng.below(5));
    options.kind = rng.chance(0.4) ? CohortKind::rolling : CohortKind::calendar;
    options.clock = static_cast<ClockRule>(rng.below(3));
    if (rng.chance(0.5)) {
        options.days.clear();
        for (std::uint64_t left = rng.below(80); left > 0; --left) {
            options.days.push_back(day_or_edge(rng));
        }
        const std::int32_t from = day_or_edge(rng);
        options.brackets = {{from, from + day_or_edge(rng)}, {0, day_or_edge(rng)}};
    }
    if (rng.chance(0.5)) options.window_days = 1 + day_or_edge(rng);
    if (rng.chance(0.5)) choose_kinds(rng, options.kinds);
    if (rng.chance(0.5)) options.margin = rng.uniform();
    constexpr std::array kBreaks{"first_product", "first_category", "first_coupon", "city",
                                 "trait:skin"};
    options.break_by = one_of(rng, kBreaks);
    if (check_options(options).has_error()) options.kind = CohortKind::calendar;
    return options;
}

std::string describe(const Options& o) {
    const auto day = [](const std::optional<Day>& d) {
        return d ? day_label(CalendarKind::gregorian, *d) : std::string("-");
    };
    return fmt::format(
        "from {} to {} as_of {} purchase {} calendar {} week {} zone {} revenue {} prices {} "
        "include "
        "{}{}{}{}{} by {} kind {} clock {} window {} break {}",
        day(o.from), day(o.to), day(o.as_of), o.purchase == PurchaseUnit::day ? "day" : "order",
        o.rules.calendar == CalendarKind::persian ? "persian" : "gregorian",
        static_cast<int>(o.rules.first_weekday), o.zone ? o.zone->name() : "store's",
        o.revenue == RevenueKind::total ? "total" : "net",
        o.prices == Prices::real ? "real" : "nominal", o.include_cancelled ? "c" : "",
        o.include_unpaid ? "u" : "", o.include_refunded ? "r" : "", o.include_zero_value ? "z" : "",
        o.include_test ? "t" : "", static_cast<int>(o.by),
        o.kind == CohortKind::rolling ? "rolling" : "calendar", static_cast<int>(o.clock),
        o.window_days, o.break_by);
}

}  // namespace vafa::metrics::reference

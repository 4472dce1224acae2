#include "metrics/report_request.h"

#include <charconv>

#include "commerce/api.h"
#include "metrics/parts.h"
#include "platform/i18n/time_zones.h"

namespace vafa::metrics {
namespace {

constexpr std::size_t kLongestZone = 64;

std::optional<std::int32_t> number(std::string_view digits) {
    std::int32_t value = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failed != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

void count_also(AlsoCounted sort, Options& options) {
    switch (sort) {
        case AlsoCounted::cancelled:
            options.include_cancelled = true;
            break;
        case AlsoCounted::unpaid:
            options.include_unpaid = true;
            break;
        case AlsoCounted::refunded:
            options.include_refunded = true;
            break;
        case AlsoCounted::zero_value:
            options.include_zero_value = true;
            break;
        case AlsoCounted::test:
            options.include_test = true;
            break;
    }
}

}  // namespace

Result<DayWord> DayWord::from_text(std::string_view text) {
    const auto days = parse_day_span(text);
    if (!days) return invalid("error.not_a_day").with("value", std::string(text));
    if (days->first < 0 || days->last > kMaxDay) return invalid("error.metrics_day_range");
    return DayWord{std::string(text), *days};
}

Result<ZoneWord> ZoneWord::from_text(std::string_view text) {
    VAFA_TRY(auto zone, i18n::load_time_zone(text.substr(0, kLongestZone)));
    return ZoneWord{std::move(zone)};
}

Result<BracketWord> BracketWord::from_text(std::string_view text) {
    const std::size_t dash = std::min(text.find('-'), text.size());
    const auto from = number(text.substr(0, dash));
    const auto to = dash < text.size() ? number(text.substr(dash + 1)) : std::nullopt;
    if (!from || !to) return invalid("error.not_a_bracket").with("value", std::string(text));
    if (*to < *from || *to > kMaxDays) {
        return invalid("error.metrics_bracket").with("bracket", std::string(text));
    }
    return BracketWord{{*from, *to}};
}

std::string BracketWord::to_text() const {
    return std::to_string(bracket.from) + "-" + std::to_string(bracket.to);
}

Result<BreakWord> BreakWord::from_text(std::string_view text) {
    BreakWord word{std::string(text)};
    if (!break_property(word.name)) return invalid("error.metrics_break").with("name", word.name);
    return word;
}

json::Notes field_notes(const ReportRequest*) {
    return {
        "ReportRequest",
        {{.name = "from",
          .text = "First day looked at: a day, or a month or year (its first day). Years 1200–1599 "
                  "are Persian.",
          .example = "\"2024-01\""},
         {.name = "to", .text = "Last day looked at; of a month or year, its last day."},
         {.name = "as_of", .text = "Act as if the data ended on this day; else they end by `to`."},
         {.name = "purchase", .text = "What is one purchase: an order, or a day with orders."},
         {.name = "calendar", .text = "Of months, quarters and years; default: the store's."},
         {.name = "time_zone",
          .text = "IANA zone whose days are counted; default: the store's, which is fastest.",
          .example = "\"Asia/Tehran\""},
         {.name = "first_weekday", .text = "With which weeks begin; default: the store's."},
         {.name = "revenue",
          .text = "Goods less discount and refund, or the orders' total less refund."},
         {.name = "prices",
          .text = "Amounts as they were, or in the prices of the last month of the store's price "
                  "index."},
         {.name = "include",
          .text = "Sorts of orders that count besides those the store's settings say."},
         {.name = "by", .text = "Length of a period, for reports by period; default month."},
         {.name = "kind", .text = "Cohorts by calendar, or by days since the first purchase."},
         {.name = "days",
          .text = "Days after the first purchase (repurchase, survival).",
          .max_length = kMaxWindowsAsked,
          .example = "[30, 90]"},
         {.name = "brackets",
          .text = "Spans of such days, both ends included (repurchase).",
          .max_length = kMaxWindowsAsked,
          .example = "[\"1-30\", \"31-60\"]"},
         {.name = "clock",
          .text = "Count calendar days, or spans of 24 hours since the first purchase."},
         {.name = "window",
          .text = "Days within which a purchase makes a customer active; default 365.",
          .min = 1,
          .max = kMaxDays},
         {.name = "margin",
          .text = "Share of revenue that is profit (clv-simple); default: the store's.",
          .min = 0,
          .max = 1},
         {.name = "break",
          .text = "Part the customers by what their first order says: first_product, "
                  "first_category, first_coupon, city, country, source or trait:NAME.",
          .example = "\"country\""},
         {.name = "loyal_purchases",
          .text = "Purchases from which a customer may be loyal; default 3.",
          .min = 1,
          .max = kMaxDays},
         {.name = "discount_share",
          .text = "Share of discounted orders that makes a bargain hunter; default 0.6.",
          .min = 0,
          .max = 1},
         {.name = "risk_quantile",
          .text = "Quantile of gaps above which churn is likely; default 0.9.",
          .min = 0,
          .max = 1}}};
}

Options defaults_of(const commerce::Settings& settings) {
    Options options;
    options.rules = settings.calendar;
    options.include_cancelled = settings.counted.cancelled;
    options.include_unpaid = settings.counted.unpaid;
    options.include_refunded = settings.counted.refunded;
    options.include_zero_value = settings.counted.zero_value;
    options.include_test = settings.counted.test;
    if (settings.margin_basis_points < 10'000) {
        options.margin = static_cast<double>(settings.margin_basis_points) / 10'000.0;
    }
    options.currency = settings.currency.value_or(Currency{});
    return options;
}

namespace {

Result<void> choose_prices(const ReportRequest& request, const PricesOf& prices_of,
                           Options& options) {
    options.prices = request.prices.value_or(options.prices);
    if (options.prices == Prices::nominal) return {};
    if (!options.price_index && prices_of) {
        VAFA_TRY(auto index, prices_of());
        options.price_index = std::make_shared<const PriceIndex>(std::move(index));
    }
    if (!options.price_index || options.price_index->empty()) {
        return invalid("error.metrics_no_prices").at("/prices");
    }
    return {};
}

}  // namespace

Result<Options> options_of(const ReportRequest& request, Options defaults,
                           const PricesOf& prices_of) {
    Options o = std::move(defaults);
    if (request.from) o.from = request.from->days.first;
    if (request.to) o.to = request.to->days.last;
    if (request.as_of) o.as_of = request.as_of->days.last;
    o.purchase = request.purchase.value_or(o.purchase);
    o.rules.calendar = request.calendar.value_or(o.rules.calendar);
    if (request.time_zone) o.zone = request.time_zone->zone;
    o.rules.first_weekday = request.first_weekday.value_or(o.rules.first_weekday);
    o.revenue = request.revenue.value_or(o.revenue);
    VAFA_CHECK(choose_prices(request, prices_of, o));
    if (request.include) {
        for (const auto sort : *request.include) count_also(sort, o);
    }
    o.by = request.by.value_or(o.by);
    o.kind = request.kind.value_or(o.kind);
    if (request.days) o.days.assign(request.days->begin(), request.days->end());
    if (request.brackets) {
        o.brackets.clear();
        for (const auto& word : *request.brackets) o.brackets.push_back(word.bracket);
    }
    o.clock = request.clock.value_or(o.clock);
    o.window_days = request.window.value_or(o.window_days);
    if (request.margin) o.margin = request.margin;
    if (request.break_) o.break_by = request.break_->name;
    o.kinds.loyal_min_purchases = request.loyal_purchases.value_or(o.kinds.loyal_min_purchases);
    o.kinds.discount_min_share = request.discount_share.value_or(o.kinds.discount_min_share);
    o.kinds.risk_quantile = request.risk_quantile.value_or(o.kinds.risk_quantile);
    VAFA_CHECK(check_options(o));
    return o;
}

}  // namespace vafa::metrics

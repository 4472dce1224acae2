#include "metrics/definition.h"

#include <algorithm>

#include "metrics/wire_values.h"

namespace vafa::metrics {
namespace {

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<std::string> terms_of(std::string_view report, const Options& options) {
    const bool by_day = options.purchase == PurchaseUnit::day;
    const bool net = options.revenue == RevenueKind::net;
    std::string own(report);
    std::replace(own.begin(), own.end(), '-', '_');
    std::vector<std::string> terms = {
        "metrics.term.counted_order",
        by_day ? "metrics.term.purchase_day" : "metrics.term.purchase_order",
        net ? "metrics.term.revenue_net" : "metrics.term.revenue_total"};
    if (options.prices == Prices::real) terms.emplace_back("metrics.term.prices_real");
    terms.emplace_back("metrics.term.data_end");
    terms.push_back("metrics.term.report_" + own);
    return terms;
}

void add_own_options(std::string_view report, const Options& options, wire::Definition& out) {
    if (one_of(report, {"cohorts", "periods", "seasons"})) out.by.value = options.by;
    if (report == "cohorts") out.kind.value = options.kind;
    if (one_of(report, {"repurchase", "survival"})) out.days.value = options.days;
    if (report == "repurchase") {
        out.brackets.value = options.brackets;
        out.clock.value = options.clock;
    }
    if (one_of(report, {"retention-rate", "clv-simple"})) {
        out.window_days.value = options.window_days;
    }
    if (one_of(report, {"kinds", "seasons"})) out.thresholds.value = options.kinds;
    if (report == "clv-simple") out.margin.value = options.margin;
    if (!options.break_by.empty()) out.break_.value = options.break_by;
}

}  // namespace

json::Notes field_notes(const Bracket*) {
    return {"Bracket",
            {{.name = "from", .text = "First day after the first purchase."},
             {.name = "to", .text = "Last day, included."}}};
}

json::Notes wire::field_notes(const Definition*) {
    return {
        "ReportDefinition",
        {{.name = "from", .text = "First day looked at; null: from the beginning."},
         {.name = "to", .text = "Last day looked at; null: to the data end."},
         {.name = "as_of", .text = "Day on which the data were told to end; null: none."},
         {.name = "data_end", .text = "Day with which the data end; null without orders."},
         {.name = "purchase", .text = "What is one purchase: an order, or a day with orders."},
         {.name = "revenue", .text = "Net of shipping and tax, or the orders' total."},
         {.name = "prices", .text = "Amounts as they were, or in the prices of one month."},
         {.name = "prices_base", .text = "That month, the last of the price index; of real ones."},
         {.name = "prices_since", .text = "The first month of the price index; of real ones."},
         {.name = "currency", .text = "Of every amount (ISO 4217); empty without orders."},
         {.name = "calendar", .text = "Of months, quarters, years and all labels of days."},
         {.name = "first_weekday", .text = "With which weeks begin."},
         {.name = "time_zone", .text = "Whose days are counted (IANA)."},
         {.name = "include_cancelled", .text = "Whether cancelled orders count."},
         {.name = "include_unpaid", .text = "Whether pending and failed orders count."},
         {.name = "include_refunded", .text = "Whether wholly refunded orders count."},
         {.name = "include_zero_value", .text = "Whether orders worth nothing count."},
         {.name = "include_test", .text = "Whether test orders count."},
         {.name = "by", .text = "Length of a period; of reports by period."},
         {.name = "kind", .text = "Cohorts by calendar, or by days since the first purchase."},
         {.name = "days", .text = "Days after the first purchase that were asked for."},
         {.name = "brackets", .text = "Spans of such days, both ends included."},
         {.name = "clock", .text = "Calendar days, or spans of 24 hours since the first purchase."},
         {.name = "window_days", .text = "Days within which a purchase makes active."},
         {.name = "thresholds", .text = "Where one kind of customer ends and the next begins."},
         {.name = "margin", .text = "Share of revenue that is profit; null: not known."},
         {.name = "break", .text = "What customers were parted by; absent when they were not."},
         {.name = "terms", .text = "Keys of the texts that say all this in words."}}};
}

wire::Definition definition_of(std::string_view report, const Options& options,
                               std::optional<Day> data_end, const std::string& zone) {
    wire::Definition out;
    out.from = wire::day(options.from, options);
    out.to = wire::day(options.to, options);
    out.as_of = wire::day(options.as_of, options);
    out.data_end = wire::day(data_end, options);
    out.purchase = options.purchase;
    out.revenue = options.revenue;
    out.prices = options.prices;
    if (options.prices == Prices::real && options.price_index) {
        out.prices_base.value = options.price_index->base().label;
        out.prices_since.value = options.price_index->months().front().label;
    }
    out.currency = options.currency.code;
    out.calendar = options.rules.calendar;
    out.first_weekday = options.rules.first_weekday;
    out.time_zone = options.zone ? options.zone->name() : zone;
    out.include_cancelled = options.include_cancelled;
    out.include_unpaid = options.include_unpaid;
    out.include_refunded = options.include_refunded;
    out.include_zero_value = options.include_zero_value;
    out.include_test = options.include_test;
    add_own_options(report, options, out);
    out.terms = terms_of(report, options);
    return out;
}

std::string question_of(std::string_view report, const Options& options) {
    return boost::json::serialize(
        json::encode(definition_of(report, options, std::nullopt, std::string())));
}

}  // namespace vafa::metrics

#include "metrics/definition.h"

#include <algorithm>
#include <boost/json.hpp>

#include "metrics/dto.h"
#include "metrics/dto_values.h"

namespace vafa::metrics {
namespace {

namespace json = boost::json;

const char* name_of(PeriodKind kind) {
    switch (kind) {
        case PeriodKind::day:
            return "day";
        case PeriodKind::week:
            return "week";
        case PeriodKind::month:
            return "month";
        case PeriodKind::quarter:
            return "quarter";
        case PeriodKind::year:
            return "year";
    }
    return "";
}

const char* name_of(ClockRule clock) {
    switch (clock) {
        case ClockRule::calendar:
            return "calendar";
        case ClockRule::rolling:
            return "rolling";
        case ClockRule::rolling_hour:
            return "rolling_hour";
    }
    return "";
}

const char* name_of(Weekday weekday) {
    static constexpr std::array<const char*, 7> kNames = {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    return kNames[static_cast<std::size_t>(weekday)];
}

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

json::array terms_of(std::string_view report, const Options& options) {
    const bool by_day = options.purchase == PurchaseUnit::day;
    const bool net = options.revenue == RevenueKind::net;
    std::string own(report);
    std::replace(own.begin(), own.end(), '-', '_');
    return {"metrics.term.counted_order",
            by_day ? "metrics.term.purchase_day" : "metrics.term.purchase_order",
            net ? "metrics.term.revenue_net" : "metrics.term.revenue_total",
            "metrics.term.data_end", json::string("metrics.term.report_" + own)};
}

void add_own_options(std::string_view report, const Options& options, json::object& out) {
    if (one_of(report, {"cohorts", "periods", "seasons"})) out["by"] = name_of(options.by);
    if (report == "cohorts")
        out["kind"] = options.kind == CohortKind::rolling ? "rolling" : "calendar";
    if (one_of(report, {"repurchase", "survival"})) out["days"] = dto::plain(options.days);
    if (report == "repurchase") {
        out["brackets"] = dto::list(options.brackets, [](const Bracket& b) -> json::value {
            return {{"from", b.from}, {"to", b.to}};
        });
        out["clock"] = name_of(options.clock);
    }
    if (one_of(report, {"retention-rate", "clv-simple"})) out["window_days"] = options.window_days;
    if (one_of(report, {"kinds", "seasons"})) out["thresholds"] = to_json(options.kinds);
    if (report == "clv-simple") out["margin"] = dto::value(options.margin);
}

}  // namespace

json::object definition_of(std::string_view report, const Options& options,
                           std::optional<Day> data_end, const std::string& zone) {
    json::object out{
        {"from", dto::day(options.from, options)},
        {"to", dto::day(options.to, options)},
        {"as_of", dto::day(options.as_of, options)},
        {"data_end", dto::day(data_end, options)},
        {"purchase", options.purchase == PurchaseUnit::day ? "day" : "order"},
        {"revenue", options.revenue == RevenueKind::total ? "total" : "net"},
        {"currency", options.currency.code},
        {"calendar", options.rules.calendar == CalendarKind::persian ? "persian" : "gregorian"},
        {"first_weekday", name_of(options.rules.first_weekday)},
        {"time_zone", options.zone ? options.zone->name() : zone},
        {"include_cancelled", options.include_cancelled},
        {"include_unpaid", options.include_unpaid},
        {"include_refunded", options.include_refunded},
        {"include_zero_value", options.include_zero_value},
        {"include_test", options.include_test},
    };
    add_own_options(report, options, out);
    if (!options.break_by.empty()) out["break"] = options.break_by;
    out["terms"] = terms_of(report, options);
    return out;
}

}  // namespace vafa::metrics

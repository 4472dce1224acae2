#include <utility>

#include "metrics/api.h"
#include "metrics/parts.h"

namespace vafa::metrics {
namespace {

bool share(double value) { return value >= 0 && value <= 1; }

Result<void> check_windows(const Options& options) {
    if (options.days.size() > kMaxWindowsAsked || options.brackets.size() > kMaxWindowsAsked)
        return Error{ErrorCode::too_large, "error.metrics_too_many_windows"}
            .with("limit", std::to_string(kMaxWindowsAsked))
            .at("/days");
    for (const auto days : options.days)
        if (days < 0 || days > kMaxDays)
            return invalid("error.metrics_days").with("days", std::to_string(days)).at("/days");
    for (const auto& [from, to] : options.brackets)
        if (from < 0 || to < from || to > kMaxDays)
            return invalid("error.metrics_bracket")
                .with("bracket", std::to_string(from) + "-" + std::to_string(to))
                .at("/brackets");
    if (options.window_days < 1 || options.window_days > kMaxDays)
        return invalid("error.metrics_days")
            .with("days", std::to_string(options.window_days))
            .at("/window");
    return {};
}

Result<void> check_kinds(const KindThresholds& kinds) {
    const bool counts = kinds.loyal_min_purchases >= 1 &&
                        kinds.need_min_purchases_in_category >= 1 &&
                        kinds.wandering_min_purchases >= 1 && kinds.wandering_min_categories >= 1;
    const bool shares = share(kinds.loyal_min_full_price_share) &&
                        share(kinds.discount_min_share) && share(kinds.risk_quantile) &&
                        kinds.steady_max_variation >= 0;
    if (!counts || !shares) return invalid("error.metrics_thresholds").at("/thresholds");
    return {};
}

}  // namespace

Result<void> check_options(const Options& options) {
    for (const auto& [day, field] : {std::pair(options.from, "/from"), std::pair(options.to, "/to"),
                                     std::pair(options.as_of, "/as_of")})
        if (day && (*day < 0 || *day > kMaxDay))
            return invalid("error.metrics_day_range").at(field);
    if (options.from && options.to && *options.from > *options.to)
        return invalid("error.metrics_from_after_to").at("/from");
    if (options.kind == CohortKind::rolling &&
        (options.by == PeriodKind::quarter || options.by == PeriodKind::year))
        return invalid("error.metrics_rolling_period").at("/by");
    if (options.margin && !share(*options.margin))
        return invalid("error.metrics_margin").at("/margin");
    if (!options.break_by.empty() && !break_property(options.break_by))
        return invalid("error.metrics_break").with("name", options.break_by).at("/break");
    VAFA_CHECK(check_windows(options));
    return check_kinds(options.kinds);
}

}  // namespace vafa::metrics

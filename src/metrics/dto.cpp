#include "metrics/dto.h"

#include <boost/json.hpp>

#include "metrics/dto_values.h"

namespace vafa::metrics {

namespace json = boost::json;
using dto::day;
using dto::list;
using dto::period;
using dto::value;

json::value to_json(const Summary& s, const Options& options) {
    json::object by_purchases;
    for (std::size_t i = 0; i < s.customers_by_purchases.size(); ++i) {
        const bool last = i + 1 == s.customers_by_purchases.size();
        by_purchases[std::to_string(i + 1) + (last ? "+" : "")] = s.customers_by_purchases[i];
    }
    const auto& gaps = s.days_between_purchases;
    return {
        {"customers", s.customers},
        {"orders", s.orders},
        {"anonymous_orders", s.anonymous_orders},
        {"purchases", s.purchases},
        {"revenue_minor", s.revenue_minor},
        {"currency", options.currency.code},
        {"first_day", day(s.first_day, options)},
        {"last_day", day(s.last_day, options)},
        {"repeat_customers", s.repeat_customers},
        {"repeat_purchase_rate", value(s.repeat_purchase_rate)},
        {"purchases_per_customer", value(s.purchases_per_customer)},
        {"average_order_value_minor", value(s.average_order_value_minor)},
        {"average_purchase_value_minor", value(s.average_purchase_value_minor)},
        {"revenue_per_customer_minor", value(s.revenue_per_customer_minor)},
        {"customers_by_purchases", std::move(by_purchases)},
        {"days_between_purchases",
         {{"gaps", gaps.gaps},
          {"mean", value(gaps.mean)},
          {"median", value(gaps.median)},
          {"mean_of_customer_means", value(gaps.mean_of_customer_means)}}},
        {"concentration",
         {{"top_10_percent_share", value(s.concentration.top_10_percent_share)},
          {"top_20_percent_share", value(s.concentration.top_20_percent_share)},
          {"gini", value(s.concentration.gini)}}},
    };
}

namespace {

const char* name_of(WindowKind kind) {
    switch (kind) {
        case WindowKind::within:
            return "within";
        case WindowKind::exact:
            return "exact";
        case WindowKind::on_or_after:
            return "on_or_after";
        case WindowKind::bracket:
            return "bracket";
    }
    return "";
}

json::value encode(const Window& window) {
    json::object out{{"kind", name_of(window.kind)}};
    if (window.kind == WindowKind::bracket) {
        out["from"] = window.from;
        out["to"] = window.to;
    } else {
        out["days"] = window.to;
    }
    out["retained"] = window.retained;
    out["eligible"] = window.eligible;
    out["rate"] = value(window.rate);
    return out;
}

json::value encode(const CohortCell& cell) {
    return {
        {"offset", cell.offset},
        {"customers", cell.customers},
        {"unbounded_customers", cell.unbounded_customers},
        {"orders", cell.orders},
        {"purchases", cell.purchases},
        {"revenue_minor", cell.revenue_minor},
        {"cumulative_revenue_per_customer_minor",
         value(cell.cumulative_revenue_per_customer_minor)},
        {"nrr", value(cell.nrr)},
        {"complete", cell.complete},
    };
}

}  // namespace

json::value to_json(const Repurchase& repurchase, const Options&) {
    return {{"windows", list(repurchase.windows, [](const Window& w) { return encode(w); })}};
}

json::value to_json(const Cohorts& cohorts, const Options& options) {
    return {{"cohorts", list(cohorts.cohorts, [&](const Cohort& cohort) -> json::value {
                 return {{"period", period(cohort.period, options)},
                         {"size", cohort.size},
                         {"cells",
                          list(cohort.cells, [](const CohortCell& cell) { return encode(cell); })}};
             })}};
}

json::value to_json(const Periods& periods, const Options& options) {
    return {{"periods", list(periods.periods, [&](const PeriodFigures& p) -> json::value {
                 return {
                     {"period", period(p.period, options)},
                     {"customers", p.customers},
                     {"new", p.new_customers},
                     {"returning", p.returning},
                     {"resurrected", p.resurrected},
                     {"dormant", p.dormant},
                     {"returning_before_period", p.returning_before_period},
                     {"returning_any_earlier_order", p.returning_any_earlier_order},
                     {"revenue_minor", p.revenue_minor},
                     {"revenue_from_repeat_orders_minor", p.revenue_from_repeat_orders_minor},
                     {"retained_next", value(p.retained_next)},
                     {"nrr", value(p.nrr)},
                     {"grr", value(p.grr)},
                     {"complete", p.complete},
                 };
             })}};
}

json::value to_json(const RetentionRate& r, const Options& options) {
    return {
        {"start_day", day(r.start_day, options)},
        {"end_day", day(r.end_day, options)},
        {"start_customers", r.start_customers},
        {"end_customers", r.end_customers},
        {"retained_customers", r.retained_customers},
        {"new_customers", r.new_customers},
        {"reactivated_customers", r.reactivated_customers},
        {"retention_rate", value(r.retention_rate)},
        {"churn_rate", value(r.churn_rate)},
        {"window_days", r.window_days},
    };
}

json::value to_json(const Survival& survival, const Options&) {
    return {
        {"events", survival.events},
        {"censored", survival.censored},
        {"median_days", value(survival.median_days)},
        {"survival", list(survival.survival,
                          [](const SurvivalPoint& point) -> json::value {
                              return {{"days", point.days},
                                      {"survival", value(point.survival)},
                                      {"standard_error", value(point.standard_error)}};
                          })},
    };
}

json::value to_json(const Rfm& rfm, const Options& options) {
    const auto thresholds = [](const std::optional<std::array<double, 4>>& from) -> json::value {
        if (!from) return nullptr;
        return dto::plain(*from);
    };
    json::object cells;
    for (int cell = 124; cell >= 0; --cell) {
        const auto customers = rfm.cells[static_cast<std::size_t>(cell)];
        const auto digit = [](int score) { return static_cast<char>('1' + score); };
        const std::string name{digit(cell / 25), digit(cell / 5 % 5), digit(cell % 5)};
        cells[name] = customers;
    }
    return {
        {"reference_day", day(rfm.reference_day, options)},
        {"thresholds",
         {{"recency_days", thresholds(rfm.recency_days)},
          {"frequency", thresholds(rfm.frequency)},
          {"monetary_minor", thresholds(rfm.monetary_minor)}}},
        {"recency_counts", dto::plain(rfm.recency_counts)},
        {"frequency_counts", dto::plain(rfm.frequency_counts)},
        {"monetary_counts", dto::plain(rfm.monetary_counts)},
        {"cells", std::move(cells)},
        {"groups", list(rfm.groups,
                        [](const RfmGroup& group) -> json::value {
                            return {{"group", group.group},
                                    {"customers", group.customers},
                                    {"revenue_minor", group.revenue_minor}};
                        })},
    };
}

}  // namespace vafa::metrics

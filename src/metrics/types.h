#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "metrics/options.h"

// What the reports find. Keys of the JSON are these names (dto.cpp); a period is the number that
// base/calendar's period_of gives for the options' rules and `by`. Rates are plain quotients of the
// two counts in double; an absent rate means nobody was eligible.
namespace vafa::metrics {

// An average of money: minor units × 10,000, rounded half away from zero.
struct Average {
    std::int64_t e4 = 0;
    bool operator==(const Average&) const = default;
};
// Nothing when there is nothing to average over.
std::optional<Average> average_of(std::int64_t sum_minor, std::int64_t count);

struct GapFigures {  // in days, between a customer's purchases that follow each other
    std::int64_t gaps = 0;
    std::optional<double> mean;
    std::optional<double> median;  // of all gaps; of an even number the middle two's mean
    std::optional<double> mean_of_customer_means;
    bool operator==(const GapFigures&) const = default;
};

// Over customers' revenue in range. The top 10 % are ⌈n / 10⌉ customers. Gini =
// 2·Σ i·x_i / (n·Σ x) − (n + 1) / n, x ascending. Absent without revenue (Σ x ≤ 0).
struct Concentration {
    std::optional<double> top_10_percent_share;
    std::optional<double> top_20_percent_share;
    std::optional<double> gini;
    bool operator==(const Concentration&) const = default;
};

struct Summary {
    std::int64_t customers = 0;
    std::int64_t orders = 0;            // counted, with a customer
    std::int64_t anonymous_orders = 0;  // counted, without one
    std::int64_t purchases = 0;
    std::int64_t revenue_minor = 0;  // of `orders`
    std::optional<Day> first_day;    // of `orders`
    std::optional<Day> last_day;
    std::int64_t repeat_customers = 0;
    std::optional<double> repeat_purchase_rate;
    std::optional<double> purchases_per_customer;
    std::optional<Average> average_order_value_minor;
    std::optional<Average> average_purchase_value_minor;
    std::optional<Average> revenue_per_customer_minor;
    std::array<std::int64_t, 10> customers_by_purchases{};  // 1 … 9, then 10 or more
    GapFigures days_between_purchases;
    Concentration concentration;
    bool operator==(const Summary&) const = default;
};

// Purchases after the customer's first one, at d = whole days since it. Calendar clock: d = local
// day − f; within: 1 ≤ d ≤ N; exact: d = N; on_or_after: d ≥ N; bracket: from ≤ d ≤ to; eligible:
// f + N (f + to) ≤ E. Rolling clocks: d = ⌊hours since / 24⌋ (rolling_hour: both instants floored
// to the local hour first); within: d ≤ N; eligible: first + 24 (N + 1) h ≤ end of E.
enum class WindowKind { within, exact, on_or_after, bracket };
struct Window {
    WindowKind kind = WindowKind::within;
    std::int32_t from = 0;  // bracket only
    std::int32_t to = 0;    // N, or the bracket's end
    std::int64_t retained = 0;
    std::int64_t eligible = 0;
    std::optional<double> rate;
    bool operator==(const Window&) const = default;
};
struct Repurchase {  // all within, all exact, all on_or_after in the order of `days`, then brackets
    std::vector<Window> windows;
    bool operator==(const Repurchase&) const = default;
};

// Calendar: offset k is the period c + k; cells for every period until E's; complete when that
// period ends by E. Rolling (day, week, month only): offset k is the days [step·k, step·(k + 1))
// after the first purchase, step 1, 7 or 30; cells while the cohort's first day + step·k ≤ E;
// complete when the cohort period's last day + step·(k + 1) − 1 ≤ E.
struct CohortCell {
    std::int32_t offset = 0;
    std::int64_t customers = 0;
    std::int64_t unbounded_customers = 0;  // active at this offset or a later one
    std::int64_t orders = 0;
    std::int64_t purchases = 0;
    std::int64_t revenue_minor = 0;
    std::optional<Average> cumulative_revenue_per_customer_minor;
    std::optional<double> nrr;  // revenue / revenue at offset 0, if that is above 0
    bool complete = false;
    bool operator==(const CohortCell&) const = default;
};
struct Cohort {
    std::int32_t period = 0;
    std::int64_t size = 0;
    std::vector<CohortCell> cells;
    bool operator==(const Cohort&) const = default;
};
struct Cohorts {  // ascending, those with customers
    std::vector<Cohort> cohorts;
    bool operator==(const Cohorts&) const = default;
};

// Every period from the later of `from`'s and the first purchase's to the one of min(to, E).
struct PeriodFigures {
    std::int32_t period = 0;
    std::int64_t customers = 0;
    std::int64_t new_customers = 0;  // "new"
    std::int64_t returning = 0;
    std::int64_t resurrected = 0;
    std::int64_t dormant = 0;
    std::int64_t returning_before_period = 0;
    std::int64_t returning_any_earlier_order = 0;  // earlier, or a second purchase inside
    std::int64_t revenue_minor = 0;
    std::int64_t revenue_from_repeat_orders_minor =
        0;  // of purchases that are not somebody's first
    // About the next period; absent unless that one is complete. nrr and grr need revenue > 0.
    std::optional<std::int64_t> retained_next;
    std::optional<double> nrr;
    std::optional<double> grr;  // Σ min(next, this) over customers active in both
    bool complete = false;      // the period ends by E
    bool operator==(const PeriodFigures&) const = default;
};
struct Periods {
    std::vector<PeriodFigures> periods;
    bool operator==(const Periods&) const = default;
};

// Active at a day's end: a purchase on one of the window_days days up to it. Start without `from`:
// 12 months (of the calendar) before the end; 6 when the first purchase of the store is later than
// that start. A day that the shorter month lacks becomes its last.
struct RetentionRate {
    std::optional<Day> start_day;
    std::optional<Day> end_day;
    std::int64_t start_customers = 0;
    std::int64_t end_customers = 0;
    std::int64_t retained_customers = 0;
    std::int64_t new_customers = 0;  // active at the end, first purchase ever after the start
    std::int64_t reactivated_customers = 0;  // active at the end, not at the start, not new
    std::optional<double> retention_rate;    // retained / start
    std::optional<double> churn_rate;
    std::int32_t window_days = 0;
    bool operator==(const RetentionRate&) const = default;
};

// Kaplan–Meier over the days from first to second purchase, censored at E (at risk on their last
// day). Survival is absent beyond the longest time anybody was followed (E − f, event or not).
struct SurvivalPoint {
    std::int32_t days = 0;
    std::optional<double> survival;
    std::optional<double> standard_error;  // Greenwood
    bool operator==(const SurvivalPoint&) const = default;
};
struct Survival {
    std::int64_t events = 0;
    std::int64_t censored = 0;
    std::optional<std::int32_t> median_days;  // the first day with survival ≤ 1/2
    std::vector<SurvivalPoint> survival;
    bool operator==(const Survival&) const = default;
};

// Thresholds by type 7 at 20, 40, 60, 80 %: exact fifths, compared as integers (5·value >
// 5·threshold).
struct RfmGroup {
    std::string group;  // rfm_groups.h
    std::int64_t customers = 0;
    std::int64_t revenue_minor = 0;
    bool operator==(const RfmGroup&) const = default;
};
struct Rfm {
    std::optional<Day> reference_day;  // E + 1
    // Absent without customers.
    std::optional<std::array<double, 4>> recency_days, frequency, monetary_minor;
    std::array<std::int64_t, 5> recency_counts{}, frequency_counts{}, monetary_counts{};
    std::array<std::int64_t, 125> cells{};  // at 25·(R − 1) + 5·(F − 1) + (M − 1)
    std::array<std::int64_t, 125> cell_revenue_minor{};
    std::vector<RfmGroup> groups;  // all of them, best first
    bool operator==(const Rfm&) const = default;
};

}  // namespace vafa::metrics

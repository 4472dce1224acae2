#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/money.h"
#include "metrics/price_index.h"

namespace vafa::metrics {

enum class PurchaseUnit { order, day };
enum class RevenueKind { net, total };
enum class Prices { nominal, real };
enum class CohortKind { calendar, rolling };
enum class ClockRule { calendar, rolling, rolling_hour };

// Days from … to after the first purchase, both included.
struct Bracket {
    std::int32_t from = 1;
    std::int32_t to = 30;
    bool operator==(const Bracket&) const = default;
};

// Where one kind of customer ends and the next begins (METRICS section 2, "customer kinds").
struct KindThresholds {
    std::int32_t loyal_min_purchases = 3;
    double loyal_min_full_price_share = 0.5;
    double discount_min_share = 0.6;
    std::int32_t need_min_purchases_in_category = 3;
    double steady_max_variation = 0.6;  // population deviation of the gaps / their mean
    std::int32_t wandering_min_purchases = 3;
    std::int32_t wandering_min_categories = 3;
    double risk_quantile = 0.9;
    bool operator==(const KindThresholds&) const = default;
};

inline constexpr Day kMaxDay = 65'535;            // 2149-06-06: days are 16 bits wide in columns
inline constexpr std::int32_t kMaxDays = 65'535;  // that can be asked for
inline constexpr std::size_t kMaxWindowsAsked = 1000;  // day counts or brackets of a question

// Every option of every report. The words below hold for all of them.
//
// Counted order: status paid, fulfilled or completed, not a test, not known to be worth nothing;
//   each `include_…` lets one more sort in (unpaid = pending and failed; refunded = wholly;
//   deleted never counts). An order of unknown amount counts and its row carries amount 0.
// Day: local day in `zone`. Purchase: a counted order, or with PurchaseUnit::day all counted orders
//   of a customer's day together (its instant: the first of them).
// E, the data end, is a whole day: `as_of`, else `to`, else the last day with any order in the
//   timeline, anonymous and uncounted ones included. Orders after E are not seen. Nothing when
//   there is neither an option nor an order; then every count is 0 and every rate absent.
// `from`, `to` (both included) restrict
//   - periods, seasons: to the periods that meet [from, min(to, E)]; a period's figures are those
//     of the whole period (as far as E);
//   - summary, rfm, order_values: to purchases on days in [from, min(to, E)];
//   - retention_rate: its start is the end of the day before `from`, its end min(to, E);
//   - every other report and the models: to customers whose first purchase ever lies in
//     [from, to], with all their purchases until E.
//   Whether a purchase is somebody's first is always judged on all history until E.
// Revenue: RevenueKind::net is the timeline's amount; total reads the property `total_minor` and
//   falls back to net where an order has none. Prices::real brings every amount to the prices of
//   price_index's last month, by the order's local day (price_index.h); what counts and what is
//   worth nothing is judged by the amounts as they were.
struct Options {
    std::optional<Day> from = {};
    std::optional<Day> to = {};
    std::optional<Day> as_of = {};
    PurchaseUnit purchase = PurchaseUnit::order;
    CalendarRules rules = {};
    std::optional<TimeZone> zone = {};  // nothing: the store's own, the fast way
    RevenueKind revenue = RevenueKind::net;
    Prices prices = Prices::nominal;
    std::shared_ptr<const PriceIndex> price_index = {};  // there and not empty for Prices::real
    bool include_cancelled = false;
    bool include_unpaid = false;
    bool include_refunded = false;
    bool include_zero_value = false;
    bool include_test = false;

    PeriodKind by = PeriodKind::month;       // cohorts, periods, seasons
    CohortKind kind = CohortKind::calendar;  // cohorts
    std::vector<std::int32_t> days = {1,  7,  14,  28,  30,
                                      60, 90, 180, 270, 365};  // repurchase, survival
    std::vector<Bracket> brackets = {{1, 30}, {31, 60}, {61, 90}, {91, 180}, {181, 365}};
    ClockRule clock = ClockRule::calendar;  // repurchase
    std::int32_t window_days = 365;         // retention_rate, clv_simple
    KindThresholds kinds = {};              // kinds, seasons (loyal_min_purchases)
    std::optional<double> margin = {};      // clv_simple: share of revenue, 0 … 1
    // "", "first_product", "first_category", "first_coupon", "city", "country", "source",
    // "trait:NAME": the value at the customer's first counted order.
    std::string break_by = {};
    Currency currency = {};  // of the store; only shown
};

}  // namespace vafa::metrics

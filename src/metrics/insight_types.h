#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "metrics/types.h"

// Results of the reports that read the numbers for the owner: kinds, claims, stage, products,
// seasons, order values, simple CLV. Same conventions as types.h.
namespace vafa::metrics {

// First match wins, in this order.
enum class CustomerKind { loyal, discount, need_based, wandering, too_few };
inline constexpr std::size_t kCustomerKinds = 5;

struct KindFigures {
    CustomerKind kind = CustomerKind::loyal;
    std::int64_t customers = 0;
    std::int64_t revenue_minor = 0;
    std::optional<double> revenue_share;
    // Today's customers of this kind by what they were a calendar month before E; the last entry:
    // not yet customers then.
    std::array<std::int64_t, kCustomerKinds + 1> moves{};
    bool operator==(const KindFigures&) const = default;
};
struct LoyalShare {
    std::optional<double> customers_share;                // x % of customers are loyal …
    std::optional<double> revenue_share;                  // … and bring y % of revenue;
    std::optional<double> customers_for_half_of_revenue;  // z % of customers bring half of it
    bool operator==(const LoyalShare&) const = default;
};
// Rule-based risk: days since the last purchase above the risk_quantile (type 7) of the gaps of
// customers with as many purchases: 2, 3–4, 5–9, 10 or more. Without gaps: not raised.
struct Kinds {
    std::vector<KindFigures> kinds;  // all five
    KindThresholds thresholds;
    std::array<std::optional<double>, 4> risk_after_days{};
    std::optional<double> store_discounted_share;  // of the counted orders
    LoyalShare loyal_share;
    bool operator==(const Kinds&) const = default;
};

enum class Claim {
    returning_revenue,   // returning customers bring 40 % of revenue
    returning_convert,   // and convert 9 times as often
    visits_convert,      // 2 % of visits convert
    top_customers,       // 20 % of customers bring half
    later_orders_larger  // second purchase / first purchase, above 1
};
struct ClaimFigures {
    Claim claim = Claim::returning_revenue;
    double said = 0;
    std::optional<double> own;        // absent: not measurable yet
    std::optional<double> low, high;  // 95 % interval, delta method over customers
    std::int64_t customers = 0;       // it rests on
    std::string needs;                // i18n key: what would make it measurable; empty when it is
    bool operator==(const ClaimFigures&) const = default;
};
struct Claims {
    std::vector<ClaimFigures> claims;  // all five
    bool operator==(const Claims&) const = default;
};

enum class StageName { first_sales, acquisition, retention };
struct Stage {
    std::int64_t orders = 0;  // counted, anonymous ones included, in the 28 days up to E
    std::int32_t days = 28;
    double orders_per_day = 0;
    StageName stage = StageName::first_sales;
    bool operator==(const Stage&) const = default;
};

struct NextProduct {
    std::string value;  // "" = absent
    std::int64_t customers = 0;
    std::optional<double> median_days;
    bool operator==(const NextProduct&) const = default;
};
struct ProductFigures {  // of customers by the value of their first purchase's first order
    std::string value;
    std::int64_t customers = 0;
    std::int64_t repeat_customers = 0;
    std::optional<double> repeat_purchase_rate;
    std::int64_t year_customers = 0;                // f + 365 ≤ E
    std::optional<Average> value_after_year_minor;  // their revenue on days f … f + 365
    std::vector<NextProduct> next;                  // the five most common second purchases
    bool operator==(const ProductFigures&) const = default;
};
struct Products {  // the twenty most common values each; ties by name
    std::vector<ProductFigures> products, categories;
    bool operator==(const Products&) const = default;
};

struct SeasonFigures {
    std::int32_t period = 0;
    std::int32_t year_ago = 0;  // the period of its first day's date one year back (weeks: 52 back)
    std::int64_t customers = 0;
    std::int64_t orders = 0;
    std::int64_t revenue_minor = 0;
    std::optional<std::int64_t>
        year_ago_revenue_minor;    // absent before the first purchase's period
    std::optional<double> change;  // revenue / year-ago revenue − 1
    // Customers of the period with at least kinds.loyal_min_purchases purchases before it.
    std::int64_t loyal_customers = 0;
    std::optional<double> loyal_share;
    bool slump = false;  // complete, and revenue below the year before
    bool complete = false;
    bool operator==(const SeasonFigures&) const = default;
};
struct Seasons {
    std::vector<SeasonFigures> periods;
    std::optional<double> loyal_share_in_slumps;  // Σ loyal / Σ customers over those periods
    std::optional<double> loyal_share_elsewhere;  // over other complete periods with a year before
    bool operator==(const Seasons&) const = default;
};

struct OrderValue {
    std::int32_t ordinal = 0;  // among all the customer's purchases ever
    std::int64_t customers = 0;
    std::int64_t revenue_minor = 0;
    std::optional<Average> average_value_minor;
    bool operator==(const OrderValue&) const = default;
};
struct OrderValues {
    std::vector<OrderValue> ordinals;  // 1 … 20, those that somebody reached in range
    bool operator==(const OrderValues&) const = default;
};

// average_value (of a purchase in the last 365 days) × purchases_per_year (of customers who bought
// in them) × lifetime (1 / yearly churn, at most ten years) × margin. A six-month retention rate r
// becomes r² a year.
struct ClvSimple {
    std::optional<Average> average_order_value_minor;
    std::optional<double> purchases_per_year;
    std::optional<double> yearly_churn_rate;
    std::optional<double> lifetime_years;
    bool lifetime_capped = false;
    std::optional<double> margin;
    std::optional<Average> clv_minor;
    bool operator==(const ClvSimple&) const = default;
};

}  // namespace vafa::metrics

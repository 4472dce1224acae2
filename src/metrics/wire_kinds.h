#pragma once

#include "metrics/wire_enums.h"
#include "platform/json/json.h"

namespace vafa::metrics {

BOOST_DESCRIBE_STRUCT(KindThresholds, (),
                      (loyal_min_purchases, loyal_min_full_price_share, discount_min_share,
                       need_min_purchases_in_category, steady_max_variation,
                       wandering_min_purchases, wandering_min_categories, risk_quantile))
BOOST_DESCRIBE_STRUCT(LoyalShare, (),
                      (customers_share, revenue_share, customers_for_half_of_revenue))
json::Notes field_notes(const KindThresholds*);
json::Notes field_notes(const LoyalShare*);

namespace wire {

struct KindMoves {
    std::int64_t loyal = 0, discount = 0, need_based = 0, wandering = 0, too_few = 0, not_yet = 0;
};
BOOST_DESCRIBE_STRUCT(KindMoves, (), (loyal, discount, need_based, wandering, too_few, not_yet))
json::Notes field_notes(const KindMoves*);

struct KindFigures {
    CustomerKind kind = CustomerKind::loyal;
    std::int64_t customers = 0, revenue_minor = 0;
    std::optional<double> revenue_share;
    KindMoves moves;
};
BOOST_DESCRIBE_STRUCT(KindFigures, (), (kind, customers, revenue_minor, revenue_share, moves))
json::Notes field_notes(const KindFigures*);

struct KindsThresholds : KindThresholds {
    json::Fields<std::optional<double>> risk_after_days;
};
BOOST_DESCRIBE_STRUCT(KindsThresholds, (KindThresholds), (risk_after_days))
json::Notes field_notes(const KindsThresholds*);

struct Kinds {
    std::vector<KindFigures> kinds;
    KindsThresholds thresholds;
    std::optional<double> store_discounted_share;
    LoyalShare loyal_share;
};
BOOST_DESCRIBE_STRUCT(Kinds, (), (kinds, thresholds, store_discounted_share, loyal_share))
json::Notes field_notes(const Kinds*);

}  // namespace wire

wire::Kinds to_wire(const Kinds& kinds, const Options& options);

}  // namespace vafa::metrics

#include "metrics/wire_kinds.h"

#include "metrics/wire_values.h"

namespace vafa::metrics {

json::Notes field_notes(const KindThresholds*) {
    return {
        "KindThresholds",
        {{.name = "loyal_min_purchases", .text = "Loyal: at least so many purchases, …"},
         {.name = "loyal_min_full_price_share",
          .text = "… at least this share of them without a discount."},
         {.name = "discount_min_share",
          .text = "Bargain hunter: at least this share of orders with a discount."},
         {.name = "need_min_purchases_in_category",
          .text = "Need-based: at least so many purchases in one category, …"},
         {.name = "steady_max_variation",
          .text = "… and gaps whose deviation / mean is at most this."},
         {.name = "wandering_min_purchases", .text = "Wandering: at least so many purchases, …"},
         {.name = "wandering_min_categories", .text = "… in at least so many categories."},
         {.name = "risk_quantile",
          .text = "At risk: the last purchase longer ago than this quantile of gaps."}}};
}

json::Notes field_notes(const LoyalShare*) {
    return {"LoyalShare",
            {{.name = "customers_share", .text = "Share of customers who are loyal."},
             {.name = "revenue_share", .text = "Share of revenue that they bring."},
             {.name = "customers_for_half_of_revenue",
              .text = "Least share of customers who bring half of the revenue."}}};
}

namespace wire {

json::Notes field_notes(const KindMoves*) {
    constexpr std::string_view kWere = "Customers who were of this kind a month before.";
    return {"KindMoves",
            {{.name = "loyal", .text = kWere},
             {.name = "discount", .text = kWere},
             {.name = "need_based", .text = kWere},
             {.name = "wandering", .text = kWere},
             {.name = "too_few", .text = kWere},
             {.name = "not_yet", .text = "Customers who were none yet a month before."}}};
}

json::Notes field_notes(const KindFigures*) {
    return {"KindFigures",
            {{.name = "kind", .text = "The first kind that fits, in the order listed."},
             {.name = "customers", .text = "Customers of this kind."},
             {.name = "revenue_minor", .text = "Their revenue, in minor units."},
             {.name = "revenue_share", .text = "Their share of all revenue; null without any."},
             {.name = "moves",
              .text = "What today's customers of this kind were a calendar month before."}}};
}

json::Notes field_notes(const KindsThresholds*) {
    auto notes = metrics::field_notes(static_cast<const KindThresholds*>(nullptr));
    notes.name = "KindsThresholds";
    notes.fields.push_back(
        {.name = "risk_after_days",
         .text = "Days without a purchase after which a customer is at risk, by their number of "
                 "purchases (\"2\", \"3-4\", \"5-9\", \"10+\"); null where nobody has so many."});
    return notes;
}

json::Notes field_notes(const Kinds*) {
    return {"KindsData",
            {{.name = "kinds", .text = "All five."},
             {.name = "thresholds", .text = "Where one kind ends and the next begins."},
             {.name = "store_discounted_share", .text = "Share of counted orders with a discount."},
             {.name = "loyal_share", .text = "What the loyal ones mean for the store."}}};
}

namespace {

KindFigures kind_figures(const metrics::KindFigures& f) {
    const auto& m = f.moves;
    return {f.kind, f.customers, f.revenue_minor, f.revenue_share,
            KindMoves{m[0], m[1], m[2], m[3], m[4], m[5]}};
}

KindsThresholds thresholds_of(const metrics::Kinds& kinds) {
    static constexpr std::array<const char*, 4> kPurchases = {"2", "3-4", "5-9", "10+"};
    KindsThresholds thresholds{kinds.thresholds, {}};
    for (std::size_t i = 0; i < kPurchases.size(); ++i) {
        thresholds.risk_after_days.items.emplace_back(kPurchases[i], kinds.risk_after_days[i]);
    }
    return thresholds;
}

}  // namespace
}  // namespace wire

wire::Kinds to_wire(const Kinds& kinds, const Options&) {
    return {wire::list<wire::KindFigures>(kinds.kinds, wire::kind_figures),
            wire::thresholds_of(kinds), kinds.store_discounted_share, kinds.loyal_share};
}

}  // namespace vafa::metrics

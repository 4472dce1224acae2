#include <boost/json.hpp>

#include "metrics/dto.h"
#include "metrics/dto_values.h"

namespace vafa::metrics {

namespace json = boost::json;
using dto::list;
using dto::period;
using dto::value;

namespace {

const char* name_of(std::size_t kind) {
    static constexpr std::array<const char*, kCustomerKinds + 1> kNames = {
        "loyal", "discount", "need_based", "wandering", "too_few", "not_yet"};
    return kNames[kind];
}

const char* name_of(Claim claim) {
    switch (claim) {
        case Claim::returning_revenue:
            return "returning_revenue";
        case Claim::returning_convert:
            return "returning_convert";
        case Claim::visits_convert:
            return "visits_convert";
        case Claim::top_customers:
            return "top_customers";
        case Claim::later_orders_larger:
            return "later_orders_larger";
    }
    return "";
}

const char* name_of(StageName stage) {
    switch (stage) {
        case StageName::first_sales:
            return "first_sales";
        case StageName::acquisition:
            return "acquisition";
        case StageName::retention:
            return "retention";
    }
    return "";
}

json::value encode(const KindFigures& figures) {
    json::object moves;
    for (std::size_t from = 0; from < figures.moves.size(); ++from)
        moves[name_of(from)] = figures.moves[from];
    return {{"kind", name_of(static_cast<std::size_t>(figures.kind))},
            {"customers", figures.customers},
            {"revenue_minor", figures.revenue_minor},
            {"revenue_share", value(figures.revenue_share)},
            {"moves", std::move(moves)}};
}

json::value encode(const NextProduct& next) {
    return {{"value", next.value},
            {"customers", next.customers},
            {"median_days", value(next.median_days)}};
}

json::value encode(const ProductFigures& figures) {
    return {{"value", figures.value},
            {"customers", figures.customers},
            {"repeat_customers", figures.repeat_customers},
            {"repeat_purchase_rate", value(figures.repeat_purchase_rate)},
            {"year_customers", figures.year_customers},
            {"value_after_year_minor", value(figures.value_after_year_minor)},
            {"next", list(figures.next, [](const NextProduct& next) { return encode(next); })}};
}

}  // namespace

json::value to_json(const KindThresholds& t) {
    return {{"loyal_min_purchases", t.loyal_min_purchases},
            {"loyal_min_full_price_share", t.loyal_min_full_price_share},
            {"discount_min_share", t.discount_min_share},
            {"need_min_purchases_in_category", t.need_min_purchases_in_category},
            {"steady_max_variation", t.steady_max_variation},
            {"wandering_min_purchases", t.wandering_min_purchases},
            {"wandering_min_categories", t.wandering_min_categories},
            {"risk_quantile", t.risk_quantile}};
}

json::value to_json(const Kinds& kinds, const Options&) {
    json::object thresholds = to_json(kinds.thresholds).as_object();
    thresholds["risk_after_days"] = {{"2", value(kinds.risk_after_days[0])},
                                     {"3-4", value(kinds.risk_after_days[1])},
                                     {"5-9", value(kinds.risk_after_days[2])},
                                     {"10+", value(kinds.risk_after_days[3])}};
    const LoyalShare& loyal = kinds.loyal_share;
    return {{"kinds", list(kinds.kinds, [](const KindFigures& f) { return encode(f); })},
            {"thresholds", std::move(thresholds)},
            {"store_discounted_share", value(kinds.store_discounted_share)},
            {"loyal_share",
             {{"customers_share", value(loyal.customers_share)},
              {"revenue_share", value(loyal.revenue_share)},
              {"customers_for_half_of_revenue", value(loyal.customers_for_half_of_revenue)}}}};
}

json::value to_json(const Claims& claims, const Options&) {
    return {{"claims", list(claims.claims, [](const ClaimFigures& c) -> json::value {
                 return {{"claim", name_of(c.claim)},
                         {"said", c.said},
                         {"own", value(c.own)},
                         {"low", value(c.low)},
                         {"high", value(c.high)},
                         {"customers", c.customers},
                         {"measurable", c.own.has_value()},
                         {"needs", c.needs.empty() ? json::value(nullptr) : json::value(c.needs)}};
             })}};
}

json::value to_json(const Stage& stage, const Options&) {
    return {{"orders", stage.orders},
            {"days", stage.days},
            {"orders_per_day", stage.orders_per_day},
            {"stage", name_of(stage.stage)}};
}

json::value to_json(const Products& products, const Options&) {
    const auto encode_one = [](const ProductFigures& figures) { return encode(figures); };
    return {{"products", list(products.products, encode_one)},
            {"categories", list(products.categories, encode_one)}};
}

json::value to_json(const Seasons& seasons, const Options& options) {
    return {{"periods", list(seasons.periods,
                             [&](const SeasonFigures& s) -> json::value {
                                 return {
                                     {"period", period(s.period, options)},
                                     {"year_ago", period(s.year_ago, options)},
                                     {"customers", s.customers},
                                     {"orders", s.orders},
                                     {"revenue_minor", s.revenue_minor},
                                     {"year_ago_revenue_minor", value(s.year_ago_revenue_minor)},
                                     {"change", value(s.change)},
                                     {"loyal_customers", s.loyal_customers},
                                     {"loyal_share", value(s.loyal_share)},
                                     {"slump", s.slump},
                                     {"complete", s.complete}};
                             })},
            {"loyal_share_in_slumps", value(seasons.loyal_share_in_slumps)},
            {"loyal_share_elsewhere", value(seasons.loyal_share_elsewhere)}};
}

json::value to_json(const OrderValues& values, const Options&) {
    return {{"ordinals", list(values.ordinals, [](const OrderValue& v) -> json::value {
                 return {{"ordinal", v.ordinal},
                         {"customers", v.customers},
                         {"revenue_minor", v.revenue_minor},
                         {"average_value_minor", value(v.average_value_minor)}};
             })}};
}

json::value to_json(const ClvSimple& clv, const Options&) {
    return {{"average_order_value_minor", value(clv.average_order_value_minor)},
            {"purchases_per_year", value(clv.purchases_per_year)},
            {"yearly_churn_rate", value(clv.yearly_churn_rate)},
            {"lifetime_years", value(clv.lifetime_years)},
            {"lifetime_capped", clv.lifetime_capped},
            {"margin", value(clv.margin)},
            {"clv_minor", value(clv.clv_minor)}};
}

}  // namespace vafa::metrics

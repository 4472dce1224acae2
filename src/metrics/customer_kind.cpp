#include "metrics/customer_kind.h"

#include <algorithm>

namespace vafa::metrics {
namespace {

bool at_risk(std::span<const KindPurchase> purchases, Day day, const RiskLimits& limits) {
    const auto& limit = limits[risk_segment(purchases.size())];
    return limit && static_cast<double>(day - purchases.back().day) > *limit;
}

// (category, day), by category and then time, without purchases of unknown category.
std::vector<std::pair<std::uint64_t, Day>> by_category(std::span<const KindPurchase> purchases) {
    std::vector<std::pair<std::uint64_t, Day>> result;
    for (const auto& purchase : purchases)
        if (purchase.category != 0) result.emplace_back(purchase.category, purchase.day);
    std::stable_sort(result.begin(), result.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    return result;
}

bool needs_a_category(std::span<const KindPurchase> purchases, const KindThresholds& thresholds) {
    const auto least = static_cast<std::size_t>(thresholds.need_min_purchases_in_category);
    if (purchases.size() < least) return false;
    const auto sorted = by_category(purchases);
    std::vector<Day> days;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (i > 0 && sorted[i].first != sorted[i - 1].first) days.clear();
        days.push_back(sorted[i].second);
        const bool last = i + 1 == sorted.size() || sorted[i + 1].first != sorted[i].first;
        if (last && days.size() >= least && steady(days, thresholds.steady_max_variation))
            return true;
    }
    return false;
}

bool wanders(std::span<const KindPurchase> purchases, const KindThresholds& thresholds) {
    if (purchases.size() < static_cast<std::size_t>(thresholds.wandering_min_purchases))
        return false;
    const auto sorted = by_category(purchases);
    std::int32_t categories = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i)
        categories += i == 0 || sorted[i].first != sorted[i - 1].first ? 1 : 0;
    if (categories < thresholds.wandering_min_categories) return false;
    std::vector<Day> days;
    for (const auto& purchase : purchases) days.push_back(purchase.day);
    return !steady(days, thresholds.steady_max_variation);
}

}  // namespace

std::size_t risk_segment(std::size_t purchases) {
    if (purchases <= 2) return 0;
    if (purchases <= 4) return 1;
    return purchases <= 9 ? 2 : 3;
}

bool steady(std::span<const Day> days, double max_variation) {
    if (days.size() < 3) return false;
    const auto gaps = static_cast<double>(days.size() - 1);
    double sum = 0, squares = 0;
    for (std::size_t i = 1; i < days.size(); ++i) {
        const double gap = days[i] - days[i - 1];
        sum += gap;
        squares += gap * gap;
    }
    // deviation² / mean² = (n·Σg² − (Σg)²) / (Σg)²
    return sum > 0 && gaps * squares - sum * sum < max_variation * max_variation * sum * sum;
}

CustomerKind customer_kind(std::span<const KindPurchase> purchases, Day day,
                           const KindThresholds& thresholds, const RiskLimits& limits) {
    double orders = 0, discounted = 0;
    for (const auto& purchase : purchases) {
        orders += purchase.orders;
        discounted += purchase.discounted_orders;
    }
    const bool often = purchases.size() >= static_cast<std::size_t>(thresholds.loyal_min_purchases);
    const bool full_price = orders - discounted >= thresholds.loyal_min_full_price_share * orders;
    if (often && full_price && !at_risk(purchases, day, limits)) return CustomerKind::loyal;
    if (discounted >= thresholds.discount_min_share * orders) return CustomerKind::discount;
    if (needs_a_category(purchases, thresholds)) return CustomerKind::need_based;
    if (wanders(purchases, thresholds)) return CustomerKind::wandering;
    return CustomerKind::too_few;
}

}  // namespace vafa::metrics

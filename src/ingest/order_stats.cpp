#include "ingest/order_stats.h"

#include <algorithm>

namespace vafa::ingest {

namespace {

std::int64_t half_up(std::int64_t sum) { return (sum >= 0 ? sum + 1 : sum) / 2; }

}  // namespace

// As METRICS defines a counted order; failed is one way of being unpaid.
bool OrderStats::is_counted(const commerce::OrderFact& order) const {
    using commerce::OrderStatus;
    const auto flags = commerce::order_flags(order);
    if ((flags & commerce::flag::kTest) != 0 && !counted_.test) return false;
    if ((flags & commerce::flag::kZeroValue) != 0 && !counted_.zero_value) return false;
    switch (order.status) {
        case OrderStatus::paid:
        case OrderStatus::fulfilled:
        case OrderStatus::completed:
            return true;
        case OrderStatus::pending:
        case OrderStatus::failed:
            return counted_.unpaid;
        case OrderStatus::cancelled:
            return counted_.cancelled;
        case OrderStatus::refunded:
            return counted_.refunded;
        case OrderStatus::deleted:
            break;
    }
    return false;
}

void OrderStats::add(const commerce::OrderFact& order) {
    if (!is_counted(order)) return;
    const Day day = zone_->local_day(order.ordered_at);
    first_day_ = std::min(first_day_.value_or(day), day);
    last_day_ = std::max(last_day_.value_or(day), day);
    const auto value = commerce::net_revenue_minor(order.amounts);
    if (!value) return;
    values_.push_back(*value);
    revenue_minor_ = std::clamp(revenue_minor_ + *value, -kMaxAmountMinor, kMaxAmountMinor);
}

std::optional<std::int64_t> OrderStats::median_minor() {
    if (values_.empty()) return std::nullopt;
    const auto middle = values_.begin() + static_cast<std::ptrdiff_t>(values_.size() / 2);
    std::nth_element(values_.begin(), middle, values_.end());
    if (values_.size() % 2 == 1) return *middle;
    const std::int64_t below = *std::max_element(values_.begin(), middle);
    return half_up(below + *middle);
}

std::optional<std::int64_t> OrderStats::largest_minor() const {
    if (values_.empty()) return std::nullopt;
    return *std::max_element(values_.begin(), values_.end());
}

}  // namespace vafa::ingest

#include "commerce/types.h"

namespace vafa::commerce {
namespace {

// What the goods cost the customer before any refund. A discount nobody spoke of is none.
std::optional<std::int64_t> net_before_refund(const OrderAmounts& amounts) {
    if (amounts.goods) return *amounts.goods - amounts.discount.value_or(0);
    return amounts.total;
}

bool wholly_refunded(const OrderAmounts& amounts) {
    const auto paid = amounts.total ? amounts.total : net_before_refund(amounts);
    return paid && *paid > 0 && amounts.refund >= *paid;
}

bool was_paid(OrderStatus status) {
    return status == OrderStatus::paid || status == OrderStatus::fulfilled ||
           status == OrderStatus::completed;
}

bool discounted(const OrderFact& order) {
    if (order.amounts.discount.value_or(0) > 0) return true;
    for (const OrderLine& line : order.lines) {
        if (line.discount_minor > 0) return true;
    }
    return false;
}

}  // namespace

std::optional<std::int64_t> net_revenue_minor(const OrderAmounts& amounts) {
    const auto before = net_before_refund(amounts);
    if (!before) return std::nullopt;
    return *before - amounts.refund;
}

std::optional<std::int64_t> total_revenue_minor(const OrderAmounts& amounts) {
    if (!amounts.total) return std::nullopt;
    return *amounts.total - amounts.refund;
}

std::uint8_t order_flags(const OrderFact& order) {
    const bool refunded = was_paid(order.status) && wholly_refunded(order.amounts);
    const OrderStatus status = refunded ? OrderStatus::refunded : order.status;
    const auto worth = net_before_refund(order.amounts);

    unsigned flags = static_cast<unsigned>(status);
    if (order.test) flags |= flag::kTest;
    if (worth && *worth == 0) flags |= flag::kZeroValue;
    if (!worth) flags |= flag::kUnknownAmount;
    if (discounted(order)) flags |= flag::kDiscounted;
    if (order.day_precision) flags |= flag::kDayPrecision;
    return static_cast<std::uint8_t>(flags);
}

}  // namespace vafa::commerce

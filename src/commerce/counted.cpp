#include "commerce/counted.h"

namespace vafa::commerce {
namespace {

bool status_counts(const CountedOrders& counted, OrderStatus status) {
    switch (status) {
        case OrderStatus::paid:
        case OrderStatus::fulfilled:
        case OrderStatus::completed:
            return true;
        case OrderStatus::pending:
        case OrderStatus::failed:
            return counted.unpaid;
        case OrderStatus::cancelled:
            return counted.cancelled;
        case OrderStatus::refunded:
            return counted.refunded;
        case OrderStatus::deleted:
            return false;
    }
    return false;
}

}  // namespace

bool counts(const CountedOrders& counted, std::uint8_t flags) {
    if ((flags & flag::kTest) != 0 && !counted.test) return false;
    if ((flags & flag::kZeroValue) != 0 && !counted.zero_value) return false;
    return status_counts(counted, static_cast<OrderStatus>(flags & flag::kStatusMask));
}

}  // namespace vafa::commerce

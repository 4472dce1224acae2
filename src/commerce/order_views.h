#pragma once

#include "commerce/customers.h"
#include "commerce/orders.h"
#include "commerce/wire.h"

// Answers that take more than one look into the store.
namespace vafa::commerce {

wire::Customer customer_view(sql::Session& session, const CustomerCard& card);
wire::OrdersPage orders_page(sql::Session& session, const OrderFilter& filter,
                             const std::optional<OrderPlace>& before, std::int64_t limit);
wire::Order order_view(sql::Session& session, const OrderCard& card);

inline std::optional<TimeMs> ms_of(const wire::Moment& moment) {
    return moment ? std::optional(moment->ms) : std::nullopt;
}

}  // namespace vafa::commerce

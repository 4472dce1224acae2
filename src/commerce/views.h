#pragma once

#include <span>

#include "commerce/consents.h"
#include "commerce/customers.h"
#include "commerce/orders.h"
#include "commerce/product_list.h"
#include "commerce/settings.h"
#include "commerce/shops.h"
#include "commerce/totals.h"
#include "commerce/wire.h"

// The domain as it travels.
namespace vafa::commerce {

wire::CustomerTotals view_of(const CustomerTotals& totals, const Settings& settings);
wire::Customer view_of(const CustomerCard& card, std::span<const ConsentWord> consents,
                       wire::CustomerTotals totals);
wire::OrderItem view_of(const OrderRow& row, CustomerId customer, const CountedOrders& counted);
wire::Order view_of(const OrderCard& card, CustomerId customer, const CountedOrders& counted);
wire::Product view_of(const ProductCard& product);
wire::Shop view_of(const Shop& shop);
wire::Settings view_of(const Settings& settings);

}  // namespace vafa::commerce

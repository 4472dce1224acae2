#pragma once

#include <optional>
#include <span>

#include "commerce/customers.h"
#include "commerce/settings.h"

namespace vafa::commerce {

// Of the orders that count; net revenue, as METRICS section 1 says.
struct CustomerTotals {
    std::int64_t orders = 0;
    std::int64_t revenue_minor = 0;  // held at what 64 bits can say
    std::optional<TimeMs> first_order_at, last_order_at;
    bool operator==(const CustomerTotals&) const = default;
};

// One a card, in their order. Reads every order of these customers: for a page of them.
std::vector<CustomerTotals> totals_of(sql::Session& session, std::span<const CustomerCard> cards,
                                      const CountedOrders& counted);

}  // namespace vafa::commerce

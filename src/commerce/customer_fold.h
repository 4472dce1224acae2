#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "commerce/plan.h"

namespace vafa::sql {
class Session;
}

namespace vafa::commerce {

// What a batch of orders does to customers.
struct CustomerWords {
    struct Said {
        CustomerId customer;
        std::uint32_t fact = 0;
    };
    std::vector<Said> fresh;            // met for the first time, as the fact calls them
    std::vector<Said> said;             // orders as they stand now
    std::vector<ProfileId> taken_back;  // an order of theirs no longer says what it said
};

// Whether the new state of an order unsays something about the customer of the old one.
// `before_fields`: what it said then, as encode_fields made it.
bool takes_back(const OrderState& before, const OrderState& after, std::string_view before_fields,
                const OrderFact& fact);

// Writes the customers' rows; the orders' rows must have been written. Each field is the latest
// non-empty word of the customer's orders by (time, key). To leave most rows unread and unwritten,
// only contested fields are looked up in the orders.
void fold_customers(sql::Session& session, std::span<const OrderFact> facts, CustomerWords words);

}  // namespace vafa::commerce

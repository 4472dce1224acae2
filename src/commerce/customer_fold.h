#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "commerce/customer_fields.h"
#include "commerce/plan.h"

namespace vafa::sql {
class Session;
}

namespace vafa::commerce {

// What one order or one row of a file says of a customer; points into the fact.
struct Word {
    const ProfileKey* called = nullptr;  // none: anonymous
    Stamp stamp;
    const CustomerFields* fields = nullptr;
};

// What a batch of words does to customers.
struct CustomerWords {
    struct Said {
        CustomerId customer;
        std::uint32_t word = 0;
    };
    std::vector<Said> fresh;            // met for the first time, as the word calls them
    std::vector<Said> said;             // words as they stand now
    std::vector<ProfileId> taken_back;  // one no longer says of theirs what it said
};

// Whether the new state of an order unsays something about the customer of the old one.
// `before_fields`: what it said then, as encode_fields made it.
bool takes_back(const OrderState& before, const OrderState& after, std::string_view before_fields,
                const OrderFact& fact);

// Writes the customers' rows; those of orders and of files' words must have been written. Each
// field is the latest non-empty word by its stamp. To leave most rows unread and unwritten, only
// contested fields are looked up among all words.
void fold_customers(sql::Session& session, std::span<const Word> words, CustomerWords said);

}  // namespace vafa::commerce

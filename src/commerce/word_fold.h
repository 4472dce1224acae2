#pragma once

#include <span>
#include <vector>

#include "commerce/word_plan.h"

namespace vafa::sql {
class Session;
}

namespace vafa::commerce {

// What became of each fact, in their order, and how many were what. As for orders: `added` counts
// customers and products that nobody knew.
struct WordChanges {
    std::vector<WordVerdict> verdicts;
    Counts counts;
};

// Folds words about customers into the store, inside the caller's transaction: profiles, fields and
// consents. `now`: when consents are heard.
Result<WordChanges> fold(sql::Session& session, std::span<const CustomerFact> facts, IdSource& ids,
                         TimeMs now);
// And words about products: titles, categories, prices.
Result<WordChanges> fold(sql::Session& session, std::span<const ProductFact> facts, IdSource& ids,
                         TimeMs now);

// One step of taking back the words of an import: at most `limit` of its words about customers and
// products and of its consents. Customers and products are as if it had never come; those that
// nobody else names are gone. `more`: call again.
struct ForgottenWords {
    std::vector<CustomerId> customers;  // that the words were about, ascending
    std::vector<ProductId> products;
    bool more = false;
};
ForgottenWords forget_import(sql::Session& session, ImportId import, std::int64_t limit);

}  // namespace vafa::commerce

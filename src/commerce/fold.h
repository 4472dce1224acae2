#pragma once

#include <span>

#include "commerce/plan.h"
#include "commerce/word_fold.h"

namespace vafa::sql {
class Session;
}

namespace vafa::commerce {

// Folds facts into the store's orders, customers and products, inside the caller's transaction.
// The answer is what history and the timeline are to be told. `commerce.currency_differs` when a
// fact is not in the store's currency, which the first order fixes. `now`: when consents are heard.
Result<Changes> fold(sql::Session& session, std::span<const OrderFact> facts, IdSource& ids,
                     TimeMs now);

}  // namespace vafa::commerce

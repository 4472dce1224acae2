#pragma once

#include <span>
#include <string>
#include <vector>

#include "commerce/products.h"
#include "commerce/replay.h"

namespace vafa::sql {
class Session;
}

// Taking back one import, in bounded transactions: its orders, the claims it has elsewhere, then
// whom and what those orders named. Each may be done twice.
namespace vafa::commerce {

// What became of the orders that an import had told of.
struct UndoneOrders {
    Replay replay;
    // Orders that stand on. `before`: as they stood; unlike in a fold also where nothing changes.
    std::vector<Change> standing;
    std::vector<OrderState> gone;  // as they stood
    std::int64_t changed = 0;      // of `standing`
};
// `told` as for replay_without. Consents that count now are kept, `now` being when.
Result<UndoneOrders> undo_orders(sql::Session& session, ImportId import, std::span<const Told> told,
                                 TimeMs now, IdSource& ids);

// Where the import only said what stood already. Answers the last order looked at, 0: no more.
OrderId undo_claims(sql::Session& session, ImportId import, OrderId after, std::int64_t limit);

// After all orders and words of files: of the profiles that no order names any more (ascending)
// those go that no file names either, the words about the customers of the others and of `staying`
// are gathered anew. Answers how many went.
std::int64_t undo_profiles(sql::Session& session, const std::vector<std::int64_t>& unordered,
                           std::span<const ProfileId> staying);

// What is left to say about a product that the import had named.
struct ProductLeft {
    ProductWord word;
    bool named = false;  // by some order; else it goes, unless a file names it
};
void undo_products(sql::Session& session, std::span<const ProductLeft> products);

// Without a single order, the next one fixes the store's currency anew.
void release_currency(sql::Session& session);

}  // namespace vafa::commerce

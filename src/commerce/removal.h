#pragma once

#include <string>
#include <vector>

#include "commerce/plan.h"

namespace vafa::sql {
class Session;
}

namespace vafa::commerce {

// Taking back a shop as a whole, in bounded transactions: orders until none is left, then profiles
// until none is left, then the rest. Stopped anywhere, it is begun again.

// An order that is gone from SQL, as history and the timeline must be told.
struct RemovedOrder {
    OrderState before;
    std::string key, currency;
};
std::vector<RemovedOrder> remove_orders(sql::Session& session, ShopId shop, int limit);

// With their links; customers of this shop alone go, those linked with another shop's profile keep
// what that one's orders say, under its id where the canonical profile went. Returns how many.
std::int64_t remove_profiles(sql::Session& session, ShopId shop, int limit);
void remove_profiles(sql::Session& session, const std::vector<std::int64_t>& going);  // ascending

// These, whatever shop they are of; ascending.
void remove_profiles(sql::Session& session, const std::vector<std::int64_t>& going);

// Products and the shop itself. Orders and profiles must be gone.
void remove_shop_row(sql::Session& session, ShopId shop);

}  // namespace vafa::commerce

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "commerce/types.h"

namespace vafa::sql {
class Session;
}

namespace vafa::commerce {

// As much of an order as tells in which unit its amounts are.
struct SampledOrder {
    std::string key;
    TimeMs ordered_at = 0;
    std::int64_t amount_minor = 0;                                  // total, else goods
    std::vector<std::pair<std::string, std::int64_t>> prices = {};  // product → of one piece
};

// Those of the keys that there are, in their order; without prices.
std::vector<SampledOrder> orders_with_keys(sql::Session& session, ShopId shop,
                                           const std::vector<std::string>& keys);
// The first `limit` orders from `from` on that are worth something, before `to`; with the prices
// of their lines.
std::vector<SampledOrder> orders_between(sql::Session& session, ShopId shop, TimeMs from, TimeMs to,
                                         std::int64_t limit);

}  // namespace vafa::commerce

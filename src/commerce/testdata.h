#pragma once

#include <cstdint>
#include <string>

#include "commerce/types.h"

// Orders for tests, of this module and of those above: sensible unless told otherwise.
namespace vafa::commerce {

inline constexpr TimeMs kTestDay = 1'700'000'000'000;  // 14 November 2023

inline OrderFact make_order(std::string key, std::string customer, std::int64_t net_minor) {
    OrderFact fact;
    fact.shop = ShopId{1};
    fact.key = std::move(key);
    fact.number = "#" + fact.key;
    if (!customer.empty()) fact.customer = ProfileKey{ProfileKind::id, std::move(customer)};
    fact.ordered_at = kTestDay;
    fact.currency = Currency{"EUR", 2};
    fact.amounts.goods = net_minor;
    fact.amounts.total = net_minor + 500;
    fact.amounts.shipping = 500;
    fact.version = make_version(kTestDay, SourceRank::file);
    fact.import = ImportId{7};
    return fact;
}

inline OrderLine make_line(std::string product, std::string title, std::int64_t amount_minor) {
    OrderLine line;
    line.product = std::move(product);
    line.title = std::move(title);
    line.category = "tea";
    line.quantity_milli = 2000;
    line.unit_price_minor = amount_minor / 2;
    line.amount_minor = amount_minor;
    return line;
}

}  // namespace vafa::commerce

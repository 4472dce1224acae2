#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "commerce/bounded_page.h"
#include "commerce/types.h"

namespace vafa::sql {
class Session;
}

namespace vafa::commerce {

struct ProductCard {
    ProductId id;
    ShopId shop;
    std::string key, title, category;
    std::optional<std::int64_t> price_minor = {}, cost_minor = {};
    std::string currency = {};  // of the prices
    bool operator==(const ProductCard&) const = default;
};
std::optional<ProductCard> find_product(sql::Session& session, ProductId id);

// The products with these keys in every shop, the oldest first; unknown keys are missing.
std::vector<ProductCard> products_with_keys(sql::Session& session, std::vector<std::string> keys);

struct ProductFilter {
    std::string text = {};            // beginnings of words of title and key, all of them
    std::optional<ShopId> shop = {};  // absent: any
};
// Where a page ended: along the tokens of the text's word of that number, from 1; 0: by id.
struct ProductPlace {
    std::int64_t way = 0;
    std::string token;
    ProductId id;
};
using ProductPage = PageOf<ProductCard, ProductPlace>;
// Newest first without a text, by what matched with one; each once. `error.cursor` as
// search_customers.
Result<ProductPage> search_products(sql::Session& session, const ProductFilter& filter,
                                    const std::optional<ProductPlace>& after, std::int64_t limit);

}  // namespace vafa::commerce

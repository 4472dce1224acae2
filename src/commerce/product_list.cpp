#include "commerce/product_list.h"

#include <algorithm>
#include <limits>
#include <map>

#include "base/text.h"
#include "commerce/search_index.h"
#include "commerce/shops.h"
#include "commerce/sql.h"
#include "commerce/store_rows.h"

namespace vafa::commerce {
namespace {

constexpr std::int64_t kMostCounted = 1000;

using store::Searched;
using FoundProduct = Candidate<ProductCard, ProductPlace>;
using Words = std::vector<SearchWord>;
using Amount = std::optional<std::int64_t>;

std::map<std::int64_t, ProductCard> products_at(sql::Session& session,
                                                const std::vector<ProductPlace>& places) {
    std::map<std::int64_t, ProductCard> products;
    for (const ProductPlace& place : places) products[place.id.value].id = place.id;
    std::vector<std::int64_t> ids;
    for (const auto& [id, product] : products) ids.push_back(id);
    session.lookup(queries::products_by_id, ids, [&](const sql::Row& row) {
        ProductCard& product = products[row.integer(0)];
        product.shop.value = row.integer(1);
        product.key = row.text(2);
        product.title = store::shown_text(row, 3);
        product.category = store::shown_text(row, 7);
        product.price_minor = row.get<Amount>(11);
        product.cost_minor = row.get<Amount>(12);
        product.currency = store::text_at(row, 13);
    });
    return products;
}

std::vector<ProductPlace> places_after(sql::Session& session, const Words& words,
                                       const ProductPlace& place, std::int64_t limit) {
    std::vector<ProductPlace> places;
    if (place.way == 0) {
        session.rows(queries::newest_products, {{"before", place.id.value}, {"limit", limit}},
                     [&](const sql::Row& row) {
                         places.push_back({0, {}, ProductId{row.integer(0)}});
                     });
        return places;
    }
    const SearchWord& along = words[static_cast<std::size_t>(place.way) - 1];
    for (auto& [token, id] : store::tokens_after(session, Searched::products, along,
                                                 {place.token, place.id.value}, limit)) {
        places.push_back({place.way, std::move(token), ProductId{id}});
    }
    return places;
}

bool is_meant(const ProductCard& product, const ProductFilter& filter, const Words& words,
              const ProductPlace& place) {
    if (!product.shop || (filter.shop && product.shop != *filter.shop)) return false;
    if (words.empty()) return true;
    const Tokens tokens = product_tokens(product.title, product.key);
    for (const SearchWord& word : words) {
        if (first_answer(tokens, word) == nullptr) return false;
    }
    // Met once for each of its tokens that answers: the first counts.
    return *first_answer(tokens, words[static_cast<std::size_t>(place.way) - 1]) == place.token;
}

ProductPlace start_of(sql::Session& session, const Words& words) {
    if (words.empty()) return {0, {}, ProductId{std::numeric_limits<std::int64_t>::max()}};
    std::pair<std::int64_t, std::int64_t> best{kMostCounted + 1, 0};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto count =
            store::count_answers(session, Searched::products, words[i], kMostCounted);
        best = std::min(best, {count, static_cast<std::int64_t>(i + 1)});
    }
    return {best.second, {}, {}};
}

}  // namespace

std::optional<ProductCard> find_product(sql::Session& session, ProductId id) {
    auto products = products_at(session, {{0, {}, id}});
    ProductCard& product = products.begin()->second;
    return product.shop ? std::optional(std::move(product)) : std::nullopt;
}

std::vector<ProductCard> products_with_keys(sql::Session& session, std::vector<std::string> keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    std::vector<ProductPlace> places;
    for (const Shop& shop : list_shops(session)) {
        session.lookup(queries::product_ids_by_key, keys,
                       [&](const sql::Row& row) {
                           places.push_back({0, {}, ProductId{row.integer(0)}});
                       },
                       {{"shop", shop.id.value}});
    }
    std::vector<ProductCard> products;
    for (auto& [id, product] : products_at(session, places)) products.push_back(std::move(product));
    return products;
}

Result<ProductPage> search_products(sql::Session& session, const ProductFilter& filter,
                                    const std::optional<ProductPlace>& after, std::int64_t limit) {
    const Words words = search_words(filter.text);
    if (words.empty() && !trim(filter.text).empty()) return ProductPage{};
    if (after) {
        const auto ways = static_cast<std::int64_t>(words.size());
        const bool known = words.empty() ? after->way == 0 : after->way >= 1 && after->way <= ways;
        if (!known) return invalid("error.cursor").at("/cursor");
    }
    return bounded_page<ProductCard>(
        after ? *after : start_of(session, words), limit,
        [&](const ProductPlace& place, std::int64_t ask) {
            auto places = places_after(session, words, place, ask);
            const auto products = products_at(session, places);
            std::vector<FoundProduct> found;
            for (ProductPlace& each : places) {
                const ProductCard& product = products.at(each.id.value);
                const bool meant = is_meant(product, filter, words, each);
                found.push_back({std::move(each), meant ? std::optional(product) : std::nullopt});
            }
            return found;
        });
}

}  // namespace vafa::commerce

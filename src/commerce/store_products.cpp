#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

#include "commerce/sql.h"
#include "commerce/store.h"
#include "commerce/store_rows.h"
#include "platform/sql/batch.h"

namespace vafa::commerce::store {
namespace {

const std::vector<std::string> kWordColumns{
    "title",    "title_at",    "title_order_key",    "title_version",
    "category", "category_at", "category_order_key", "category_version"};

const std::vector<std::string> kToldColumns{"told_title",       "told_title_at", "told_category",
                                            "told_category_at", "price_minor",   "cost_minor",
                                            "price_currency"};

ToldProduct told_from(const sql::Row& row) {
    using Amount = std::optional<std::int64_t>;
    ToldProduct product;
    product.told = {.title = text_at(row, 10),
                    .category = text_at(row, 12),
                    .price_minor = row.get<Amount>(14),
                    .cost_minor = row.get<Amount>(15),
                    .currency = text_at(row, 16)};
    product.title_stamp.at = row.get<Amount>(11).value_or(0);
    product.category_stamp.at = row.get<Amount>(13).value_or(0);
    return product;
}

StoredProduct product_from(const sql::Row& row) {
    StoredProduct product;
    ProductWord& word = product.word;
    product.id.value = row.integer(1);
    product.told = told_from(row);
    product.ordered = row.integer(17) != 0;
    word.shop.value = row.integer(18);
    word.key = row.text(0);
    word.title = text_at(row, 2);
    word.title_stamp = {row.integer(3), std::string(row.text(4)), row.integer(5)};
    word.category = text_at(row, 6);
    word.category_stamp = {row.integer(7), std::string(row.text(8)), row.integer(9)};
    return product;
}

}  // namespace

std::vector<std::optional<StoredProduct>> load_products(sql::Session& session,
                                                        std::span<const ProductWord> words) {
    std::map<ShopId, std::vector<std::string>> keys;
    std::map<ShopId, std::unordered_map<std::string_view, std::size_t>> places;
    for (std::size_t i = 0; i < words.size(); ++i) {
        keys[words[i].shop].push_back(words[i].key);
        places[words[i].shop].emplace(words[i].key, i);
    }
    std::vector<std::optional<StoredProduct>> stored(words.size());
    for (const auto& [shop, of_shop] : keys) {
        session.lookup(queries::products_by_key, of_shop,
                       [&, id = shop](const sql::Row& row) {
                           stored[places[id].at(row.text(0))] = product_from(row);
                       },
                       {{"shop", shop.value}});
    }
    return stored;
}

void insert_products(sql::Session& session, std::span<const StoredProduct> products) {
    std::vector<std::string> columns{"id", "shop", "key", "ordered"};
    columns.insert(columns.end(), kWordColumns.begin(), kWordColumns.end());
    auto insert = sql::Batch::insert(session, "commerce_product", columns);
    for (const auto& [id, word, told, ordered] : products) {
        const Stamp& title = word.title_stamp;
        const Stamp& category = word.category_stamp;
        insert.add(id.value, word.shop.value, word.key, std::int64_t{ordered ? 1 : 0},
                   text_or_null(word.title), title.at, title.key, title.version,
                   text_or_null(word.category), category.at, category.key, category.version);
    }
    insert.finish();
}

void update_products(sql::Session& session, std::span<const StoredProduct> products) {
    std::vector<std::string> columns{"ordered"};
    columns.insert(columns.end(), kWordColumns.begin(), kWordColumns.end());
    auto update = sql::Batch::update(session, "commerce_product", {"id"}, columns);
    for (const auto& [id, word, told, ordered] : products) {
        const Stamp& title = word.title_stamp;
        const Stamp& category = word.category_stamp;
        update.add(id.value, std::int64_t{ordered ? 1 : 0}, text_or_null(word.title), title.at,
                   title.key, title.version, text_or_null(word.category), category.at, category.key,
                   category.version);
    }
    update.finish();
}

void update_told(sql::Session& session, std::span<const StoredProduct> products) {
    auto update = sql::Batch::update(session, "commerce_product", {"id"}, kToldColumns);
    for (const auto& [id, word, latest, ordered] : products) {
        const ProductTold& told = latest.told;
        update.add(id.value, text_or_null(told.title), latest.title_stamp.at,
                   text_or_null(told.category), latest.category_stamp.at, told.price_minor,
                   told.cost_minor, text_or_null(told.currency));
    }
    update.finish();
}

std::vector<StoredProduct> load_products_by_id(sql::Session& session,
                                               std::span<const std::int64_t> ids) {
    std::vector<StoredProduct> products;
    session.lookup(queries::whole_products_by_id, ids,
                   [&](const sql::Row& row) { products.push_back(product_from(row)); });
    std::sort(products.begin(), products.end(),
              [](const StoredProduct& a, const StoredProduct& b) { return a.id < b.id; });
    return products;
}

const std::string& StoredProduct::title() const {
    return later_word(word.title, word.title_stamp.at, told.told.title, told.title_stamp.at);
}

}  // namespace vafa::commerce::store

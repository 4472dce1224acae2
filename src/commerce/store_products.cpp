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

StoredProduct product_from(const sql::Row& row, ShopId shop) {
    StoredProduct product;
    ProductWord& word = product.word;
    product.id.value = row.integer(1);
    word.shop = shop;
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
                           stored[places[id].at(row.text(0))] = product_from(row, id);
                       },
                       {{"shop", shop.value}});
    }
    return stored;
}

void insert_products(sql::Session& session, std::span<const StoredProduct> products) {
    std::vector<std::string> columns{"id", "shop", "key"};
    columns.insert(columns.end(), kWordColumns.begin(), kWordColumns.end());
    auto insert = sql::Batch::insert(session, "commerce_product", columns);
    for (const auto& [id, word] : products) {
        const Stamp& title = word.title_stamp;
        const Stamp& category = word.category_stamp;
        insert.add(id.value, word.shop.value, word.key, text_or_null(word.title), title.at,
                   title.key, title.version, text_or_null(word.category), category.at, category.key,
                   category.version);
    }
    insert.finish();
}

void update_products(sql::Session& session, std::span<const StoredProduct> products) {
    auto update = sql::Batch::update(session, "commerce_product", {"id"}, kWordColumns);
    for (const auto& [id, word] : products) {
        const Stamp& title = word.title_stamp;
        const Stamp& category = word.category_stamp;
        update.add(id.value, text_or_null(word.title), title.at, title.key, title.version,
                   text_or_null(word.category), category.at, category.key, category.version);
    }
    update.finish();
}

}  // namespace vafa::commerce::store

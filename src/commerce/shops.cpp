#include "commerce/shops.h"

#include "commerce/sql.h"
#include "platform/sql/session.h"

namespace vafa::commerce {
namespace {

Shop shop_from(const sql::Row& row) {
    return {ShopId{row.integer(0)}, std::string(row.text(1)), std::string(row.text(2)),
            row.integer(3)};
}

}  // namespace

ShopId ensure_shop(sql::Session& session, std::string_view key, IdSource& ids, TimeMs now) {
    if (const auto found = find_shop(session, key)) return found->id;
    const ShopId id{ids.next()};
    session.execute(queries::add_shop,
                    {{"id", id.value}, {"key", key}, {"name", key}, {"created_at", now}});
    return id;
}

std::optional<Shop> find_shop(sql::Session& session, std::string_view key) {
    std::optional<Shop> shop;
    session.one(queries::find_shop, {{"key", key}},
                [&](const sql::Row& row) { shop = shop_from(row); });
    return shop;
}

std::vector<Shop> list_shops(sql::Session& session) {
    std::vector<Shop> shops;
    session.rows(queries::list_shops, {},
                 [&](const sql::Row& row) { shops.push_back(shop_from(row)); });
    return shops;
}

}  // namespace vafa::commerce

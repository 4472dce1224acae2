#include "commerce/order_samples.h"

#include "commerce/sql.h"
#include "platform/sql/session.h"

namespace vafa::commerce {

std::vector<SampledOrder> orders_with_keys(sql::Session& session, ShopId shop,
                                           const std::vector<std::string>& keys) {
    std::vector<SampledOrder> orders;
    for (const auto& key : keys) {
        session.rows(
            queries::amount_of_key, {{"shop", shop.value}, {"key", key}}, [&](const sql::Row& row) {
                orders.push_back(
                    {.key = key, .ordered_at = row.integer(0), .amount_minor = row.integer(1)});
            });
    }
    return orders;
}

std::vector<SampledOrder> orders_between(sql::Session& session, ShopId shop, TimeMs from, TimeMs to,
                                         std::int64_t limit) {
    std::vector<SampledOrder> orders;
    std::vector<std::int64_t> ids;
    session.rows(queries::amounts_between,
                 {{"shop", shop.value}, {"from", from}, {"to", to}, {"limit", limit}},
                 [&](const sql::Row& row) {
                     ids.push_back(row.integer(0));
                     orders.push_back({.key = std::string(row.text(1)),
                                       .ordered_at = row.integer(2),
                                       .amount_minor = row.integer(3)});
                 });
    for (std::size_t i = 0; i < ids.size(); ++i) {
        session.rows(queries::prices_of_order, {{"order_id", ids[i]}}, [&](const sql::Row& row) {
            orders[i].prices.emplace_back(row.text(0), row.integer(1));
        });
    }
    return orders;
}

}  // namespace vafa::commerce

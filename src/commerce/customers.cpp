#include "commerce/customers.h"

#include <algorithm>
#include <limits>

#include "commerce/shops.h"
#include "commerce/sql.h"
#include "commerce/store.h"
#include "commerce/store_rows.h"
#include "platform/sql/session.h"

namespace vafa::commerce {
namespace {

constexpr int kProfileKinds = 4;

OrderRow order_row_from(const sql::Row& row) {
    OrderRow order;
    order.id.value = row.integer(0);
    order.key = row.text(1);
    order.number = row.is_null(2) ? order.key : std::string(row.text(2));
    order.status = row.get<OrderStatus>(3);
    order.ordered_at = row.integer(4);
    order.flags = row.get<std::uint8_t>(5);
    order.currency = row.text(6);
    order.net_minor = row.get<std::optional<std::int64_t>>(7);
    return order;
}

OrderLine line_from(const sql::Row& row) {
    OrderLine line;
    line.product = store::text_at(row, 0);
    line.title = store::text_at(row, 1);
    line.variant = store::text_at(row, 2);
    line.category = store::text_at(row, 3);
    line.quantity_milli = row.get<std::optional<std::int64_t>>(4);
    line.unit_price_minor = row.get<std::optional<std::int64_t>>(5);
    line.discount_minor = row.integer(6);
    line.amount_minor = row.get<std::optional<std::int64_t>>(7);
    return line;
}

bool newer(const OrderRow& a, const OrderRow& b) {
    return a.ordered_at != b.ordered_at ? a.ordered_at > b.ordered_at : a.id > b.id;
}

}  // namespace

std::optional<CustomerCard> find_customer(sql::Session& session, CustomerId id) {
    auto rows = store::load_customers(session, {id.value});
    if (rows.empty()) return std::nullopt;
    CustomerCard card{id, std::move(rows.front().fields), {}};
    std::vector<std::int64_t> ids;
    for (const ProfileId profile : store::profiles_of(session, id)) ids.push_back(profile.value);
    session.lookup(queries::profiles_by_id, ids, [&](const sql::Row& row) {
        card.profiles.push_back({ProfileId{row.integer(0)},
                                 ShopId{row.integer(1)},
                                 {row.get<ProfileKind>(2), std::string(row.text(3))}});
    });
    std::sort(card.profiles.begin(), card.profiles.end(),
              [](const Profile& a, const Profile& b) { return a.id < b.id; });
    return card;
}

std::vector<CustomerId> customers_called(sql::Session& session, std::string_view key) {
    std::vector<ProfileId> profiles;
    for (const Shop& shop : list_shops(session)) {
        for (int kind = 1; kind <= kProfileKinds; ++kind) {
            session.one(queries::profile_called,
                        {{"shop", shop.id.value}, {"kind", kind}, {"key", key}},
                        [&](const sql::Row& row) { profiles.push_back({row.integer(0)}); });
        }
    }
    std::vector<CustomerId> customers;
    for (const auto id : store::customers_of(session, profiles)) customers.push_back({id});
    return customers;
}

std::vector<CustomerId> list_customers(sql::Session& session, CustomerId after, int limit) {
    std::vector<CustomerId> customers;
    session.rows(queries::list_customers, {{"after", after.value}, {"limit", limit}},
                 [&](const sql::Row& row) { customers.push_back({row.integer(0)}); });
    return customers;
}

std::vector<OrderRow> orders_of(sql::Session& session, CustomerId customer,
                                std::optional<OrderPlace> before, int limit) {
    const OrderPlace place = before.value_or(OrderPlace{std::numeric_limits<TimeMs>::max(), {}});
    std::vector<OrderRow> orders;
    for (const ProfileId profile : store::profiles_of(session, customer)) {
        session.rows(queries::orders_of_profile,
                     {{"profile", profile.value},
                      {"at", place.at},
                      {"id", place.id.value},
                      {"limit", limit}},
                     [&](const sql::Row& row) { orders.push_back(order_row_from(row)); });
    }
    std::sort(orders.begin(), orders.end(), newer);
    if (orders.size() > static_cast<std::size_t>(limit)) {
        orders.resize(static_cast<std::size_t>(limit));
    }
    return orders;
}

std::vector<OrderLine> lines_of(sql::Session& session, OrderId order) {
    std::vector<OrderLine> lines;
    session.rows(queries::lines_of_order, {{"order_id", order.value}},
                 [&](const sql::Row& row) { lines.push_back(line_from(row)); });
    return lines;
}

StoreCounts count_store(sql::Session& session) {
    StoreCounts counts;
    session.one(queries::count_store, {}, [&](const sql::Row& row) {
        row.read(counts.orders, counts.lines, counts.customers, counts.profiles, counts.links,
                 counts.products, counts.claims, counts.imports, counts.shops);
    });
    return counts;
}

}  // namespace vafa::commerce

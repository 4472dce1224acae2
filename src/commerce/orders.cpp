#include "commerce/orders.h"

#include <algorithm>
#include <limits>

#include "base/text.h"
#include "commerce/dto.h"
#include "commerce/search_tokens.h"
#include "commerce/shops.h"
#include "commerce/sql.h"
#include "commerce/store.h"
#include "commerce/store_rows.h"

namespace vafa::commerce {
namespace {

using FoundOrder = Candidate<OrderRow, OrderPlace>;

OrderRow order_row_from(const sql::Row& row) {
    OrderRow order;
    order.id.value = row.integer(0);
    order.shop.value = row.integer(1);
    order.key = row.text(2);
    order.number = row.is_null(3) ? order.key : std::string(row.text(3));
    order.profile.value = row.get<std::optional<std::int64_t>>(4).value_or(0);
    order.status = row.get<OrderStatus>(5);
    order.ordered_at = row.integer(6);
    order.flags = row.get<std::uint8_t>(7);
    order.currency = row.text(8);
    order.net_minor = row.get<std::optional<std::int64_t>>(9);
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
bool is_before(const OrderRow& row, const OrderPlace& place) {
    return row.ordered_at != place.at ? row.ordered_at < place.at : row.id < place.id;
}

std::vector<OrderRow> newest(std::vector<OrderRow> orders, std::int64_t limit) {
    std::sort(orders.begin(), orders.end(), newer);
    if (orders.size() > static_cast<std::size_t>(limit)) {
        orders.resize(static_cast<std::size_t>(limit));
    }
    return orders;
}

std::vector<OrderRow> of_profiles(sql::Session& session, std::span<const ProfileId> profiles,
                                  TimeMs from, const OrderPlace& before, std::int64_t limit) {
    std::vector<OrderRow> orders;
    for (const ProfileId profile : profiles) {
        session.rows(queries::orders_of_profile,
                     {{"profile", profile.value},
                      {"from", from},
                      {"at", before.at},
                      {"id", before.id.value},
                      {"limit", limit}},
                     [&](const sql::Row& row) { orders.push_back(order_row_from(row)); });
    }
    return newest(std::move(orders), limit);
}

std::vector<OrderRow> of_all(sql::Session& session, TimeMs from, const OrderPlace& before,
                             std::int64_t limit) {
    std::vector<OrderRow> orders;
    session.rows(queries::orders_newest,
                 {{"at", before.at}, {"id", before.id.value}, {"from", from}, {"limit", limit}},
                 [&](const sql::Row& row) { orders.push_back(order_row_from(row)); });
    return orders;
}

// All that are called so, whatever the place.
std::vector<OrderRow> called(sql::Session& session, std::string_view number) {
    const std::string key = order_key_typed(number);
    std::vector<OrderRow> orders;
    for (const Shop& shop : list_shops(session)) {
        session.rows(queries::orders_keyed,
                     {{"shop", shop.id.value},
                      {"from", key},
                      {"to", prefix_end(key)},
                      {"limit", kMaxCalled}},
                     [&](const sql::Row& row) { orders.push_back(order_row_from(row)); });
    }
    return orders;
}

bool fits(const OrderFilter& filter, const std::vector<ProfileId>& profiles, const OrderRow& row) {
    if (filter.status ? row.status != *filter.status : row.status == OrderStatus::deleted) {
        return false;
    }
    if (filter.shop && row.shop != *filter.shop) return false;
    if (filter.from && row.ordered_at < *filter.from) return false;
    if (filter.to && row.ordered_at >= *filter.to) return false;
    return !filter.customer || std::binary_search(profiles.begin(), profiles.end(), row.profile);
}

OrderPlace start_of(const OrderFilter& filter, const std::optional<OrderPlace>& before) {
    const OrderPlace end{filter.to.value_or(std::numeric_limits<TimeMs>::max()), {}};
    return before && before->at < end.at ? *before : end;
}

}  // namespace

std::string order_key_typed(std::string_view text) {
    std::string key = ascii_digits(trim(text));
    key.erase(0, std::min(key.find_first_not_of('#'), key.size()));
    return key;
}

std::vector<OrderRow> orders_of(sql::Session& session, CustomerId customer,
                                std::optional<OrderPlace> before, std::int64_t limit) {
    return of_profiles(session, store::profiles_of(session, customer),
                       std::numeric_limits<TimeMs>::min(),
                       before.value_or(OrderPlace{std::numeric_limits<TimeMs>::max(), {}}), limit);
}

OrderPage list_orders(sql::Session& session, const OrderFilter& filter,
                      std::optional<OrderPlace> before, std::int64_t limit) {
    std::vector<ProfileId> profiles;
    if (filter.customer) profiles = store::profiles_of(session, *filter.customer);
    const TimeMs from = filter.from.value_or(std::numeric_limits<TimeMs>::min());
    std::vector<OrderRow> by_number;
    if (!filter.number.empty()) by_number = called(session, filter.number);
    const auto read = [&](const OrderPlace& place, std::int64_t ask) {
        if (!filter.number.empty()) {
            std::vector<OrderRow> left;
            std::copy_if(by_number.begin(), by_number.end(), std::back_inserter(left),
                         [&](const OrderRow& row) { return is_before(row, place); });
            return newest(std::move(left), ask);
        }
        return filter.customer ? of_profiles(session, profiles, from, place, ask)
                               : of_all(session, from, place, ask);
    };
    return bounded_page<OrderRow>(
        start_of(filter, before), limit, [&](const OrderPlace& place, std::int64_t ask) {
            std::vector<FoundOrder> found;
            for (OrderRow& row : read(place, ask)) {
                const OrderPlace at{row.ordered_at, row.id};
                const bool meant = fits(filter, profiles, row);
                found.push_back({at, meant ? std::optional(std::move(row)) : std::nullopt});
            }
            return found;
        });
}

std::optional<OrderCard> find_order(sql::Session& session, OrderId id) {
    std::optional<OrderCard> order;
    session.one(queries::order_by_id, {{"id", id.value}}, [&](const sql::Row& row) {
        order.emplace().row = order_row_from(row);
        using Amount = std::optional<std::int64_t>;
        order->amounts = {row.get<Amount>(10), row.get<Amount>(11), row.get<Amount>(12),
                          row.get<Amount>(13), row.get<Amount>(15), row.integer(14),
                          row.get<Amount>(19)};
        order->coupon = store::text_at(row, 16);
        order->source = store::text_at(row, 17);
        order->import.value = row.integer(18);
        if (!row.is_null(20)) order->traits = decode_traits(row.text(20));
    });
    if (order) order->lines = lines_of(session, id);
    return order;
}

std::vector<OrderLine> lines_of(sql::Session& session, OrderId order) {
    std::vector<OrderLine> lines;
    session.rows(queries::lines_of_order, {{"order_id", order.value}},
                 [&](const sql::Row& row) { lines.push_back(line_from(row)); });
    return lines;
}

}  // namespace vafa::commerce

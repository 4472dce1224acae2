#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commerce/bounded_page.h"
#include "commerce/types.h"

namespace vafa::sql {
class Session;
}

namespace vafa::commerce {

struct OrderRow {
    OrderId id;
    ShopId shop;
    std::string key, number;
    ProfileId profile;  // none: anonymous
    OrderStatus status = OrderStatus::completed;
    TimeMs ordered_at = 0;
    std::uint8_t flags = 0;
    std::string currency;
    std::optional<std::int64_t> net_minor;
    bool operator==(const OrderRow&) const = default;
};

// A place in a list of orders: newest first, ties by id.
struct OrderPlace {
    TimeMs at = 0;
    OrderId id;
};
// Newest first, those before `before` (nothing: from the newest); all profiles of the customer.
std::vector<OrderRow> orders_of(sql::Session& session, CustomerId customer,
                                std::optional<OrderPlace> before, std::int64_t limit);

// Absent and empty: any.
struct OrderFilter {
    std::optional<CustomerId> customer = {};
    std::optional<ShopId> shop = {};
    std::optional<OrderStatus> status = {};    // absent: all but deleted
    std::optional<TimeMs> from = {}, to = {};  // to: exclusive
    // Begins the order's key, as people type it ("#1042"). Then at most kMaxCalled orders a shop
    // are looked at, by key.
    std::string number = {};
};
inline constexpr std::int64_t kMaxCalled = 200;
using OrderPage = PageOf<OrderRow, OrderPlace>;
OrderPage list_orders(sql::Session& session, const OrderFilter& filter,
                      std::optional<OrderPlace> before, std::int64_t limit);

struct OrderCard {
    OrderRow row;
    OrderAmounts amounts;
    std::string coupon, source;
    std::vector<std::pair<std::string, std::string>> traits;
    ImportId import;
    std::vector<OrderLine> lines;
};
std::optional<OrderCard> find_order(sql::Session& session, OrderId id);
std::vector<OrderLine> lines_of(sql::Session& session, OrderId order);

// The order's number as it is looked up: digits to ASCII, without the '#' people put before it.
std::string order_key_typed(std::string_view text);

}  // namespace vafa::commerce

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commerce/types.h"

namespace vafa::sql {
class Session;
}

namespace vafa::commerce {

struct Profile {
    ProfileId id;
    ShopId shop;
    ProfileKey key;
    bool operator==(const Profile&) const = default;
};

struct CustomerCard {
    CustomerId id;
    CustomerFields fields;
    std::vector<Profile> profiles;  // ascending by id
};
std::optional<CustomerCard> find_customer(sql::Session& session, CustomerId id);
// Whoever a source of any shop calls exactly so (an id, e-mail, phone or name), ascending.
std::vector<CustomerId> customers_called(sql::Session& session, std::string_view key);
// Ascending, those after `after`.
std::vector<CustomerId> list_customers(sql::Session& session, CustomerId after, int limit);

struct OrderRow {
    OrderId id;
    std::string key, number;
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
                                std::optional<OrderPlace> before, int limit);
std::vector<OrderLine> lines_of(sql::Session& session, OrderId order);

// For `vafa doctor`.
struct StoreCounts {
    std::int64_t orders = 0, lines = 0, customers = 0, profiles = 0, links = 0, products = 0,
                 claims = 0, imports = 0, shops = 0;
    bool operator==(const StoreCounts&) const = default;
};
StoreCounts count_store(sql::Session& session);

}  // namespace vafa::commerce

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
// Itself, or whom it was merged into. Whether there is such a customer is another question.
CustomerId canonical_of(sql::Session& session, CustomerId id);
// Ascending by id; `ids` distinct. Who has no row is missing from the answer.
std::vector<CustomerCard> customer_cards(sql::Session& session, std::vector<std::int64_t> ids);
// Whoever a source of any shop calls exactly so (an id, e-mail, phone or name), ascending.
std::vector<CustomerId> customers_called(sql::Session& session, std::string_view key);
// Ascending, those after `after`.
std::vector<CustomerId> list_customers(sql::Session& session, CustomerId after, int limit);

// For `vafa doctor`.
struct StoreCounts {
    std::int64_t orders = 0, lines = 0, customers = 0, profiles = 0, links = 0, products = 0,
                 claims = 0, imports = 0, shops = 0;
    bool operator==(const StoreCounts&) const = default;
};
StoreCounts count_store(sql::Session& session);

}  // namespace vafa::commerce

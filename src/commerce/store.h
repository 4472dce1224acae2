#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "commerce/plan.h"
#include "commerce/products.h"
#include "commerce/replay.h"
#include "platform/sql/session.h"

// What the fold reads and writes; always inside the caller's transaction.
namespace vafa::commerce::store {

struct StoredOrder {
    OrderState state;
    std::string fields;  // as encode_fields made them
};
// One a slot. Orders whose keys lie beyond the greatest stored one are not looked for: an import
// comes sorted by key, so the first one of a store looks for nothing.
std::vector<std::optional<StoredOrder>> load_orders(sql::Session& session,
                                                    std::span<const OrderFact> facts,
                                                    const Slots& slots);

struct StoredProfile {
    ProfileId profile;
    CustomerId customer;  // through the links
};
// What a profile is called; the key outlives the call.
struct ProfileName {
    ShopId shop;
    const ProfileKey* key = nullptr;
};
// One a name; the names are distinct.
std::vector<std::optional<StoredProfile>> load_profiles(sql::Session& session,
                                                        std::span<const ProfileName> names);

struct NewProfile {
    ProfileId id;
    std::uint32_t slot;  // of its name
};
void insert_profiles(sql::Session& session, std::span<const ProfileName> names,
                     std::span<const NewProfile> profiles);

// Ascending by id, as the ids are. Who has no row is missing from the answer.
std::vector<StoredOrder> load_orders_by_id(sql::Session& session,
                                           std::span<const std::int64_t> ids);
// Of these orders; by order, then arrival.
std::vector<StoredClaim> load_claims(sql::Session& session, std::span<const std::int64_t> orders);

// Rows, lines, claims and lifts. `arrival`: a claim's id, of the source that event ids come from.
void write_orders(sql::Session& session, std::span<const OrderFact> facts, const Changes& changes,
                  const std::function<std::int64_t(const Claim&)>& arrival);

// One a product; nothing for one not seen before.
struct StoredProduct {
    ProductId id;
    ProductWord word;  // of orders
    ToldProduct told = {};
    bool ordered = true;  // named by an order at least once

    const std::string& title() const;  // as people see it
};
std::vector<std::optional<StoredProduct>> load_products(sql::Session& session,
                                                        std::span<const ProductWord> words);
void insert_products(sql::Session& session, std::span<const StoredProduct> products);
// What orders say.
void update_products(sql::Session& session, std::span<const StoredProduct> products);
// What files say.
void update_told(sql::Session& session, std::span<const StoredProduct> products);
// Ascending; those that have a row. `ids` distinct.
std::vector<StoredProduct> load_products_by_id(sql::Session& session,
                                               std::span<const std::int64_t> ids);

struct CustomerRow {
    CustomerId id;
    CustomerFields fields;
};
// Ascending by id; `ids` distinct. Who has no row is missing from the answer.
std::vector<CustomerRow> load_customers(sql::Session& session, std::vector<std::int64_t> ids);
void insert_customers(sql::Session& session, std::span<const CustomerRow> rows);
void update_customers(sql::Session& session, std::span<const CustomerRow> rows);

// The latest words about a customer's profiles, of orders and of files, going back until every
// field that `wanted` has is found.
CustomerFields latest_fields(sql::Session& session, CustomerId customer,
                             const CustomerFields& wanted);
CustomerFields all_latest_fields(sql::Session& session, CustomerId customer);
// Profile → customer, through the links.
std::map<std::int64_t, std::int64_t> customer_of_profiles(sql::Session& session,
                                                          std::span<const ProfileId> profiles);
// The customers of these; ascending, each once.
std::vector<std::int64_t> customers_of(sql::Session& session, std::span<const ProfileId> profiles);
// Itself (unless it was linked to another) and those linked to it, ascending.
std::vector<ProfileId> profiles_of(sql::Session& session, CustomerId customer);

}  // namespace vafa::commerce::store

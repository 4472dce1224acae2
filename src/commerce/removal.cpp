#include "commerce/removal.h"

#include <algorithm>
#include <map>

#include "commerce/customer_fields.h"
#include "commerce/search_index.h"
#include "commerce/sql.h"
#include "commerce/store.h"
#include "platform/sql/batch.h"

namespace vafa::commerce {
namespace {

RemovedOrder removed_from(const sql::Row& row) {
    RemovedOrder order;
    order.before.id.value = row.integer(0);
    order.key = row.text(1);
    order.before.profile.value = row.get<std::optional<std::int64_t>>(2).value_or(0);
    order.before.ordered_at = row.integer(3);
    order.before.net_minor = row.get<std::optional<std::int64_t>>(4).value_or(0);
    order.before.flags = row.get<std::uint8_t>(5);
    order.before.version = row.integer(6);
    order.before.fingerprint = row.get<std::uint64_t>(7);
    order.before.import.value = row.integer(8);
    order.currency = row.text(9);
    return order;
}

void erase(sql::Session& session, const std::string& table, const std::string& key,
           std::span<const std::int64_t> ids) {
    auto batch = sql::Batch::erase(session, table, {key});
    for (const std::int64_t id : ids) batch.add(id);
    batch.finish();
}

std::vector<std::int64_t> profiles_of_shop(sql::Session& session, ShopId shop, int limit) {
    std::vector<std::int64_t> ids;
    session.rows(queries::profiles_of_shop, {{"shop", shop.value}, {"limit", limit}},
                 [&](const sql::Row& row) { ids.push_back(row.integer(0)); });
    std::sort(ids.begin(), ids.end());
    return ids;
}

// What is left of customers that lose profiles: old canonical id → the profiles that stay, the
// canonical one among them if it does.
using Remains = std::map<std::int64_t, std::vector<std::int64_t>>;

Remains remains_after(sql::Session& session, std::span<const std::int64_t> going) {
    std::vector<ProfileId> profiles;
    for (const std::int64_t id : going) profiles.push_back({id});
    Remains remains;
    for (const std::int64_t customer : store::customers_of(session, profiles)) {
        for (const ProfileId member : store::profiles_of(session, CustomerId{customer})) {
            if (!std::binary_search(going.begin(), going.end(), member.value)) {
                remains[customer].push_back(member.value);
            }
        }
    }
    return remains;
}

std::vector<std::int64_t> touched(std::span<const std::int64_t> going, const Remains& remains) {
    std::vector<std::int64_t> customers(going.begin(), going.end());
    for (const auto& [customer, members] : remains) {
        customers.push_back(customer);
        customers.push_back(members.front());
    }
    return customers;
}

// The smallest id that stays is the canonical one from now on.
void regroup(sql::Session& session, std::int64_t customer, std::span<const std::int64_t> members) {
    const bool kept = std::find(members.begin(), members.end(), customer) != members.end();
    const std::int64_t canonical = kept ? customer : members.front();
    auto rows = store::load_customers(session, {customer});
    store::CustomerRow row{CustomerId{canonical}, {}};
    if (!rows.empty()) row.fields = std::move(rows.front().fields);
    if (!kept) {
        session.execute(queries::move_links, {{"from", customer}, {"into", canonical}});
        store::insert_customers(session, {&row, 1});
    }
    row.fields = store::latest_fields(session, row.id, row.fields);
    store::update_customers(session, {&row, 1});
}

}  // namespace

std::vector<RemovedOrder> remove_orders(sql::Session& session, ShopId shop, int limit) {
    std::vector<RemovedOrder> removed;
    session.rows(queries::orders_of_shop, {{"shop", shop.value}, {"limit", limit}},
                 [&](const sql::Row& row) { removed.push_back(removed_from(row)); });
    std::vector<std::int64_t> ids;
    ids.reserve(removed.size());
    for (const RemovedOrder& order : removed) ids.push_back(order.before.id.value);
    std::sort(ids.begin(), ids.end());
    erase(session, "commerce_order_line", "order_id", ids);
    erase(session, "commerce_order_claim", "order_id", ids);
    erase(session, "commerce_order", "id", ids);
    return removed;
}

std::int64_t remove_profiles(sql::Session& session, ShopId shop, int limit) {
    const auto going = profiles_of_shop(session, shop, limit);
    remove_profiles(session, going);
    return static_cast<std::int64_t>(going.size());
}

void remove_profiles(sql::Session& session, const std::vector<std::int64_t>& going) {
    const Remains remains = remains_after(session, going);
    store::TokenUpdate tokens(session, touched(going, remains));
    erase(session, "commerce_profile_link", "profile", going);
    erase(session, "commerce_consent", "profile", going);
    erase(session, "commerce_customer_word", "profile", going);
    erase(session, "commerce_profile", "id", going);
    for (const auto& [customer, members] : remains) regroup(session, customer, members);
    erase(session, "commerce_customer", "id", going);
    tokens.apply();
}

void remove_shop_row(sql::Session& session, ShopId shop) {
    session.execute(queries::delete_product_tokens_of_shop, {{"shop", shop.value}});
    session.execute(queries::delete_product_words_of_shop, {{"shop", shop.value}});
    session.execute(queries::delete_products_of_shop, {{"shop", shop.value}});
    session.execute(queries::delete_shop, {{"id", shop.value}});
}

}  // namespace vafa::commerce

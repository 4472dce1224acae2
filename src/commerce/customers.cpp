#include "commerce/customers.h"

#include <algorithm>
#include <map>

#include "commerce/shops.h"
#include "commerce/sql.h"
#include "commerce/store.h"
#include "platform/sql/session.h"

namespace vafa::commerce {
namespace {

constexpr int kProfileKinds = 4;

Profile profile_from(const sql::Row& row) {
    return {ProfileId{row.integer(0)},
            ShopId{row.integer(1)},
            {row.get<ProfileKind>(2), std::string(row.text(3))}};
}

// Profile → place of its card. A customer that has a row is its own canonical profile; further
// ones are linked to it. `cards` ascending by id.
std::map<std::int64_t, std::size_t> card_of_profile(sql::Session& session,
                                                    const std::vector<CustomerCard>& cards) {
    std::map<std::int64_t, std::size_t> card_of;
    std::vector<std::int64_t> ids;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        ids.push_back(cards[i].id.value);
        card_of.emplace_hint(card_of.end(), ids.back(), i);
    }
    session.lookup(queries::members_of_customers, ids, [&](const sql::Row& row) {
        const auto card = std::lower_bound(ids.begin(), ids.end(), row.integer(0)) - ids.begin();
        card_of.emplace(row.integer(1), static_cast<std::size_t>(card));
    });
    return card_of;
}

}  // namespace

std::optional<CustomerCard> find_customer(sql::Session& session, CustomerId id) {
    auto cards = customer_cards(session, {id.value});
    if (cards.empty()) return std::nullopt;
    return std::move(cards.front());
}

CustomerId canonical_of(sql::Session& session, CustomerId id) {
    const ProfileId profile{id.value};
    return CustomerId{store::customers_of(session, {&profile, 1}).front()};
}

std::vector<CustomerCard> customer_cards(sql::Session& session, std::vector<std::int64_t> ids) {
    std::vector<CustomerCard> cards;
    for (auto& row : store::load_customers(session, std::move(ids))) {
        cards.push_back({row.id, std::move(row.fields), {}});
    }
    const auto card_of = card_of_profile(session, cards);
    std::vector<std::int64_t> profiles;
    for (const auto& [profile, card] : card_of) profiles.push_back(profile);
    session.lookup(queries::profiles_by_id, profiles, [&](const sql::Row& row) {
        cards[card_of.at(row.integer(0))].profiles.push_back(profile_from(row));
    });
    for (CustomerCard& card : cards) {
        std::sort(card.profiles.begin(), card.profiles.end(),
                  [](const Profile& a, const Profile& b) { return a.id < b.id; });
    }
    return cards;
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

StoreCounts count_store(sql::Session& session) {
    StoreCounts counts;
    session.one(queries::count_store, {}, [&](const sql::Row& row) {
        row.read(counts.orders, counts.lines, counts.customers, counts.profiles, counts.links,
                 counts.products, counts.claims, counts.imports, counts.shops);
    });
    return counts;
}

}  // namespace vafa::commerce

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>
#include <unordered_map>

#include "commerce/customer_fields.h"
#include "commerce/dto.h"
#include "commerce/sql.h"
#include "commerce/store.h"
#include "commerce/store_rows.h"
#include "platform/sql/batch.h"

namespace vafa::commerce::store {
namespace {

// Most orders say every field again, so the newest two usually settle it; pages then grow fourfold.
constexpr std::int64_t kFirstPage = 2;
constexpr std::int64_t kLargestPage = 128;

// The keys looked for in one (shop, kind), and the slot of each.
struct WantedKeys {
    std::vector<std::string> keys;
    std::unordered_map<std::string_view, std::uint32_t> slot_of;  // of the names' texts
};
using WantedByKind = std::map<std::pair<std::int64_t, std::int64_t>, WantedKeys>;

WantedByKind wanted_of(std::span<const ProfileName> names) {
    WantedByKind wanted;
    for (std::uint32_t slot = 0; slot < names.size(); ++slot) {
        const auto& [shop, key] = names[slot];
        WantedKeys& group = wanted[{shop.value, static_cast<std::int64_t>(key->kind)}];
        group.keys.push_back(key->value);
        group.slot_of.emplace(key->value, slot);
    }
    return wanted;
}

// Goes back through a profile's orders, newest first, page by page; to the first one where nothing
// in particular is wanted.
void hear_orders(sql::Session& session, ProfileId profile, const CustomerFields* wanted,
                 LatestFields& latest) {
    LatestFields of_profile;
    Stamp last{std::numeric_limits<TimeMs>::max(), ""};
    std::int64_t page = kFirstPage;
    bool more = true;
    while (more && (wanted == nullptr || !covers(of_profile.fields(), *wanted))) {
        const std::int64_t rows = session.rows(
            queries::fields_of_orders,
            {{"profile", profile.value}, {"at", last.at}, {"order_key", last.key}, {"limit", page}},
            [&](const sql::Row& row) {
                last = {row.integer(0), std::string(row.text(1))};
                const auto fields = decode_fields(row.text(2));
                if (fields.has_error()) return;
                of_profile.say(last, *fields);
                latest.say(last, *fields);
            });
        more = rows == page;
        page = std::min(4 * page, kLargestPage);
    }
}

// And through what files said of it.
void hear_words(sql::Session& session, ProfileId profile, const CustomerFields* wanted,
                LatestFields& latest) {
    LatestFields of_profile;
    Stamp last{std::numeric_limits<TimeMs>::max(), "", 0};
    std::int64_t page = kFirstPage;
    bool more = true;
    while (more && (wanted == nullptr || !covers(of_profile.fields(), *wanted))) {
        const std::int64_t rows = session.rows(queries::words_of_profile,
                                               {{"profile", profile.value},
                                                {"at", last.at},
                                                {"import", last.version},
                                                {"limit", page}},
                                               [&](const sql::Row& row) {
                                                   last = {row.integer(0), "", row.integer(1)};
                                                   const auto fields =
                                                       decode_fields(text_at(row, 2));
                                                   if (fields.has_error()) return;
                                                   of_profile.say(last, *fields);
                                                   latest.say(last, *fields);
                                               });
        more = rows == page;
        page = std::min(4 * page, kLargestPage);
    }
}

template <class Add>
void add_customer(const CustomerRow& row, const Add& add) {
    const CustomerFields& fields = row.fields;
    const std::string traits = encode_traits(fields.traits);
    add(row.id.value, text_or_null(fields.name), text_or_null(fields.email),
        text_or_null(fields.phone), text_or_null(fields.city), text_or_null(fields.country),
        text_or_null(traits));
}

CustomerRow customer_from(const sql::Row& row) {
    CustomerRow customer;
    customer.id.value = row.integer(0);
    customer.fields = {text_at(row, 1), text_at(row, 2), text_at(row, 3),
                       text_at(row, 4), text_at(row, 5), {}};
    if (!row.is_null(6)) customer.fields.traits = decode_traits(row.text(6));
    return customer;
}

}  // namespace

std::vector<std::optional<StoredProfile>> load_profiles(sql::Session& session,
                                                        std::span<const ProfileName> names) {
    std::vector<std::optional<StoredProfile>> stored(names.size());
    if (!session.one<std::int64_t>(queries::any_profile)) return stored;
    for (const auto& [kind, wanted] : wanted_of(names)) {
        session.lookup(queries::profiles_by_key, wanted.keys,
                       [&](const sql::Row& row) {
                           const std::int64_t id = row.integer(1);
                           const auto customer = row.get<std::optional<std::int64_t>>(2);
                           stored[wanted.slot_of.at(row.text(0))] =
                               StoredProfile{ProfileId{id}, CustomerId{customer.value_or(id)}};
                       },
                       {{"shop", kind.first}, {"kind", kind.second}});
    }
    return stored;
}

void insert_profiles(sql::Session& session, std::span<const ProfileName> names,
                     std::span<const NewProfile> profiles) {
    auto insert = sql::Batch::insert(session, "commerce_profile", {"id", "shop", "kind", "key"});
    for (const auto& [id, slot] : profiles) {
        const auto& [shop, key] = names[slot];
        insert.add(id.value, shop.value, static_cast<std::int64_t>(key->kind), key->value);
    }
    insert.finish();
}

std::vector<CustomerRow> load_customers(sql::Session& session, std::vector<std::int64_t> ids) {
    std::sort(ids.begin(), ids.end());
    std::vector<CustomerRow> customers;
    customers.reserve(ids.size());
    session.lookup(queries::customers_by_id, ids,
                   [&](const sql::Row& row) { customers.push_back(customer_from(row)); });
    std::sort(customers.begin(), customers.end(),
              [](const CustomerRow& a, const CustomerRow& b) { return a.id < b.id; });
    return customers;
}

void insert_customers(sql::Session& session, std::span<const CustomerRow> rows) {
    auto insert = sql::Batch::insert(session, "commerce_customer",
                                     {"id", "name", "email", "phone", "city", "country", "traits"});
    for (const CustomerRow& row : rows) {
        add_customer(row, [&](const auto&... cells) { insert.add(cells...); });
    }
    insert.finish();
}

void update_customers(sql::Session& session, std::span<const CustomerRow> rows) {
    auto update = sql::Batch::update(session, "commerce_customer", {"id"},
                                     {"name", "email", "phone", "city", "country", "traits"});
    for (const CustomerRow& row : rows) {
        add_customer(row, [&](const auto&... cells) { update.add(cells...); });
    }
    update.finish();
}

std::map<std::int64_t, std::int64_t> customer_of_profiles(sql::Session& session,
                                                          std::span<const ProfileId> profiles) {
    std::map<std::int64_t, std::int64_t> customer_of;
    for (const ProfileId profile : profiles) customer_of.emplace(profile.value, profile.value);
    std::vector<std::int64_t> keys;
    for (const auto& [profile, customer] : customer_of) keys.push_back(profile);
    session.lookup(queries::links_by_profile, keys,
                   [&](const sql::Row& row) { customer_of[row.integer(0)] = row.integer(1); });
    return customer_of;
}

std::vector<std::int64_t> customers_of(sql::Session& session, std::span<const ProfileId> profiles) {
    std::vector<std::int64_t> customers;
    for (const auto& [profile, customer] : customer_of_profiles(session, profiles)) {
        customers.push_back(customer);
    }
    std::sort(customers.begin(), customers.end());
    customers.erase(std::unique(customers.begin(), customers.end()), customers.end());
    return customers;
}

std::vector<ProfileId> profiles_of(sql::Session& session, CustomerId customer) {
    std::vector<ProfileId> profiles;
    const auto elsewhere =
        session.one<std::int64_t>(queries::customer_of_profile, {{"profile", customer.value}});
    if (elsewhere.value_or(customer.value) == customer.value) {
        profiles.push_back(ProfileId{customer.value});
    }
    session.rows(queries::members_of_customer, {{"customer", customer.value}},
                 [&](const sql::Row& row) {
                     const ProfileId member{row.integer(0)};
                     if (member.value != customer.value) profiles.push_back(member);
                 });
    std::sort(profiles.begin(), profiles.end());
    return profiles;
}

CustomerFields latest_fields(sql::Session& session, CustomerId customer,
                             const CustomerFields& wanted) {
    LatestFields latest;
    for (const ProfileId profile : profiles_of(session, customer)) {
        hear_orders(session, profile, &wanted, latest);
        hear_words(session, profile, &wanted, latest);
    }
    return latest.fields();
}

CustomerFields all_latest_fields(sql::Session& session, CustomerId customer) {
    LatestFields latest;
    for (const ProfileId profile : profiles_of(session, customer)) {
        hear_orders(session, profile, nullptr, latest);
        hear_words(session, profile, nullptr, latest);
    }
    return latest.fields();
}

}  // namespace vafa::commerce::store

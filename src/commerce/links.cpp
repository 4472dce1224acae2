#include "commerce/links.h"

#include "commerce/customer_fields.h"
#include "commerce/search_index.h"
#include "commerce/sql.h"
#include "commerce/store.h"
#include "platform/sql/session.h"

namespace vafa::commerce {
namespace {

struct LinkStanding {
    std::int64_t customer = 0;
    std::optional<Version> version;
};

LinkStanding standing_of(sql::Session& session, std::int64_t profile) {
    LinkStanding standing{profile, std::nullopt};
    session.lookup(queries::links_by_profile, std::vector<std::int64_t>{profile},
                   [&](const sql::Row& row) {
                       standing = {row.integer(1), row.integer(2)};
                   });
    return standing;
}

void set_link(sql::Session& session, std::int64_t profile, std::int64_t customer,
              const LinkWord& word) {
    session.execute(queries::set_link, {{"profile", profile},
                                        {"customer", customer},
                                        {"version", word.version},
                                        {"at", word.at},
                                        {"reason", word.reason}});
}

CustomerFields stored_fields(sql::Session& session, std::int64_t customer) {
    auto rows = store::load_customers(session, {customer});
    return rows.empty() ? CustomerFields{} : std::move(rows.front().fields);
}

// From the orders again, looking for the fields that `wanted` has.
void refresh(sql::Session& session, std::int64_t customer, const CustomerFields& wanted) {
    const CustomerId id{customer};
    const store::CustomerRow row{id, store::latest_fields(session, id, wanted)};
    store::update_customers(session, {&row, 1});
}

}  // namespace

bool merge_customers(sql::Session& session, CustomerId from, CustomerId into,
                     const LinkWord& word) {
    const std::int64_t source = standing_of(session, from.value).customer;
    const std::int64_t target = standing_of(session, into.value).customer;
    const auto newest = standing_of(session, source).version;
    if (source == target || (newest && *newest > word.version)) return false;
    store::TokenUpdate tokens(session, {source, target});
    const CustomerFields both =
        hear(stored_fields(session, target), stored_fields(session, source)).fields;
    for (const ProfileId member : store::profiles_of(session, CustomerId{source})) {
        set_link(session, member.value, target, word);
    }
    session.execute(queries::delete_customer, {{"id", source}});
    refresh(session, target, both);
    tokens.apply();
    return true;
}

bool unlink_profile(sql::Session& session, ProfileId profile, const LinkWord& word) {
    const LinkStanding standing = standing_of(session, profile.value);
    if (standing.customer == profile.value) return false;
    if (standing.version && *standing.version > word.version) return false;
    store::TokenUpdate tokens(session, {profile.value, standing.customer});
    const CustomerFields both = stored_fields(session, standing.customer);
    set_link(session, profile.value, profile.value, word);
    const store::CustomerRow empty{CustomerId{profile.value}, {}};
    store::insert_customers(session, {&empty, 1});
    refresh(session, profile.value, both);
    refresh(session, standing.customer, both);
    tokens.apply();
    return true;
}

std::vector<std::pair<std::int64_t, std::int64_t>> all_links(sql::Session& session) {
    std::vector<std::pair<std::int64_t, std::int64_t>> links;
    session.rows(queries::all_links, {},
                 [&](const sql::Row& row) { links.emplace_back(row.integer(0), row.integer(1)); });
    return links;
}

}  // namespace vafa::commerce

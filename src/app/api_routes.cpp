#include "app/api_routes.h"

#include <iterator>

#include "accounts/routes.h"
#include "app/version.h"
#include "base/rng.h"
#include "ingest/routes.h"
#include "platform/json/json.h"
#include "platform/rest/openapi.h"

namespace vafa::app {
namespace {

void add(std::vector<rest::Route>& into, std::vector<rest::Route> routes) {
    into.insert(into.end(), std::make_move_iterator(routes.begin()),
                std::make_move_iterator(routes.end()));
}

}  // namespace

std::vector<rest::Route> api_routes(accounts::Services& accounts, LiveStore* store) {
    std::vector<rest::Route> routes;
    add(routes, accounts::routes(accounts));
    add(routes, ingest::routes(store == nullptr ? nullptr : &store->imports()));
    return routes;
}

std::string api_description() {
    auto database = sql::Database::open_sqlite_memory();
    VAFA_ASSERT(database.has_value());
    const FixedClock clock(0);
    Rng rng(1);
    IdSource ids(clock, rng);
    accounts::Argon2Hasher hasher;
    accounts::Services accounts(**database, ids, hasher);
    return json::pretty(rest::openapi(api_routes(accounts, nullptr), kVersion));
}

}  // namespace vafa::app

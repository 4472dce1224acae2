#include "app/api_routes.h"

#include <iterator>

#include "accounts/routes.h"
#include "app/demo_routes.h"
#include "app/version.h"
#include "base/rng.h"
#include "board/api.h"
#include "board/routes.h"
#include "commerce/routes.h"
#include "customers/routes.h"
#include "ingest/routes.h"
#include "metrics/routes.h"
#include "platform/json/json.h"
#include "platform/log/log.h"
#include "platform/rest/openapi.h"
#include "value/routes.h"

namespace vafa::app {
namespace {

void add(std::vector<rest::Route>& into, std::vector<rest::Route> routes) {
    into.insert(into.end(), std::make_move_iterator(routes.begin()),
                std::make_move_iterator(routes.end()));
}

metrics::ReportRoutesDeps report_deps(metrics::ReportCache& reports, LiveStore* store) {
    return {[store] { return store->data_version(); },
            [store] { return Result<commerce::Settings>(store->settings()); },
            [store]() -> Result<std::shared_ptr<const metrics::Engine>> {
                VAFA_TRY(auto view, store->view());
                return store->engine(std::move(view));
            },
            reports,
            [store] {
                return store->database().read([](sql::Session& session) {
                    return Result<metrics::PriceIndex>(board::load_prices(session));
                });
            }};
}

// What happened is committed; a failure here leaves reports behind until the next start.
void log_failure(const char* what, const Result<void>& done) {
    if (done.has_error()) log::error("{}: {}", what, done.error().key);
}

commerce::RoutesDeps commerce_deps(sql::Database& database, LiveStore* store) {
    commerce::RoutesDeps deps{database};
    if (store == nullptr) return deps;
    deps.settings_changed = [store] { log_failure("settings", store->settings_changed()); };
    deps.links_changed = [store] { log_failure("links", store->links_changed()); };
    return deps;
}

customers::RoutesDeps customer_deps(accounts::Services& accounts, LiveStore* store) {
    sql::Database& database = accounts.database;
    customers::RoutesDeps deps{database, nullptr, {}, &accounts.ids};
    if (store == nullptr) return deps;
    deps.directory = std::make_shared<customers::DirectoryCache>(customers::DirectoryCache::Deps{
        database, [store] { return store->data_version(); },
        [store] { return store->customer_figures(); }, &store->clock(),
        [store] { return store->values().scores(); }});
    deps.exports = store->path() / "exports";
    return deps;
}

}  // namespace

std::vector<rest::Route> api_routes(accounts::Services& accounts, metrics::ReportCache& reports,
                                    LiveStore* store) {
    std::vector<rest::Route> routes;
    add(routes, accounts::routes(accounts));
    add(routes, commerce::routes(commerce_deps(accounts.database, store)));
    add(routes, customers::routes(customer_deps(accounts, store)));
    add(routes, metrics::routes(report_deps(reports, store)));
    board::RoutesDeps board{accounts.database, accounts.ids};
    if (store != nullptr) board.prices_changed = [store] { store->touch(); };
    add(routes, board::routes(board));
    add(routes, ingest::routes(store == nullptr ? nullptr : &store->imports()));
    add(routes, value::routes({accounts.database, store == nullptr ? nullptr : &store->values()}));
    add(routes, demo_routes(store));
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
    metrics::ReportCache reports;
    return json::pretty(rest::openapi(api_routes(accounts, reports, nullptr), kVersion));
}

}  // namespace vafa::app

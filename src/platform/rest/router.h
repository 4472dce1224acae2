#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "platform/http/server.h"
#include "platform/rest/gate.h"
#include "platform/rest/rate_limit.h"
#include "platform/rest/route.h"

namespace vafa::sql {
class Database;
}  // namespace vafa::sql

namespace vafa::rest {

// Answers what the routes describe: finds the route, asks the gate who calls, checks the
// permission, decodes, runs, encodes. Thread-safe.
class Router {
public:
    struct Deps {
        sql::Database& database;
        Gate& gate;
        const Clock& clock;
        std::filesystem::path uploads;  // where bodies of uploads are written; exists
    };
    // Asserts that no two routes meet at one address.
    Router(Deps deps, std::vector<Route> routes);

    http::Plan plan(const http::RequestHead& head);
    http::Response answer(http::Request& request);

    // The path of the route that answers there ("/api/v1/customers/{id}"), else "unknown": for
    // logs.
    std::string_view pattern(http::Method method, std::string_view path) const;

    const std::vector<Route>& routes() const { return routes_; }

private:
    struct Match {
        const Route* route = nullptr;
        std::map<std::string, std::string> path;
    };
    Result<Match> match(http::Method method, std::string_view path) const;
    Result<http::Response> run(Call& call, http::Request& request, Route::Refusal& refusal);
    Result<void> admit(Call& call, const Route& route);
    void record_changes(sql::Session& session, const Call& call) const;
    Result<boost::json::value> transact(Call& call, const Route& route, const Route::Write& write);
    Result<boost::json::value> write_once(sql::Session& session, Call& call, const Route& route,
                                          const Route::Write& write);

    Deps deps_;
    std::vector<Route> routes_;
    std::vector<std::vector<std::string>> segments_;  // of each route's path
    RateLimit strangers_;
};

}  // namespace vafa::rest

#pragma once

#include <functional>
#include <vector>

#include "base/ids.h"
#include "platform/rest/route.h"
#include "platform/sql/database.h"

namespace vafa::board {

struct RoutesDeps {
    sql::Database& database;
    IdSource& ids;
    // After the commit: reports in real terms answer anew.
    std::function<void()> prices_changed = [] {};
};

// Goals, notes and the price index, under /api/v1.
std::vector<rest::Route> routes(const RoutesDeps& deps);

std::vector<rest::Route> note_routes(const RoutesDeps& deps);
std::vector<rest::Route> goal_routes(const RoutesDeps& deps);
std::vector<rest::Route> price_routes(const RoutesDeps& deps);

}  // namespace vafa::board

#pragma once

#include <vector>

#include "platform/rest/route.h"
#include "platform/sql/database.h"

namespace vafa::value {

class Jobs;

struct RoutesDeps {
    sql::Database& database;
    Jobs* jobs = nullptr;  // null: they can be described, not run
};

// What customers are worth, under /api/v1/value.
std::vector<rest::Route> routes(const RoutesDeps& deps);

}  // namespace vafa::value

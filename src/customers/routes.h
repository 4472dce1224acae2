#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "base/ids.h"
#include "customers/directory_cache.h"
#include "platform/rest/route.h"
#include "platform/sql/database.h"

namespace vafa::customers {

struct RoutesDeps {
    sql::Database& database;
    std::shared_ptr<DirectoryCache> directory;
    // A folder for exports on their way out; made when needed, each file gone once it is sent.
    std::filesystem::path exports;
    IdSource* ids = nullptr;  // of notes
};

// Customers under /api/v1/customers; their orders and who is one with whom are commerce's.
std::vector<rest::Route> routes(const RoutesDeps& deps);

std::vector<rest::Route> list_routes(const RoutesDeps& deps);
std::vector<rest::Route> export_routes(const RoutesDeps& deps);
std::vector<rest::Route> note_routes(const RoutesDeps& deps);  // and what else happened

}  // namespace vafa::customers

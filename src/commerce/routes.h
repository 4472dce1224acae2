#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "platform/rest/route.h"
#include "platform/sql/database.h"

namespace vafa::commerce {

struct RoutesDeps {
    sql::Database& database;
    // A folder for exports on their way out; made when needed, each file gone once it is sent.
    std::filesystem::path exports;
    // After the commit, where something did change: settings (time zone, calendar, what counts),
    // and which profiles are one customer (all_links).
    std::function<void()> settings_changed = [] {};
    std::function<void()> links_changed = [] {};
};

// Customers, orders, products, shops and settings, under /api/v1.
std::vector<rest::Route> routes(const RoutesDeps& deps);

std::vector<rest::Route> customer_routes(const RoutesDeps& deps);
std::vector<rest::Route> link_routes(const RoutesDeps& deps);
std::vector<rest::Route> order_routes(const RoutesDeps& deps);  // products and shops, too
std::vector<rest::Route> setting_routes(const RoutesDeps& deps);

}  // namespace vafa::commerce

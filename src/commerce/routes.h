#pragma once

#include <functional>
#include <vector>

#include "platform/rest/route.h"
#include "platform/sql/database.h"

namespace vafa::commerce {

struct RoutesDeps {
    sql::Database& database;
    // After the commit, where something did change: settings (time zone, calendar, what counts),
    // and which profiles are one customer (all_links).
    std::function<void()> settings_changed = [] {};
    std::function<void()> links_changed = [] {};
};

// Orders, products, shops and settings, and which profiles are one customer, under /api/v1. Who the
// customers are is answered by the module of that name.
std::vector<rest::Route> routes(const RoutesDeps& deps);

std::vector<rest::Route> customer_routes(const RoutesDeps& deps);  // their orders
std::vector<rest::Route> link_routes(const RoutesDeps& deps);
std::vector<rest::Route> order_routes(const RoutesDeps& deps);  // products and shops, too
std::vector<rest::Route> setting_routes(const RoutesDeps& deps);

}  // namespace vafa::commerce

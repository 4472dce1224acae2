#pragma once

#include <boost/json/object.hpp>
#include <string_view>
#include <vector>

#include "platform/rest/route.h"

namespace vafa::rest {

// The OpenAPI 3.1 document of the routes: what is not in it does not exist. Deterministic: paths in
// order, schemas by name.
boost::json::object openapi(const std::vector<Route>& routes, std::string_view version);

}  // namespace vafa::rest

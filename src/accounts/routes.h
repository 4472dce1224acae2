#pragma once

#include <vector>

#include "accounts/services.h"
#include "platform/rest/route.h"

namespace vafa::accounts {

// `services` outlives them.
std::vector<rest::Route> session_routes(Services& services);  // signing in, one's own account
std::vector<rest::Route> second_factor_routes(Services& services);
std::vector<rest::Route> user_routes(Services& services);
std::vector<rest::Route> api_key_routes(Services& services);
std::vector<rest::Route> audit_routes(Services& services);

std::vector<rest::Route> routes(Services& services);  // all of them

}  // namespace vafa::accounts

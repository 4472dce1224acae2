#include "accounts/routes.h"

#include <iterator>

namespace vafa::accounts {

std::vector<rest::Route> routes(Services& services) {
    std::vector<rest::Route> all;
    for (auto* part :
         {session_routes, second_factor_routes, user_routes, api_key_routes, audit_routes}) {
        auto some = part(services);
        std::move(some.begin(), some.end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace vafa::accounts

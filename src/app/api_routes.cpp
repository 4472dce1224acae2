#include "app/api_routes.h"

namespace vafa::app {

std::vector<rest::Route> api_routes(LiveStore&, accounts::AccountsGate&) { return {}; }

}  // namespace vafa::app

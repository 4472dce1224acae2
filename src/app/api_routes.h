#pragma once

#include <string>
#include <vector>

#include "accounts/gate.h"
#include "app/live_store.h"
#include "platform/rest/route.h"

namespace vafa::app {

// Every module's table of routes, wired to the store.
std::vector<rest::Route> api_routes(LiveStore& store, accounts::AccountsGate& gate);

}  // namespace vafa::app

#pragma once

#include <vector>

#include "app/live_store.h"
#include "platform/rest/route.h"

namespace vafa::app {

// /api/v1/demo: the made-up store inside this one. Without a store (null) they can be described,
// not run.
std::vector<rest::Route> demo_routes(LiveStore* store);

}  // namespace vafa::app

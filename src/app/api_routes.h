#pragma once

#include <string>
#include <vector>

#include "accounts/services.h"
#include "app/live_store.h"
#include "metrics/report_cache.h"
#include "platform/rest/route.h"

namespace vafa::app {

// Every module's table of routes, wired to the store. All of it outlives them. Without a store
// (null) they can be described, not run.
std::vector<rest::Route> api_routes(accounts::Services& accounts, metrics::ReportCache& reports,
                                    LiveStore* store);

// api/openapi.json: the document, as people read it.
std::string api_description();

}  // namespace vafa::app

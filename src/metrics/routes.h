#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "base/result.h"
#include "metrics/api.h"
#include "metrics/report_cache.h"
#include "metrics/report_request.h"
#include "platform/rest/route.h"

namespace vafa::commerce {
struct Settings;
}

namespace vafa::metrics {

// How the routes reach the store.
struct ReportRoutesDeps {
    // Rises whenever an answer may have changed. Asked first, so that an answer is at least as new
    // as the version it is kept under.
    std::function<std::uint64_t()> data_version;
    std::function<Result<commerce::Settings>()> settings;
    // Keeps alive what it reads.
    std::function<Result<std::shared_ptr<const Engine>>()> engine;
    ReportCache& cache;    // outlives the routes
    PricesOf prices = {};  // nothing: the store keeps none
};

// GET /api/v1/reports and one route a report, whose answer is byte for byte what
// `vafa report NAME --format json` prints.
std::vector<rest::Route> routes(const ReportRoutesDeps& deps);

}  // namespace vafa::metrics

#pragma once

#include <map>
#include <string>

#include "base/result.h"
#include "metrics/options.h"
#include "metrics/report_request.h"

namespace vafa::app {

// Puts the flags that were typed ("as-of" → "2011-12") over `defaults` (the store's settings): the
// same request as the API's. Errors name the flag.
Result<metrics::Options> report_options(const std::map<std::string, std::string>& typed,
                                        metrics::Options defaults,
                                        const metrics::PricesOf& prices = {});

}  // namespace vafa::app

#pragma once

#include "metrics/insight_types.h"
#include "metrics/orders.h"

namespace vafa::metrics {

Result<Seasons> seasons(const Orders& orders, const Options& options);

}  // namespace vafa::metrics

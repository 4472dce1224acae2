#pragma once

#include "metrics/orders.h"
#include "metrics/types.h"

namespace vafa::metrics {

Result<Survival> survival(const Orders& orders, const Options& options);

}  // namespace vafa::metrics

#pragma once

#include "metrics/orders.h"
#include "metrics/types.h"

namespace vafa::metrics {

Result<Periods> periods(const Orders& orders, const Options& options);

}  // namespace vafa::metrics

#pragma once

#include "metrics/insight_types.h"
#include "metrics/orders.h"

namespace vafa::metrics {

Result<Products> products(const Orders& orders, const Options& options);

}  // namespace vafa::metrics

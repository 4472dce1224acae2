#pragma once

#include "metrics/orders.h"
#include "metrics/types.h"

namespace vafa::metrics {

Result<Rfm> rfm(const Orders& orders, const Options& options);

}  // namespace vafa::metrics

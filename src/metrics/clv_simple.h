#pragma once

#include "metrics/insight_types.h"
#include "metrics/orders.h"

namespace vafa::metrics {

inline constexpr double kMaxLifetimeYears = 10;
Result<ClvSimple> clv_simple(const Orders& orders, const Options& options);

}  // namespace vafa::metrics

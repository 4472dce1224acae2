#pragma once

#include "metrics/insight_types.h"
#include "metrics/orders.h"

namespace vafa::metrics {

// A claim needs so many customers behind it before its own number is shown.
inline constexpr std::int64_t kMinClaimCustomers = 30;
Result<Claims> claims(const Orders& orders, const Options& options);

}  // namespace vafa::metrics

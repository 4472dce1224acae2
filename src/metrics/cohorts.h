#pragma once

#include "metrics/orders.h"
#include "metrics/types.h"

namespace vafa::metrics {

// too_large `error.metrics_too_many_periods` past kMaxCohortPeriods between the first cohort and E.
inline constexpr std::size_t kMaxCohortPeriods = 2000;
Result<Cohorts> cohorts(const Orders& orders, const Options& options);

}  // namespace vafa::metrics

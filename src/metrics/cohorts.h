#pragma once

#include "metrics/orders.h"
#include "metrics/types.h"

namespace vafa::metrics {

// too_large `error.metrics_too_many_periods` past kMaxCohortPeriods (cohort_sums.h) from the first
// cohort to E.
Result<Cohorts> cohorts(const Orders& orders, const Options& options);

}  // namespace vafa::metrics

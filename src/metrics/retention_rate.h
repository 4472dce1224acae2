#pragma once

#include "metrics/orders.h"
#include "metrics/types.h"

namespace vafa::metrics {

Result<RetentionRate> retention_rate(const Orders& orders, const Options& options);

// Which period retention_rate takes: the years it spans, for whoever wants a yearly rate.
struct RetentionOverPeriod {
    RetentionRate rate;
    std::int32_t months = 12;  // 0: the period was given by the options
};
Result<RetentionOverPeriod> retention_over_period(const Orders& orders, const Options& options);

// The same date so many months earlier; a day that month lacks becomes its last.
Day months_before(CalendarKind calendar, Day day, std::int32_t months);

}  // namespace vafa::metrics

#pragma once

#include "metrics/types.h"
#include "platform/json/json.h"

namespace vafa::metrics {
namespace wire {

struct RetentionRate {
    std::optional<std::string> start_day, end_day;
    std::int64_t start_customers = 0, end_customers = 0, retained_customers = 0, new_customers = 0,
                 reactivated_customers = 0;
    std::optional<double> retention_rate, churn_rate;
    std::int32_t window_days = 0;
};
BOOST_DESCRIBE_STRUCT(RetentionRate, (),
                      (start_day, end_day, start_customers, end_customers, retained_customers,
                       new_customers, reactivated_customers, retention_rate, churn_rate,
                       window_days))
json::Notes field_notes(const RetentionRate*);

}  // namespace wire

wire::RetentionRate to_wire(const RetentionRate& rate, const Options& options);

}  // namespace vafa::metrics

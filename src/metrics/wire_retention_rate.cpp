#include "metrics/wire_retention_rate.h"

#include "metrics/wire_values.h"

namespace vafa::metrics {

json::Notes wire::field_notes(const RetentionRate*) {
    return {
        "RetentionRateData",
        {{.name = "start_day", .text = "End of this day is the start; null without orders."},
         {.name = "end_day", .text = "End of this day is the end; null without orders."},
         {.name = "start_customers",
          .text = "Active at the start: a purchase on one of the window_days days up to it."},
         {.name = "end_customers", .text = "Active at the end."},
         {.name = "retained_customers", .text = "Active at both."},
         {.name = "new_customers", .text = "Active at the end, first purchase after the start."},
         {.name = "reactivated_customers",
          .text = "Active at the end, not at the start, and not new."},
         {.name = "retention_rate", .text = "retained_customers / start_customers."},
         {.name = "churn_rate", .text = "1 − retention_rate."},
         {.name = "window_days", .text = "Days within which a purchase makes active."}}};
}

wire::RetentionRate to_wire(const RetentionRate& r, const Options& options) {
    return {.start_day = wire::day(r.start_day, options),
            .end_day = wire::day(r.end_day, options),
            .start_customers = r.start_customers,
            .end_customers = r.end_customers,
            .retained_customers = r.retained_customers,
            .new_customers = r.new_customers,
            .reactivated_customers = r.reactivated_customers,
            .retention_rate = r.retention_rate,
            .churn_rate = r.churn_rate,
            .window_days = r.window_days};
}

}  // namespace vafa::metrics

#pragma once

#include "metrics/insight_types.h"
#include "platform/json/json.h"

namespace vafa::metrics {
namespace wire {

struct ClvSimple {
    std::optional<double> average_order_value_minor, purchases_per_year, yearly_churn_rate,
        lifetime_years;
    bool lifetime_capped = false;
    std::optional<double> margin, clv_minor;
};
BOOST_DESCRIBE_STRUCT(ClvSimple, (),
                      (average_order_value_minor, purchases_per_year, yearly_churn_rate,
                       lifetime_years, lifetime_capped, margin, clv_minor))
json::Notes field_notes(const ClvSimple*);

}  // namespace wire

wire::ClvSimple to_wire(const ClvSimple& clv, const Options& options);

}  // namespace vafa::metrics

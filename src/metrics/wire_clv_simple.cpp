#include "metrics/wire_clv_simple.h"

#include "metrics/wire_values.h"

namespace vafa::metrics {

json::Notes wire::field_notes(const ClvSimple*) {
    return {"ClvSimpleData",
            {{.name = "average_order_value_minor",
              .text = "Average purchase of the last 365 days, in minor units."},
             {.name = "purchases_per_year",
              .text = "Purchases a customer who bought in those days made in them."},
             {.name = "yearly_churn_rate", .text = "1 − the yearly retention rate."},
             {.name = "lifetime_years", .text = "1 / yearly_churn_rate, at most ten."},
             {.name = "lifetime_capped", .text = "Whether those ten years were reached."},
             {.name = "margin", .text = "Share of revenue that is profit; null: not known."},
             {.name = "clv_minor",
              .text = "The product of the above, in minor units; without a margin, of revenue."}}};
}

wire::ClvSimple to_wire(const ClvSimple& clv, const Options&) {
    return {.average_order_value_minor = wire::decimal(clv.average_order_value_minor),
            .purchases_per_year = clv.purchases_per_year,
            .yearly_churn_rate = clv.yearly_churn_rate,
            .lifetime_years = clv.lifetime_years,
            .lifetime_capped = clv.lifetime_capped,
            .margin = clv.margin,
            .clv_minor = wire::decimal(clv.clv_minor)};
}

}  // namespace vafa::metrics

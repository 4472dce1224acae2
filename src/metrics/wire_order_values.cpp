#include "metrics/wire_order_values.h"

#include "metrics/wire_values.h"

namespace vafa::metrics {
namespace wire {

json::Notes field_notes(const OrderValue*) {
    return {"OrderValue",
            {{.name = "ordinal", .text = "Which of the customer's purchases, from 1."},
             {.name = "customers", .text = "Customers who made it in range."},
             {.name = "revenue_minor", .text = "Revenue of these purchases, in minor units."},
             {.name = "average_value_minor", .text = "revenue_minor / customers, minor units."}}};
}

json::Notes field_notes(const OrderValues*) {
    return {"OrderValuesData",
            {{.name = "ordinals", .text = "First to twentieth purchase, those that happened."}}};
}

}  // namespace wire

wire::OrderValues to_wire(const OrderValues& values, const Options&) {
    return {wire::list<wire::OrderValue>(values.ordinals, [](const OrderValue& v) {
        return wire::OrderValue{v.ordinal, v.customers, v.revenue_minor,
                                wire::decimal(v.average_value_minor)};
    })};
}

}  // namespace vafa::metrics

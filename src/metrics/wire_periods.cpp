#include "metrics/wire_periods.h"

#include "metrics/wire_values.h"

namespace vafa::metrics {
namespace wire {

json::Notes field_notes(const PeriodFigures*) {
    return {
        "PeriodFigures",
        {{.name = "period", .text = "\"2024-01\", \"2024-W05\", \"2024-Q1\", in the calendar."},
         {.name = "customers", .text = "Customers with a purchase in the period."},
         {.name = "new", .text = "Of them, those whose first purchase it holds."},
         {.name = "returning", .text = "Of them, those who also bought in the period before."},
         {.name = "resurrected",
          .text = "Of them, those who bought earlier, but not in the period before."},
         {.name = "dormant", .text = "Who bought in the period before and not in this one."},
         {.name = "returning_before_period",
          .text = "Customers whose first purchase lies before the period."},
         {.name = "returning_any_earlier_order",
          .text = "The same, and those who bought twice inside it."},
         {.name = "revenue_minor", .text = "Revenue of the period, in minor units."},
         {.name = "revenue_from_repeat_orders_minor",
          .text = "Of purchases that are not somebody's first, in minor units."},
         {.name = "retained_next",
          .text = "Customers who also buy in the next period; null until that one is over."},
         {.name = "nrr",
          .text = "Revenue of these customers in the next period / in this one; null until that "
                  "one is over, and without revenue."},
         {.name = "grr",
          .text = "The same, each customer counted up to what they brought in this period."},
         {.name = "complete", .text = "Whether the period is over by the data end."}}};
}

json::Notes field_notes(const Periods*) {
    return {"PeriodsData",
            {{.name = "periods", .text = "Every period in range, ascending, none left out."}}};
}

namespace {

PeriodFigures period_figures(const metrics::PeriodFigures& p, const Options& options) {
    return {.period = period(p.period, options),
            .customers = p.customers,
            .new_ = p.new_customers,
            .returning = p.returning,
            .resurrected = p.resurrected,
            .dormant = p.dormant,
            .returning_before_period = p.returning_before_period,
            .returning_any_earlier_order = p.returning_any_earlier_order,
            .revenue_minor = p.revenue_minor,
            .revenue_from_repeat_orders_minor = p.revenue_from_repeat_orders_minor,
            .retained_next = p.retained_next,
            .nrr = p.nrr,
            .grr = p.grr,
            .complete = p.complete};
}

}  // namespace
}  // namespace wire

wire::Periods to_wire(const Periods& periods, const Options& options) {
    return {wire::list<wire::PeriodFigures>(
        periods.periods, [&](const PeriodFigures& p) { return wire::period_figures(p, options); })};
}

}  // namespace vafa::metrics

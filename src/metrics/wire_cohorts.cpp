#include "metrics/wire_cohorts.h"

#include "metrics/wire_values.h"

namespace vafa::metrics {
namespace wire {

json::Notes field_notes(const CohortCell*) {
    return {
        "CohortCell",
        {{.name = "offset",
          .text = "Periods after the cohort's own; of rolling cohorts, spans of 1, 7 or 30 days "
                  "after the first purchase."},
         {.name = "customers", .text = "Customers of the cohort with a purchase at this offset."},
         {.name = "unbounded_customers", .text = "Customers with one at this offset or later."},
         {.name = "orders", .text = "Their counted orders at this offset."},
         {.name = "purchases", .text = "Their purchases at this offset."},
         {.name = "revenue_minor", .text = "Their revenue at this offset, in minor units."},
         {.name = "cumulative_revenue_per_customer_minor",
          .text = "Revenue up to this offset / size of the cohort, in minor units."},
         {.name = "nrr", .text = "Revenue / revenue at offset 0; null without revenue there."},
         {.name = "complete", .text = "Whether the offset is over for the whole cohort."}}};
}

json::Notes field_notes(const Cohort*) {
    return {"Cohort",
            {{.name = "period", .text = "Period of the first purchase: \"2024-01\", \"2024-W05\"."},
             {.name = "size", .text = "Customers whose first purchase lies in it."},
             {.name = "cells", .text = "What they did at each offset."}}};
}

json::Notes field_notes(const Cohorts*) {
    return {
        "CohortsData",
        {{.name = "cohorts", .text = "Ascending by period; those without customers left out."}}};
}

namespace {

CohortCell cell_of(const metrics::CohortCell& cell) {
    return {.offset = cell.offset,
            .customers = cell.customers,
            .unbounded_customers = cell.unbounded_customers,
            .orders = cell.orders,
            .purchases = cell.purchases,
            .revenue_minor = cell.revenue_minor,
            .cumulative_revenue_per_customer_minor =
                decimal(cell.cumulative_revenue_per_customer_minor),
            .nrr = cell.nrr,
            .complete = cell.complete};
}

}  // namespace
}  // namespace wire

wire::Cohorts to_wire(const Cohorts& cohorts, const Options& options) {
    return {wire::list<wire::Cohort>(cohorts.cohorts, [&](const Cohort& cohort) -> wire::Cohort {
        return {wire::period(cohort.period, options), cohort.size,
                wire::list<wire::CohortCell>(cohort.cells, wire::cell_of)};
    })};
}

}  // namespace vafa::metrics

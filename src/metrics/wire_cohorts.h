#pragma once

#include "metrics/types.h"
#include "platform/json/json.h"

namespace vafa::metrics {
namespace wire {

struct CohortCell {
    std::int32_t offset = 0;
    std::int64_t customers = 0, unbounded_customers = 0, orders = 0, purchases = 0,
                 revenue_minor = 0;
    std::optional<double> cumulative_revenue_per_customer_minor, nrr;
    bool complete = false;
};
BOOST_DESCRIBE_STRUCT(CohortCell, (),
                      (offset, customers, unbounded_customers, orders, purchases, revenue_minor,
                       cumulative_revenue_per_customer_minor, nrr, complete))
json::Notes field_notes(const CohortCell*);

struct Cohort {
    std::string period;
    std::int64_t size = 0;
    std::vector<CohortCell> cells;
};
BOOST_DESCRIBE_STRUCT(Cohort, (), (period, size, cells))
json::Notes field_notes(const Cohort*);

struct Cohorts {
    std::vector<Cohort> cohorts;
};
BOOST_DESCRIBE_STRUCT(Cohorts, (), (cohorts))
json::Notes field_notes(const Cohorts*);

}  // namespace wire

wire::Cohorts to_wire(const Cohorts& cohorts, const Options& options);

}  // namespace vafa::metrics

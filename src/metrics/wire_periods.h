#pragma once

#include "metrics/types.h"
#include "platform/json/json.h"

namespace vafa::metrics {
namespace wire {

struct PeriodFigures {
    std::string period;
    std::int64_t customers = 0, new_ = 0, returning = 0, resurrected = 0, dormant = 0,
                 returning_before_period = 0, returning_any_earlier_order = 0, revenue_minor = 0,
                 revenue_from_repeat_orders_minor = 0;
    std::optional<std::int64_t> retained_next;
    std::optional<double> nrr, grr;
    bool complete = false;
};
BOOST_DESCRIBE_STRUCT(PeriodFigures, (),
                      (period, customers, new_, returning, resurrected, dormant,
                       returning_before_period, returning_any_earlier_order, revenue_minor,
                       revenue_from_repeat_orders_minor, retained_next, nrr, grr, complete))
json::Notes field_notes(const PeriodFigures*);

struct Periods {
    std::vector<PeriodFigures> periods;
};
BOOST_DESCRIBE_STRUCT(Periods, (), (periods))
json::Notes field_notes(const Periods*);

}  // namespace wire

wire::Periods to_wire(const Periods& periods, const Options& options);

}  // namespace vafa::metrics

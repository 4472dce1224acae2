#pragma once

#include "metrics/insight_types.h"
#include "platform/json/json.h"

namespace vafa::metrics {
namespace wire {

struct SeasonFigures {
    std::string period, year_ago;
    std::int64_t customers = 0, orders = 0, revenue_minor = 0;
    std::optional<std::int64_t> year_ago_revenue_minor;
    std::optional<double> change;
    std::int64_t loyal_customers = 0;
    std::optional<double> loyal_share;
    bool slump = false, complete = false;
};
BOOST_DESCRIBE_STRUCT(SeasonFigures, (),
                      (period, year_ago, customers, orders, revenue_minor, year_ago_revenue_minor,
                       change, loyal_customers, loyal_share, slump, complete))
json::Notes field_notes(const SeasonFigures*);

struct Seasons {
    std::vector<SeasonFigures> periods;
    std::optional<double> loyal_share_in_slumps, loyal_share_elsewhere;
};
BOOST_DESCRIBE_STRUCT(Seasons, (), (periods, loyal_share_in_slumps, loyal_share_elsewhere))
json::Notes field_notes(const Seasons*);

}  // namespace wire

wire::Seasons to_wire(const Seasons& seasons, const Options& options);

}  // namespace vafa::metrics

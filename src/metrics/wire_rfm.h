#pragma once

#include "metrics/types.h"
#include "platform/json/json.h"

namespace vafa::metrics {

BOOST_DESCRIBE_STRUCT(RfmGroup, (), (group, customers, revenue_minor))
json::Notes field_notes(const RfmGroup*);

namespace wire {

struct RfmThresholds {
    std::optional<std::vector<double>> recency_days, frequency, monetary_minor;
};
BOOST_DESCRIBE_STRUCT(RfmThresholds, (), (recency_days, frequency, monetary_minor))
json::Notes field_notes(const RfmThresholds*);

struct Rfm {
    std::optional<std::string> reference_day;
    RfmThresholds thresholds;
    std::vector<std::int64_t> recency_counts, frequency_counts, monetary_counts;
    json::Fields<std::int64_t> cells, cell_revenue_minor;
    std::vector<RfmGroup> groups;
};
BOOST_DESCRIBE_STRUCT(Rfm, (),
                      (reference_day, thresholds, recency_counts, frequency_counts, monetary_counts,
                       cells, cell_revenue_minor, groups))
json::Notes field_notes(const Rfm*);

}  // namespace wire

wire::Rfm to_wire(const Rfm& rfm, const Options& options);

}  // namespace vafa::metrics

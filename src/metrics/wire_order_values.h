#pragma once

#include "metrics/insight_types.h"
#include "platform/json/json.h"

namespace vafa::metrics {
namespace wire {

struct OrderValue {
    std::int32_t ordinal = 0;
    std::int64_t customers = 0, revenue_minor = 0;
    std::optional<double> average_value_minor;
};
BOOST_DESCRIBE_STRUCT(OrderValue, (), (ordinal, customers, revenue_minor, average_value_minor))
json::Notes field_notes(const OrderValue*);

struct OrderValues {
    std::vector<OrderValue> ordinals;
};
BOOST_DESCRIBE_STRUCT(OrderValues, (), (ordinals))
json::Notes field_notes(const OrderValues*);

}  // namespace wire

wire::OrderValues to_wire(const OrderValues& values, const Options& options);

}  // namespace vafa::metrics

#pragma once

#include "metrics/wire_enums.h"
#include "platform/json/json.h"

// Stage travels as it is.
namespace vafa::metrics {

BOOST_DESCRIBE_STRUCT(Stage, (), (orders, days, orders_per_day, stage))
json::Notes field_notes(const Stage*);

inline const Stage& to_wire(const Stage& stage, const Options&) { return stage; }

}  // namespace vafa::metrics

#pragma once

#include "metrics/types.h"
#include "platform/json/json.h"

// Survival travels as it is.
namespace vafa::metrics {

BOOST_DESCRIBE_STRUCT(SurvivalPoint, (), (days, survival, standard_error))
BOOST_DESCRIBE_STRUCT(Survival, (), (events, censored, median_days, survival))
json::Notes field_notes(const SurvivalPoint*);
json::Notes field_notes(const Survival*);

inline const Survival& to_wire(const Survival& survival, const Options&) { return survival; }

}  // namespace vafa::metrics

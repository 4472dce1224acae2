#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "models/types.h"

namespace vafa::models {

// Repeat purchases of all customers together, week by week from the first day on.
struct TrackedWeek {
    double expected = 0;
    double actual = 0;
    double expected_cumulative = 0;
    double actual_cumulative = 0;
};

// `births` are first purchases by day, `repeats` all later ones; both as long. What is expected
// follows from the births alone. A last week that is not whole is left out.
Result<std::vector<TrackedWeek>> track(const Fit& fit, std::span<const double> births,
                                       std::span<const double> repeats);

}  // namespace vafa::models

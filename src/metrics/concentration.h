#pragma once

#include <vector>

#include "metrics/types.h"

namespace vafa::metrics {

Concentration concentration_of(const std::vector<std::int64_t>& revenues_ascending);
// Revenue of the ⌈n · tenths / 10⌉ customers who bring most.
std::int64_t revenue_of_top(const std::vector<std::int64_t>& revenues_ascending,
                            std::int64_t tenths);
// The least number of customers who bring at least half of the revenue.
std::int64_t customers_for_half(const std::vector<std::int64_t>& revenues_ascending);

}  // namespace vafa::metrics

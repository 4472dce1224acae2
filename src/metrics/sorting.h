#pragma once

#include <cstdint>
#include <vector>

namespace vafa::metrics {

// Ascending; least significant digit first, 11 bits a step, steps only as far as the values reach.
void radix_sort(std::vector<std::int64_t>& values);

}  // namespace vafa::metrics

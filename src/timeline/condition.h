#pragma once

#include <cstdint>
#include <vector>

#include "timeline/api.h"

namespace vafa::timeline {

std::vector<std::int64_t> find_customers(const Timeline& timeline, const CountCondition& condition);

}  // namespace vafa::timeline

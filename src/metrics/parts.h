#pragma once

#include <vector>

#include "metrics/orders.h"

namespace vafa::metrics {

struct PartCount {
    PartFilter filter;
    std::string value;
    std::int64_t customers = 0;
};

inline constexpr std::size_t kMaxParts = 10;
// The property behind `break_by`; nothing for a name that is none.
std::optional<std::string> break_property(const std::string& break_by);
Result<std::vector<PartCount>> count_parts(const Orders& orders, const Options& options);

}  // namespace vafa::metrics

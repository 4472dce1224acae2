#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/calendar.h"
#include "base/result.h"
#include "metrics/api.h"
#include "metrics/options.h"

namespace vafa::metrics {

// How one customer stands at E, as the reports rfm and kinds count them.
struct CustomerFigure {
    std::int64_t id = 0;  // canonical profile id
    std::int64_t revenue_minor = 0;
    std::uint32_t orders = 0, purchases = 0;
    std::uint32_t last_ms = 0;           // of the last order within its day
    std::uint16_t first = 0, last = 0;   // days of the first and last order
    std::uint16_t usual_gap_days = 0;    // median of the own gaps; 0 where there is none
    std::uint8_t purchases_segment = 0;  // index into risk_after_days
    std::uint8_t recency = 0, frequency = 0, monetary = 0;  // 1 … 5
    CustomerKind kind = CustomerKind::too_few;
};

struct CustomerFigures {
    std::vector<CustomerFigure> customers;  // with a counted order until E; ascending by id
    Day end = 0;
    // Days since the last order beyond which a customer is overdue by the rule of METRICS section
    // 2, by segment.
    std::array<std::optional<double>, 4> risk_after_days{};
};

// Everybody, whatever `from` and `to` say. `options` as check_options wants them.
Result<CustomerFigures> customer_figures(const timeline::Timeline& timeline,
                                         EnsureProperty ensure_property, const Options& options);

}  // namespace vafa::metrics

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "metrics/counting.h"
#include "metrics/insight_types.h"

namespace vafa::metrics {

// One purchase with what the kinds ask of it.
struct KindPurchase {
    Day day = 0;
    std::uint32_t orders = 0;
    std::uint32_t discounted_orders = 0;
    std::uint64_t category = 0;  // equal for the same category; 0: none known
};

// Days since the last purchase beyond which a customer of a segment is at risk.
using RiskLimits = std::array<std::optional<double>, 4>;
std::size_t risk_segment(std::size_t purchases);  // 2 (or fewer), 3–4, 5–9, 10 or more

// The kind of somebody with these purchases (at least one), all of them by `day`.
CustomerKind customer_kind(std::span<const KindPurchase> purchases, Day day,
                           const KindThresholds& thresholds, const RiskLimits& limits);

// Steady: population deviation of the gaps below max_variation times their mean (two gaps or more,
// mean above 0).
bool steady(std::span<const Day> days, double max_variation);

}  // namespace vafa::metrics

#include "metrics/rfm_thresholds.h"

#include <algorithm>

namespace vafa::metrics {
namespace {

// Two a threshold.
std::array<std::int64_t, 8> ranks_of(std::int64_t count) {
    std::array<std::int64_t, 8> ranks{};
    for (std::int64_t k = 1; k <= 4; ++k) {
        const std::int64_t rank = fifth_rank(count, k).rank;
        ranks[static_cast<std::size_t>(2 * k - 2)] = rank;
        ranks[static_cast<std::size_t>(2 * k - 1)] = std::min(rank + 1, count - 1);
    }
    return ranks;
}

template <class ValueAt>
Fifths fifths(std::int64_t count, ValueAt value_at) {
    Fifths result{};
    for (std::size_t k = 0; k < 4; ++k) {
        const std::int64_t low = value_at(2 * k);
        const std::int64_t high = value_at(2 * k + 1);
        const auto remainder = fifth_rank(count, static_cast<std::int64_t>(k) + 1).remainder;
        result[k] = 5 * low + remainder * (high - low);
    }
    return result;
}

int below(const Fifths& thresholds, std::int64_t value) {
    int count = 0;
    for (const auto threshold : thresholds) count += threshold < 5 * value ? 1 : 0;
    return count;
}

}  // namespace

RfmScores RfmThresholds::scores_of(std::int64_t recency_days, std::int64_t purchases,
                                   std::int64_t revenue_minor) const {
    return {static_cast<std::uint8_t>(5 - below(recency, recency_days)),
            static_cast<std::uint8_t>(1 + below(frequency, purchases)),
            static_cast<std::uint8_t>(1 + below(monetary, revenue_minor))};
}

void RfmCounts::add(const RfmCounts& other) {
    recency.add(other.recency);
    frequency.add(other.frequency);
    monetary.add(other.monetary);
    customers += other.customers;
}

RfmThresholds thresholds_of(const RfmCounts& counts, const MoneyRanks::Amounts& revenues) {
    const auto ranks = ranks_of(counts.customers);
    const auto amounts = counts.monetary.at(ranks, revenues);
    const std::int64_t count = counts.customers;
    return {fifths(count, [&](std::size_t i) { return counts.recency.value_at(ranks[i]); }),
            fifths(count, [&](std::size_t i) { return counts.frequency.value_at(ranks[i]); }),
            fifths(count, [&](std::size_t i) { return amounts[i]; })};
}

}  // namespace vafa::metrics

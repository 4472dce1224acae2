#pragma once

#include <array>
#include <cstdint>

#include "metrics/histogram.h"
#include "metrics/money_ranks.h"

// The quintiles of METRICS section 2 in whole numbers.
namespace vafa::metrics {

// Five times each of the four thresholds: whole numbers.
using Fifths = std::array<std::int64_t, 4>;

struct RfmScores {  // each 1 … 5, 5 the best
    std::uint8_t recency = 0, frequency = 0, monetary = 0;
    bool operator==(const RfmScores&) const = default;
};

struct RfmThresholds {
    Fifths recency{}, frequency{}, monetary{};

    RfmScores scores_of(std::int64_t recency_days, std::int64_t purchases,
                        std::int64_t revenue_minor) const;
};

// What the thresholds need of the customers.
struct RfmCounts {
    Histogram recency, frequency;
    MoneyRanks monetary;
    std::int64_t customers = 0;

    void add(std::int64_t recency_days, std::int64_t purchases, std::int64_t revenue_minor) {
        recency.add(recency_days);
        frequency.add(purchases);
        monetary.add(revenue_minor);
        ++customers;
    }
    void add(const RfmCounts& other);
};

// `revenues` gives every customer's again; at least one customer.
RfmThresholds thresholds_of(const RfmCounts& counts, const MoneyRanks::Amounts& revenues);

}  // namespace vafa::metrics

#include "metrics/concentration.h"

#include <numeric>

#include "base/int128.h"
#include "metrics/counting.h"

namespace vafa::metrics {
namespace {

std::int64_t sum_of(const std::vector<std::int64_t>& values) {
    return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}

std::optional<double> gini_of(const std::vector<std::int64_t>& ascending, std::int64_t sum) {
    Int128 weighted = 0;
    for (std::size_t i = 0; i < ascending.size(); ++i)
        weighted += static_cast<Int128>(i + 1) * ascending[i];
    const auto n = static_cast<Int128>(ascending.size());
    // 2·Σ i·x / (n·Σ x) − (n + 1) / n as one quotient: exact until the last step.
    const Int128 numerator = 2 * weighted - (n + 1) * sum;
    return static_cast<double>(numerator) / static_cast<double>(n * sum);
}

}  // namespace

std::int64_t revenue_of_top(const std::vector<std::int64_t>& revenues_ascending,
                            std::int64_t tenths) {
    const auto size = static_cast<std::int64_t>(revenues_ascending.size());
    const std::int64_t top = (size * tenths + 9) / 10;
    return std::accumulate(revenues_ascending.end() - top, revenues_ascending.end(),
                           std::int64_t{0});
}

std::int64_t customers_for_half(const std::vector<std::int64_t>& revenues_ascending) {
    const std::int64_t sum = sum_of(revenues_ascending);
    std::int64_t collected = 0, customers = 0;
    for (auto at = revenues_ascending.rbegin(); at != revenues_ascending.rend(); ++at) {
        if (collected >= sum - collected) break;
        collected += *at;
        ++customers;
    }
    return customers;
}

Concentration concentration_of(const std::vector<std::int64_t>& revenues_ascending) {
    const std::int64_t sum = sum_of(revenues_ascending);
    if (sum <= 0) return {};
    return {rate_of(revenue_of_top(revenues_ascending, 1), sum),
            rate_of(revenue_of_top(revenues_ascending, 2), sum), gini_of(revenues_ascending, sum)};
}

}  // namespace vafa::metrics

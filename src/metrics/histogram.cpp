#include "metrics/histogram.h"

#include <cmath>

#include "base/result.h"

namespace vafa::metrics {

void Histogram::add(const Histogram& other) {
    if (counts_.size() < other.counts_.size()) counts_.resize(other.counts_.size());
    for (std::size_t i = 0; i < other.counts_.size(); ++i) counts_[i] += other.counts_[i];
}

std::int64_t Histogram::total() const {
    std::int64_t sum = 0;
    for (const auto count : counts_) sum += count;
    return sum;
}

std::int64_t Histogram::value_at(std::int64_t rank) const {
    for (std::size_t value = 0; value < counts_.size(); ++value) {
        if (rank < counts_[value]) return static_cast<std::int64_t>(value);
        rank -= counts_[value];
    }
    VAFA_ASSERT(false);
    return 0;
}

std::optional<double> Histogram::median() const {
    const std::int64_t count = total();
    if (count == 0) return std::nullopt;
    return static_cast<double>(value_at((count - 1) / 2) + value_at(count / 2)) / 2;
}

std::optional<double> Histogram::quantile(double q) const {
    const std::int64_t count = total();
    if (count == 0) return std::nullopt;
    const double position = static_cast<double>(count - 1) * q;
    const auto rank = static_cast<std::int64_t>(std::floor(position));
    const auto low = static_cast<double>(value_at(rank));
    if (rank + 1 >= count) return low;
    const auto high = static_cast<double>(value_at(rank + 1));
    return low + (position - static_cast<double>(rank)) * (high - low);
}

}  // namespace vafa::metrics

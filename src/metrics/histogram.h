#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace vafa::metrics {

// Counts of small whole numbers: medians and quantiles without sorting.
class Histogram {
public:
    void add(std::int64_t value, std::int64_t times = 1) {
        const auto at = static_cast<std::size_t>(value);
        if (at >= counts_.size()) counts_.resize(at + at / 2 + 64);
        counts_[at] += times;
    }
    void add(const Histogram& other);
    std::int64_t total() const;
    std::int64_t value_at(std::int64_t rank) const;  // the rank-th smallest, from 0 < total()
    const std::vector<std::int64_t>& counts() const { return counts_; }

    std::optional<double> median() const;            // of an even number the middle two's mean
    std::optional<double> quantile(double q) const;  // type 7 (linear interpolation)

private:
    std::vector<std::int64_t> counts_;
};

// Counts of numbers of which most are small and a few may be anything: purchases of a customer.
// Twenty per cent steps of type 7 in exact fifths: threshold k is fifths[k] / 5.
struct FifthRanks {
    std::int64_t rank;       // the lower of the two values …
    std::int64_t remainder;  // … and how many fifths of the way to the next
};
constexpr FifthRanks fifth_rank(std::int64_t count, std::int64_t k) {
    return {(count - 1) * k / 5, (count - 1) * k % 5};
}

}  // namespace vafa::metrics

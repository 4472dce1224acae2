#include "metrics/sorting.h"

#include <algorithm>
#include <array>

namespace vafa::metrics {
namespace {

constexpr unsigned kBits = 11;
constexpr std::size_t kDigits = std::size_t{1} << kBits;
constexpr std::size_t kSmall = 4096;  // below it the passes cost more than comparing

void sort_by_digit(const std::vector<std::int64_t>& from, std::vector<std::int64_t>& to,
                   std::int64_t least, unsigned shift) {
    const auto digit = [&](std::int64_t value) {
        const auto offset = static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(least);
        return (offset >> shift) & (kDigits - 1);
    };
    std::array<std::size_t, kDigits> starts{};
    for (const auto value : from) ++starts[digit(value)];
    std::size_t sum = 0;
    for (auto& start : starts) {
        const std::size_t count = start;
        start = sum;
        sum += count;
    }
    for (const auto value : from) to[starts[digit(value)]++] = value;
}

}  // namespace

void radix_sort(std::vector<std::int64_t>& values) {
    if (values.size() < kSmall) return std::sort(values.begin(), values.end());
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const std::int64_t least = *low;
    const auto range = static_cast<std::uint64_t>(*high) - static_cast<std::uint64_t>(least);
    std::vector<std::int64_t> other(values.size());
    for (unsigned shift = 0; shift < 64 && (range >> shift) != 0; shift += kBits) {
        sort_by_digit(values, other, least, shift);
        values.swap(other);
    }
}

}  // namespace vafa::metrics

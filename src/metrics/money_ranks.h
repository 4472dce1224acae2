#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace vafa::metrics {

// Order statistics of amounts without sorting all of them: each is counted under a key of its sign,
// its highest bit and the ten bits after it, which sorts as the amounts do. The few amounts that
// share a key with a rank asked for are looked at again.
class MoneyRanks {
public:
    void add(std::int64_t amount) { ++counts_[key_of(amount)]; }
    void add(const MoneyRanks& other) {
        for (std::size_t key = 0; key < kKeys; ++key) counts_[key] += other.counts_[key];
    }

    // The amounts at these ranks (from 0, ascending), where `each` gives again all that were added.
    using Amounts = std::function<void(const std::function<void(std::int64_t)>&)>;
    std::vector<std::int64_t> at(std::span<const std::int64_t> ranks, const Amounts& each) const;

    static constexpr std::size_t key_of(std::int64_t amount) {
        const auto bits = static_cast<std::uint64_t>(amount);
        // Of a negative amount the complement: −1 is next to 0.
        const std::uint64_t size = amount < 0 ? ~bits : bits;
        const std::size_t key = size_key(size);
        return amount < 0 ? kHalf - 1 - key : kHalf + key;
    }

private:
    static constexpr unsigned kFine = 10;  // bits after the highest one: a thousandth
    static constexpr std::size_t kHalf = std::size_t{64 - kFine + 1} << kFine;
    static constexpr std::size_t kKeys = 2 * kHalf;

    static constexpr std::size_t size_key(std::uint64_t size) {
        const auto width = static_cast<unsigned>(std::bit_width(size | ((1U << kFine) - 1)));
        const unsigned shift = width - kFine;
        // Below 2^kFine the size itself; from there on (highest bit, ten bits after it).
        if (shift == 0) return static_cast<std::size_t>(size);
        const std::uint64_t fine = (size >> (shift - 1)) & ((std::uint64_t{1} << kFine) - 1);
        return static_cast<std::size_t>((std::uint64_t{shift} << kFine) + fine);
    }

    std::vector<std::uint32_t> counts_ = std::vector<std::uint32_t>(kKeys);
};

}  // namespace vafa::metrics

#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "metrics/types.h"

namespace vafa::metrics {

// The windows of a question, without counts yet.
std::vector<Window> windows_of(const Options& options);

// Up to 64 windows as the bits of a word, so that a purchase costs one look-up and one OR.
class WindowMasks {
public:
    static constexpr std::size_t kMaxWindows = 64;

    // `horizon`: the longest d that can occur. With rolling clocks `within` takes d = 0 as well.
    WindowMasks(std::vector<Window> windows, ClockRule clock, std::int32_t horizon);

    const std::uint64_t* hit_by_days() const { return hit_.data(); }
    // Windows whole by E, for a customer followed for so many days.
    const std::uint64_t* open_by_days_followed() const { return open_.data(); }
    const std::vector<Window>& windows() const { return windows_; }

private:
    std::vector<Window> windows_;
    std::vector<std::uint64_t> hit_, open_;
};

// Counts how often each bit was set: a byte of a word spreads to eight counters of a byte, which
// hold 255 words.
class BitCounts {
public:
    explicit BitCounts(std::size_t bits = 64) : bytes_((bits + 7) / 8) {}

    void add(std::uint64_t word) {
        if (word == 0) return;
        for (std::size_t byte = 0; byte < bytes_; ++byte)
            lanes_[byte] += kSpread[word >> (8 * byte) & 0xFF];
        if (++pending_ == 255) flush();
    }
    const std::array<std::int64_t, 64>& counts() {
        flush();
        return counts_;
    }

private:
    // Bit i of a byte as the lowest bit of byte i.
    static constexpr std::array<std::uint64_t, 256> kSpread = [] {
        std::array<std::uint64_t, 256> spread{};
        for (std::size_t byte = 0; byte < 256; ++byte)
            for (std::size_t bit = 0; bit < 8; ++bit)
                spread[byte] |= static_cast<std::uint64_t>(byte >> bit & 1) << (8 * bit);
        return spread;
    }();
    void flush();

    std::size_t bytes_;
    std::array<std::uint64_t, 8> lanes_{};
    std::array<std::int64_t, 64> counts_{};
    int pending_ = 0;
};

}  // namespace vafa::metrics

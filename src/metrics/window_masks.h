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
    // Windows whole by E, for a customer followed for so many days (see eligible days in .cpp).
    const std::uint64_t* open_by_days_followed() const { return open_.data(); }
    const std::vector<Window>& windows() const { return windows_; }

private:
    std::vector<Window> windows_;
    std::vector<std::uint64_t> hit_, open_;
};

// Counts how often each bit was set, eight bits a step: bytes of a word count up to 255 words.
class BitCounts {
public:
    void add(std::uint64_t word) {
        for (std::size_t byte = 0; byte < 8; ++byte)
            lanes_[byte] += spread(static_cast<std::uint8_t>(word >> (8 * byte)));
        if (++pending_ == 255) flush();
    }
    const std::array<std::int64_t, 64>& counts() {
        flush();
        return counts_;
    }

private:
    // Bit i of a byte to the lowest bit of byte i (multiplication spreads, the mask selects).
    static std::uint64_t spread(std::uint8_t byte) {
        const std::uint64_t copies = byte * 0x0101010101010101ULL;
        const std::uint64_t bits = copies & 0x8040201008040201ULL;
        return ((bits + 0x7f7f7f7f7f7f7f7fULL) | bits) >> 7 & 0x0101010101010101ULL;
    }
    void flush();

    std::array<std::uint64_t, 8> lanes_{};
    std::array<std::int64_t, 64> counts_{};
    int pending_ = 0;
};

}  // namespace vafa::metrics

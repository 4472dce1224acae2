#include "metrics/window_masks.h"

#include <algorithm>

namespace vafa::metrics {
namespace {

bool hits(const Window& window, ClockRule clock, std::int32_t days) {
    switch (window.kind) {
        case WindowKind::within:
            return days <= window.to && (days >= 1 || clock != ClockRule::calendar);
        case WindowKind::exact:
            return days == window.to;
        case WindowKind::on_or_after:
            return days >= window.to;
        case WindowKind::bracket:
            return days >= window.from && days <= window.to;
    }
    return false;
}

}  // namespace

std::vector<Window> windows_of(const Options& options) {
    std::vector<Window> windows;
    for (const auto kind : {WindowKind::within, WindowKind::exact, WindowKind::on_or_after})
        for (const std::int32_t days : options.days) windows.push_back({kind, 0, days, 0, 0, {}});
    for (const auto& bracket : options.brackets)
        windows.push_back({WindowKind::bracket, bracket.from, bracket.to, 0, 0, {}});
    return windows;
}

// A customer followed for F whole days after the first purchase has seen the window ending at N
// when N ≤ F: F = E − f by the calendar; by hours F = ⌊(end of E − first) / 24 h⌋ − 1.
WindowMasks::WindowMasks(std::vector<Window> windows, ClockRule clock, std::int32_t horizon)
    : windows_(std::move(windows)) {
    const auto size = static_cast<std::size_t>(std::clamp(horizon, 0, 65'536)) + 1;
    hit_.assign(size, 0);
    open_.assign(size, 0);
    for (std::size_t bit = 0; bit < windows_.size(); ++bit) {
        const std::uint64_t one = std::uint64_t{1} << bit;
        for (std::size_t day = 0; day < size; ++day) {
            if (hits(windows_[bit], clock, static_cast<std::int32_t>(day))) hit_[day] |= one;
            if (windows_[bit].to <= static_cast<std::int32_t>(day)) open_[day] |= one;
        }
    }
}

void BitCounts::flush() {
    for (std::size_t bit = 0; bit < counts_.size(); ++bit)
        counts_[bit] += static_cast<std::int64_t>(lanes_[bit / 8] >> (8 * (bit % 8)) & 0xFF);
    lanes_.fill(0);
    pending_ = 0;
}

}  // namespace vafa::metrics

#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace vafa::metrics {

// Names for the 125 cells, by recency score R and FM = (F + M) / 2 rounded half up, best first.
inline constexpr std::array<std::string_view, 11> kRfmGroups = {"champions",
                                                                "loyal",
                                                                "potential_loyal",
                                                                "new",
                                                                "promising",
                                                                "need_attention",
                                                                "about_to_sleep",
                                                                "cannot_lose",
                                                                "at_risk",
                                                                "hibernating",
                                                                "lost"};

// Index into kRfmGroups; scores are 1 … 5.
constexpr std::size_t rfm_group(int r, int f, int m) {
    //                                    FM: 1   2   3  4  5
    constexpr std::array<std::array<std::size_t, 5>, 5> by_r_and_fm = {{
        {10, 10, 8, 7, 7},  // R 1: lost, at risk, cannot lose
        {9, 9, 8, 8, 8},    // R 2: hibernating, at risk
        {6, 6, 5, 1, 1},    // R 3: about to sleep, need attention, loyal
        {4, 2, 2, 1, 0},    // R 4: promising, potential loyal, loyal, champions
        {3, 2, 2, 0, 0},    // R 5: new, potential loyal, champions
    }};
    const int fm = (f + m + 1) / 2;
    return by_r_and_fm[static_cast<std::size_t>(r - 1)][static_cast<std::size_t>(fm - 1)];
}

}  // namespace vafa::metrics

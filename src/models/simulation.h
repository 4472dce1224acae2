#pragma once

// For tests and benchmarks: customers drawn from a model with known parameters.

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/rng.h"
#include "models/types.h"

namespace vafa::models {

struct Simulated {
    std::vector<History> histories;
    std::vector<int> later;  // purchases in the days after the data end
};

struct Simulation {
    Model model = Model::bgnbd;
    std::vector<double> at;  // its parameters, in periods
    double days_per_period = 7;
    std::uint32_t birth_days = 84;  // everyone is born in the first of these
    std::uint32_t days = 364;       // to the data end
    std::uint32_t later_days = 364;
    std::uint32_t k = 1;  // of MBG/CNBD-k
};

// Days of one customer's purchases, counted from the first, which is 0. Purchases fall on days;
// several on one day are one.
inline std::vector<std::uint32_t> purchase_days(const Simulation& s, std::uint32_t until,
                                                Rng& rng) {
    const double rate = rng.gamma(s.at[0], s.at[1] * s.days_per_period);
    const bool lives = s.model == Model::paretonbd;
    const bool coins = s.model != Model::nbd && !lives;
    const double ends =
        lives ? rng.exponential(rng.gamma(s.at[2], s.at[3] * s.days_per_period)) : 1e300;
    const double leaves = coins ? rng.beta(s.at[2], s.at[3]) : 0;
    std::vector<std::uint32_t> days = {0};
    double time = 0;
    bool is_active = !coins || s.model == Model::bgnbd || !rng.chance(leaves);
    while (is_active) {
        time += s.k == 1 ? rng.exponential(rate) : rng.gamma(s.k, rate);
        if (!(time <= ends) || time > until) break;
        const auto day = static_cast<std::uint32_t>(std::ceil(time));
        is_active = !rng.chance(leaves);
        if (day != days.back()) days.push_back(day);
    }
    return days;
}

inline Simulated simulate(const Simulation& s, std::size_t customers, Rng& rng) {
    Simulated result;
    for (std::size_t i = 0; i < customers; ++i) {
        const auto birth = static_cast<std::uint32_t>(rng.below(s.birth_days));
        History history{0, 0, s.days - birth};
        int later = 0;
        const auto days = purchase_days(s, history.age + s.later_days, rng);
        for (std::size_t n = 1; n < days.size(); ++n) {
            if (days[n] > history.age) {
                ++later;
            } else {
                ++history.x;
                history.t_x = days[n];
            }
        }
        result.histories.push_back(history);
        result.later.push_back(later);
    }
    return result;
}

}  // namespace vafa::models

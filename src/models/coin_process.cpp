#include <algorithm>
#include <cmath>

#include "models/beta_mean.h"
#include "models/counts.h"
#include "models/discounting.h"
#include "models/process.h"
#include "models/special.h"

namespace vafa::models {
namespace {

constexpr double kMostSeriesMean = 2000;
constexpr int kMostCoins = 100'000;

// Expected discounted time of a customer with leaving chance p, times shape/scale: purchases.
double discounted_given(double p, double shape, double scale, double rate) {
    if (!(p > 0)) return shape / scale / rate;
    return shape / scale * discounted_survival(shape + 1, scale / p, rate, HUGE_VAL);
}

}  // namespace

// Sum over n of the chance of n purchases without leaving, times how many of n come about when each
// survives with the next coin: sum over j < n of (b)_j / (a+b)_j. All terms are positive, so
// nothing is special about a = 1, where the closed form with 2F1 (Fader, Hardie & Lee 2005, eq. 9)
// is 0/0.
double CoinProcess::expected(double time) const {
    if (!(time > 0)) return 0;
    const double none = shape_ * std::log1p(time / scale_);
    const double mean = shape_ / scale_ * time;
    if (none > 600 || mean > kMostSeriesMean || time > 1000 * scale_)
        return expected_by_chance(time);
    const double share = time / (scale_ + time);
    double chance = std::exp(-none);
    double survives = 1;
    double bought = 0;
    double sum = 0;
    for (int n = 0; n < kMostCoins; ++n) {
        bought += survives;
        survives *= (b_ + n) / (a_ + b_ + n);
        chance *= share * (shape_ + n) / (n + 1);
        const double term = chance * bought;
        sum += term;
        if (n > mean && term < 1e-14 * sum * (1 - share)) break;
    }
    return sum;
}

// The same as a mean over the leaving chance p of (1 - (1 + p t/scale)^-shape) / p.
double CoinProcess::expected_by_chance(double time) const {
    const double ratio = time / scale_;
    return beta_mean(a_, b_, 1 / (shape_ * ratio), [&](double p) {
        if (p < 1e-300) return shape_ * ratio;
        return -std::expm1(-shape_ * std::log1p(p * ratio)) / p;
    });
}

// Fader, Hardie & Lee 2005, eq. 8.
std::vector<double> CoinProcess::chances(double time, std::size_t size) const {
    auto result = count_chances(shape_, scale_, time, size);
    if (size == 0 || !(time > 0)) return result;
    const auto tails = count_tails(shape_, scale_, time, size);
    double survived = 1;             // all n coins
    double leaves = a_ / (a_ + b_);  // at the coin n + 1 exactly
    for (std::size_t n = 0; n < size; ++n) {
        const auto k = static_cast<double>(n);
        result[n] *= survived;
        if (n > 0) {
            result[n] += leaves * tails[n];
            leaves *= (b_ + k - 1) / (a_ + b_ + k);
        }
        survived *= (b_ + k) / (a_ + b_ + k);
    }
    return result;
}

// For ever: the mean over p.
double CoinProcess::discounted(double rate, double horizon) const {
    if (!(rate > 0)) {
        if (!std::isinf(horizon)) return expected(horizon);
        return a_ > 1 ? (a_ + b_ - 1) / (a_ - 1) : HUGE_VAL;
    }
    if (std::isinf(horizon)) {
        return beta_mean(a_, b_, rate * scale_ / shape_,
                         [&](double p) { return discounted_given(p, shape_, scale_, rate); });
    }
    return discounted_by_parts(scale_, rate, horizon, [&](double u) { return expected(u); });
}

// For a given rate λ and chance p, renewal at the first purchase gives
// λ / (λp + 2d) + 2 (1-p) λ² / ((λp + d) (λp + 2d)).
double CoinProcess::discounted_square(double rate) const {
    const double mean = shape_ / scale_;
    return beta_mean(a_, b_, rate * scale_ / shape_, [&](double p) {
        const double once = discounted_given(p, shape_ + 1, scale_, rate);
        const double twice = discounted_given(p, shape_ + 1, scale_, 2 * rate);
        return discounted_given(p, shape_, scale_, 2 * rate) +
               2 * (1 - p) * mean * (once - twice) / rate;
    });
}

double CoinProcess::waiting_time(double probability) const {
    return first_event(shape_, scale_, probability);
}

}  // namespace vafa::models

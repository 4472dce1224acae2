#include "models/phase_process.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/counts.h"

namespace vafa::models {
namespace {

constexpr double kMostEvents = 3000;
constexpr double kMostPhases = 200'000;

}  // namespace

PhaseProcess::PhaseProcess(double shape, double scale, double a, double b, std::uint32_t k,
                           double silence)
    : shape_(shape), scale_(scale), a_(a), b_(b), k_(k), weight_(k) {
    double term = 1;
    double total = 0;
    for (std::uint32_t j = 0; j < k; ++j) {
        weight_[j] = term;
        total += term;
        term *= silence * (shape + j) / (j + 1);
    }
    for (double& weight : weight_) weight /= total;
}

CoinProcess PhaseProcess::alike() const {
    double passed = 0;
    for (std::uint32_t j = 0; j < k_; ++j) passed += j * weight_[j];
    return {shape_ + passed, scale_ * k_, a_, b_};
}

// Sum over m of the chance of m events, times the purchases they make up when each needs k events
// and a customer who has stayed.
double PhaseProcess::expected_from(std::uint32_t phase, double time) const {
    const double shape = shape_ + phase;
    const double mean = shape / scale_ * time;
    const double share = time / (scale_ + time);
    double chance = std::exp(-shape * std::log1p(time / scale_));
    double stays = 1;
    double bought = 0;
    double coins = 0;
    double sum = 0;
    double next = k_ - phase;
    for (double m = 0; m < kMostPhases; ++m) {
        if (m == next) {
            bought += stays;
            stays *= (b_ + coins) / (a_ + b_ + coins);
            ++coins;
            next += k_;
        }
        const double term = chance * bought;
        sum += term;
        if (m > mean && bought > 0 && term < 1e-14 * sum * (1 - share)) break;
        chance *= share * (shape + m) / (m + 1);
    }
    return sum;
}

double PhaseProcess::expected(double time) const {
    constexpr double kUnderflow = 600;
    if (!(time > 0)) return 0;
    const double none = (shape_ + k_) * std::log1p(time / scale_);
    if (none > kUnderflow || (shape_ + k_) / scale_ * time > kMostEvents)
        return alike().expected(time);
    double sum = 0;
    for (std::uint32_t phase = 0; phase < k_; ++phase)
        sum += weight_[phase] * expected_from(phase, time);
    return sum;
}

std::vector<double> PhaseProcess::chances(double time, std::size_t size) const {
    std::vector<double> result(size);
    for (std::uint32_t j = 0; j < k_; ++j) {
        const auto tails = count_tails(shape_ + j, scale_, time, (size + 1) * k_ + 1);
        double survived = 1;
        double leaves = a_ / (a_ + b_);
        for (std::size_t n = 0; n < size; ++n) {
            const double at_least = n == 0 ? 1 : tails[n * k_ - j];
            const auto coins = static_cast<double>(n);
            result[n] += weight_[j] * survived * (at_least - tails[(n + 1) * k_ - j]);
            if (n > 0) {
                result[n] += weight_[j] * leaves * at_least;
                leaves *= (b_ + coins - 1) / (a_ + b_ + coins);
            }
            survived *= (b_ + coins) / (a_ + b_ + coins);
        }
    }
    return result;
}

// When within the horizon purchases come differs little from the process without phases.
double PhaseProcess::discounted(double rate, double horizon) const {
    if (std::isinf(horizon)) return alike().discounted(rate, horizon);
    const double here = expected(horizon);
    if (!(rate > 0) || !(here > 0)) return here;
    const CoinProcess plain = alike();
    return here * plain.discounted(rate, horizon) / plain.expected(horizon);
}

double PhaseProcess::discounted_square(double rate) const {
    return alike().discounted_square(rate);
}

double PhaseProcess::comes_within(double time) const {
    double sum = 0;
    for (std::uint32_t phase = 0; phase < k_; ++phase) {
        const auto fewer = count_chances(shape_ + phase, scale_, time, k_ - phase);
        sum += weight_[phase] * (1 - std::accumulate(fewer.begin(), fewer.end(), 0.0));
    }
    return sum;
}

double PhaseProcess::waiting_time(double probability) const {
    constexpr int kHalvings = 40;
    double high = scale_;
    for (int i = 0; i < kHalvings && comes_within(high) < probability; ++i) high *= 2;
    double low = 0;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = (low + high) / 2;
        (comes_within(middle) < probability ? low : high) = middle;
    }
    return (low + high) / 2;
}

}  // namespace vafa::models

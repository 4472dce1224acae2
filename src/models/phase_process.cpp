#include "models/phase_process.h"

#include <algorithm>
#include <cmath>

#include "models/counts.h"
#include "models/discounting.h"

namespace vafa::models {
namespace {

constexpr double kMostEvents = 3000;

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

// Sum over n of the chance that n purchases' events come, times the chance that the customer has
// stayed for the n-th.
double PhaseProcess::expected(double time) const {
    if (!(time > 0)) return 0;
    const double events = (shape_ + k_) / scale_ * time;
    if (events > kMostEvents) return alike().expected(time);
    const auto size = static_cast<std::size_t>(events * 12 + 60 + 40 * k_);
    double sum = 0;
    for (std::uint32_t j = 0; j < k_; ++j) {
        const auto tails = count_tails(shape_ + j, scale_, time, size);
        double stays = 1;
        for (std::size_t n = 1; n * k_ - j < size; ++n) {
            const double term = weight_[j] * stays * tails[n * k_ - j];
            sum += term;
            if (term < 1e-16 * sum) break;
            const auto coins = static_cast<double>(n - 1);
            stays *= (b_ + coins) / (a_ + b_ + coins);
        }
    }
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

double PhaseProcess::discounted(double rate, double horizon) const {
    if (!(rate > 0) || std::isinf(horizon))
        return std::isinf(horizon) ? alike().discounted(rate, horizon) : expected(horizon);
    return discounted_by_parts(scale_, rate, horizon, [&](double u) { return expected(u); });
}

double PhaseProcess::discounted_square(double rate) const {
    return alike().discounted_square(rate);
}

double PhaseProcess::comes_within(double time) const {
    double sum = 0;
    for (std::uint32_t j = 0; j < k_; ++j)
        sum += weight_[j] * count_tails(shape_ + j, scale_, time, k_ - j + 1)[k_ - j];
    return sum;
}

double PhaseProcess::waiting_time(double probability) const {
    constexpr int kHalvings = 60;
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

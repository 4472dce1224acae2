#include <algorithm>
#include <cmath>

#include "models/counts.h"
#include "models/process.h"
#include "models/quadrature.h"
#include "models/special.h"

namespace vafa::models {

// E[λ] times the expected time until the lifetime ends (Fader & Hardie 2005, note on Pareto/NBD).
double LifetimeProcess::expected(double time) const {
    return shape_ / scale_ * discounted_survival(s_, beta_, 0, time);
}

double LifetimeProcess::discounted(double rate, double horizon) const {
    return shape_ / scale_ * discounted_survival(s_, beta_, rate, horizon);
}

// For a given rate λ and death rate μ: λ / (μ + 2d) + 2 λ² / ((μ + d) (μ + 2d)).
double LifetimeProcess::discounted_square(double rate) const {
    const double once = discounted_survival(s_, beta_, rate, HUGE_VAL);
    const double twice = discounted_survival(s_, beta_, 2 * rate, HUGE_VAL);
    const double mean = shape_ / scale_;
    return mean * twice + 2 * mean * (shape_ + 1) / scale_ * (once - twice) / rate;
}

// The counts of those who live through, and of those who die at u, summed over u.
std::vector<double> LifetimeProcess::chances(double time, std::size_t size) const {
    auto result = count_chances(shape_, scale_, time, size);
    if (!(time > 0)) return result;
    const double alive = std::exp(-s_ * std::log1p(time / beta_));
    for (double& chance : result) chance *= alive;
    const double scale = std::min(scale_, beta_);
    const double end = std::log1p(time / scale);
    constexpr int kPanels = 4;
    for (int panel = 0; panel < kPanels; ++panel) {
        for (std::size_t i = 0; i < kGauss16.node.size(); ++i) {
            const double w = end * (panel + kGauss16.node[i]) / kPanels;
            const double u = scale * std::expm1(w);
            const double density = s_ / (beta_ + u) * std::exp(-s_ * std::log1p(u / beta_));
            const double weight = kGauss16.weight[i] * end / kPanels * (u + scale) * density;
            const auto counts = count_chances(shape_, scale_, u, size);
            for (std::size_t n = 0; n < size; ++n) result[n] += weight * counts[n];
        }
    }
    return result;
}

double LifetimeProcess::waiting_time(double probability) const {
    return first_event(shape_, scale_, probability);
}

}  // namespace vafa::models

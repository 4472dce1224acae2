#pragma once

#include <algorithm>
#include <cmath>

#include "models/special.h"

namespace vafa::models {

// The mean of f(p) for p ~ Beta(a, b), f falling and smooth on [0, 1], with a change of scale near
// `scale`. With w = ln(p / (1 - p)) the density is p^a (1 - p)^b, bell-shaped in w, and the
// trapezoid rule converges faster than any power of its step. The straight line between f(0) and
// f(1) has a known mean; only the rest is summed, which vanishes at both ends even where the
// density does not. A density that is narrow itself is summed without it: f(0) may be so large that
// nothing would be left of the difference.
template <class F>
double beta_mean(double a, double b, double scale, F&& f) {
    constexpr double kTail = 24;     // e^-24 of the largest part is left out
    constexpr double kNothing = 45;  // e^-45 of the density's peak is nothing
    constexpr int kMostSteps = 4000;
    const double at_zero = f(0.0);
    const double at_one = f(1.0);
    const double line = (at_zero * b + at_one * a) / (a + b);
    const double log_total = log_beta(a, b);
    const double centre = std::log(a / b);
    const double width = std::sqrt(1 / a + 1 / b);
    const double step = std::min(0.5, 0.85 * width);
    double first = std::min(centre, std::log(scale)) - kTail / (1 + a) - 9 * step;
    double last = std::max(centre, 0.0) + kTail / (1 + b) + 9 * step;
    const double rises = centre - kNothing / a - 10 * width;
    const double falls = centre + kNothing / b + 10 * width;
    const bool is_narrow = first < rises && falls < last;
    first = std::max(first, rises);
    last = std::min(last, falls);
    const int steps = std::min(kMostSteps, static_cast<int>((last - first) / step) + 1);
    double sum = 0;
    for (int i = 0; i <= steps; ++i) {
        const double w = first + i * step;
        const double log_p = -log1p_exp(-w);
        const double log_q = -log1p_exp(w);
        const double weight = std::exp(a * log_p + b * log_q - log_total);
        if (weight < 1e-18) continue;
        const double p = std::exp(log_p);
        const double straight = is_narrow ? 0 : at_zero * std::exp(log_q) + at_one * p;
        sum += weight * (f(p) - straight);
    }
    return std::max(at_one, (is_narrow ? 0 : line) + sum * step);
}

}  // namespace vafa::models

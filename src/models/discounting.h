#pragma once

#include <cmath>

#include "models/quadrature.h"

namespace vafa::models {

// The integral of e^(-rate u) dE(u) over (0, horizon) for an expectation that is known as a
// function: by parts, e^(-rate h) E(h) + rate times the integral of e^(-rate u) E(u). E changes
// with u/scale.
template <class F>
double discounted_by_parts(double scale, double rate, double horizon, F&& expected) {
    const double end = std::log1p(horizon / scale);
    const auto worth = [&](double w) {
        const double u = scale * std::expm1(w);
        return (u + scale) * rate * std::exp(-rate * u) * expected(u);
    };
    double sum = std::exp(-rate * horizon) * expected(horizon);
    if (rate * horizon > 1) return sum + integrate(0, end, worth);
    for (std::size_t i = 0; i < kGauss16.node.size(); ++i)
        sum += kGauss16.weight[i] * end * worth(end * kGauss16.node[i]);
    return sum;
}

}  // namespace vafa::models

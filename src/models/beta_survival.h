#pragma once

#include <array>
#include <span>

namespace vafa::models {

// ln S(t) = ln B(alpha, beta + t^c) - ln B(alpha, beta), and slopes in the parameters' logarithms.
// `at` holds alpha, beta and, for BdW, c.
struct LogSurvival {
    double value = 0;
    std::array<double, 3> slope = {};
};
LogSurvival log_survival(std::span<const double> at, double t);

// ln of the chance to end at the t-th renewal, t >= 1.
LogSurvival log_ending(std::span<const double> at, double t);

}  // namespace vafa::models

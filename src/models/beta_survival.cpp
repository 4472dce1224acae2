#include "models/beta_survival.h"

#include <algorithm>
#include <cmath>

#include "models/special.h"

namespace vafa::models {

LogSurvival log_survival(std::span<const double> at, double t) {
    if (!(t > 0)) return {};
    const double a = at[0], b = at[1];
    const double c = at.size() > 2 ? at[2] : 1;
    const double u = std::min(std::pow(t, c), 1e15);
    LogSurvival s;
    s.value =
        std::min(0.0, log_gamma(b + u) - log_gamma(b) + log_gamma(a + b) - log_gamma(a + b + u));
    const double by_u = digamma(b + u) - digamma(a + b + u);
    s.slope[0] = a * (digamma(a + b) - digamma(a + b + u));
    s.slope[1] = b * (by_u + digamma(a + b) - digamma(b));
    s.slope[2] = c * by_u * u * std::log(t);
    return s;
}

LogSurvival log_ending(std::span<const double> at, double t) {
    const LogSurvival before = log_survival(at, t - 1);
    const LogSurvival after = log_survival(at, t);
    constexpr double kLeast = 1e-14;
    const bool is_plain = at.size() < 3;
    const double ratio =
        is_plain ? (at[1] + t - 1) / (at[0] + at[1] + t - 1) : std::exp(after.value - before.value);
    const double ends = is_plain ? at[0] / (at[0] + at[1] + t - 1) : std::max(1 - ratio, kLeast);
    LogSurvival result;
    result.value = before.value + std::log(ends);
    for (std::size_t i = 0; i < 3; ++i)
        result.slope[i] = (before.slope[i] - ratio * after.slope[i]) / ends;
    return result;
}

}  // namespace vafa::models

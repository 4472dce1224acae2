#include "models/pareto_integral.h"

#include <algorithm>
#include <cmath>

#include "models/quadrature.h"

namespace vafa::models {
namespace {

// How far f dy has fallen at w = ln((c + y) / (c + t_x)), c the lesser of alpha and beta. Convex.
struct Fall {
    double lesser, greater;  // the powers of (c + y) and of the other
    double share;            // (c + t_x) / (other + t_x)
    double operator()(double w) const {
        return (lesser - 1) * w + greater * std::log1p(share * std::expm1(w));
    }
};

// Where nothing is left to add, or the end.
double end_of(const Fall& fall, double end) {
    if (fall(end) <= kNegligible) return end;
    double low = 0;
    double high = end;
    for (int i = 0; i < 30; ++i) {
        const double middle = (low + high) / 2;
        (fall(middle) < kNegligible ? low : high) = middle;
    }
    return high;
}

}  // namespace

ParetoPoint pareto_point(double alpha, double beta, double y) {
    return {std::log(alpha + y), std::log(beta + y), 1 / (alpha + y), 1 / (beta + y)};
}

Gone gone_between(const ParetoShape& shape, double t_x, double age) {
    if (!(age > t_x)) return {-HUGE_VAL, {}};
    const bool alpha_is_lesser = shape.alpha <= shape.beta;
    const double start = std::min(shape.alpha, shape.beta) + t_x;
    const double other = std::max(shape.alpha, shape.beta) + t_x;
    const Fall fall{alpha_is_lesser ? shape.power : shape.s + 1,
                    alpha_is_lesser ? shape.s + 1 : shape.power, start / other};
    const double log_start = std::log(start);
    const double log_other = std::log(other);
    double total = 0;
    std::array<double, 2> logs = {};
    std::array<double, 2> inverses = {};
    const double end = end_of(fall, std::log1p((age - t_x) / start));
    for_each_node(0, end, [&](double w, double weight) {
        const double further = std::expm1(w);  // y = t_x + start further
        const double by_other = std::log1p(fall.share * further);
        const double f = weight * std::exp(-(fall.lesser - 1) * w - fall.greater * by_other);
        total += f;
        logs[0] += f * (log_start + w);
        logs[1] += f * (log_other + by_other);
        inverses[0] += f / (start + start * further);
        inverses[1] += f / (other + start * further);
    });
    if (!(total > 0)) return {-HUGE_VAL, {}};
    const std::size_t a = alpha_is_lesser ? 0 : 1;
    const std::size_t b = 1 - a;
    const double log_f = (1 - fall.lesser) * log_start - fall.greater * log_other;
    return {std::log(shape.s * total) + log_f,
            {-logs[a] / total, -shape.power * inverses[a] / total, 1 / shape.s - logs[b] / total,
             -(shape.s + 1) * inverses[b] / total}};
}

}  // namespace vafa::models

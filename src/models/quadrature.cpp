#include "models/quadrature.h"

#include <cmath>
#include <numbers>

namespace vafa::models {
namespace {

struct Legendre {
    double value, slope;
};

Legendre legendre(std::size_t degree, double x) {
    double before = 1;
    double value = x;
    for (std::size_t n = 2; n <= degree; ++n) {
        const auto k = static_cast<double>(n);
        const double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
        before = value;
        value = next;
    }
    return {value, static_cast<double>(degree) * (x * value - before) / (x * x - 1)};
}

// Newton's method from Tricomi's approximation of the roots.
template <std::size_t N>
GaussLegendre<N> gauss_legendre() {
    GaussLegendre<N> rule{};
    for (std::size_t i = 0; i < N; ++i) {
        double x = -std::cos(std::numbers::pi * (static_cast<double>(i) + 0.75) /
                             (static_cast<double>(N) + 0.5));
        for (int step = 0; step < 20; ++step) {
            const Legendre at = legendre(N, x);
            x -= at.value / at.slope;
        }
        const double slope = legendre(N, x).slope;
        rule.node[i] = (1 + x) / 2;
        rule.weight[i] = 1 / ((1 - x * x) * slope * slope);
    }
    return rule;
}

}  // namespace

const GaussLegendre<4> kGauss4 = gauss_legendre<4>();
const GaussLegendre<16> kGauss16 = gauss_legendre<16>();

}  // namespace vafa::models

#pragma once

#include <array>
#include <cstddef>

namespace vafa::models {

// e^-36 is below a double's last digit.
inline constexpr double kNegligible = 36;

// Gauss-Legendre nodes and weights on (0, 1).
template <std::size_t N>
struct GaussLegendre {
    std::array<double, N> node;
    std::array<double, N> weight;
};
extern const GaussLegendre<4> kGauss4;
extern const GaussLegendre<16> kGauss16;

// The nodes of three times sixteen points: to about ten digits for what rises or falls by up to
// e^36 on the way. The panels grow, since our integrands change most at the beginning.
template <class F>
void for_each_node(double from, double to, F&& take) {
    constexpr std::array<double, 4> kCuts = {0, 0.12, 0.4, 1};
    for (std::size_t panel = 0; panel + 1 < kCuts.size(); ++panel) {
        const double begin = from + (to - from) * kCuts[panel];
        const double length = (to - from) * (kCuts[panel + 1] - kCuts[panel]);
        for (std::size_t i = 0; i < kGauss16.node.size(); ++i)
            take(begin + length * kGauss16.node[i], kGauss16.weight[i] * length);
    }
}

template <class F>
double integrate(double from, double to, F&& f) {
    double sum = 0;
    for_each_node(from, to, [&](double at, double weight) { sum += weight * f(at); });
    return sum;
}

}  // namespace vafa::models

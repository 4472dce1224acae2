#include "models/special.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "models/quadrature.h"

namespace vafa::models {
namespace {

// The scaled exponential integral e^k E_m(k), by the continued fraction of Press et al. (Numerical
// Recipes, 6.3.22) in Lentz's form; fast from k of about 1.
double scaled_exponential_integral(double power, double k) {
    constexpr int kMost = 500;
    double b = k + power;
    double c = 1e300;
    double d = 1 / b;
    double result = d;
    for (int i = 1; i <= kMost; ++i) {
        const double a = -i * (power - 1 + i);
        b += 2;
        d = 1 / (a * d + b);
        c = b + a / c;
        result *= c * d;
        if (std::fabs(c * d - 1) < 1e-14) break;
    }
    return result;
}

// With w = ln(1 + u/scale) the integrand is scale e^(-k (e^w - 1) - (power - 1) w): smooth, at
// first a plain exponential, then cut off within one unit of w. Beyond `cut` nothing is left.
double by_quadrature(double power, double scale, double rate, double horizon) {
    const double k = rate * scale;
    double end = std::log1p(horizon / scale);
    if (k > 0) end = std::min(end, std::log1p(kNegligible / k));
    if (power > 1) end = std::min(end, kNegligible / (power - 1));
    return scale * integrate(0, end, [&](double w) {
               return std::exp(-k * std::expm1(w) - (power - 1) * w);
           });
}

}  // namespace

double log_gamma(double x) {
    int sign = 0;
    return ::lgamma_r(x, &sign);
}

// Upwards to 10, then the asymptotic series (Abramowitz & Stegun 6.3.18).
double digamma(double x) {
    double sum = 0;
    for (; x < 10; ++x) sum -= 1 / x;
    const double y = 1 / (x * x);
    return sum + std::log(x) - 0.5 / x -
           y * (1.0 / 12 -
                y * (1.0 / 120 -
                     y * (1.0 / 252 - y * (1.0 / 240 - y * (1.0 / 132 - y * 691.0 / 32760)))));
}

double log_beta(double a, double b) { return log_gamma(a) + log_gamma(b) - log_gamma(a + b); }

double log1p_exp(double x) { return std::max(x, 0.0) + std::log1p(std::exp(-std::fabs(x))); }

double logistic(double x) {
    const double small = std::exp(-std::fabs(x));
    return (x > 0 ? 1 : small) / (1 + small);
}

// Acklam's rational approximation with one step of Halley's method: to the last digits.
double normal_quantile(double probability) {
    constexpr double kEdge = 0.02425;
    const double p = std::clamp(probability, 1e-300, 1 - 1e-16);
    const double tail = std::min(p, 1 - p);
    double x = 0;
    if (tail < kEdge) {
        const double q = std::sqrt(-2 * std::log(tail));
        x = (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q -
               2.549732539343734) *
                  q +
              4.374664141464968) *
                 q +
             2.938163982698783) /
            ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q +
              3.754408661907416) *
                 q +
             1);
        if (p > 0.5) x = -x;
    } else {
        const double q = p - 0.5;
        const double r = q * q;
        x = (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) *
                   r +
               1.383577518672690e+02) *
                  r -
              3.066479806614716e+01) *
                 r +
             2.506628277459239) *
            q /
            (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) *
                   r +
               6.680131188771972e+01) *
                  r -
              1.328068155288572e+01) *
                 r +
             1);
    }
    const double error = 0.5 * std::erfc(-x / std::sqrt(2.0)) - p;
    const double u = error * std::sqrt(2 * std::numbers::pi) * std::exp(x * x / 2);
    const double step = u / (1 + x * u / 2);
    return std::isfinite(step) ? x - step : x;
}

double gamma_quantile(double probability, double mean, double variance) {
    if (!(mean > 0)) return 0;
    if (!(variance > 0)) return mean;
    const double part = variance / (9 * mean * mean);
    const double root = 1 - part + normal_quantile(probability) * std::sqrt(part);
    return root > 0 ? mean * root * root * root : 0;
}

double discounted_survival(double power, double scale, double rate, double horizon) {
    if (!(horizon > 0)) return 0;
    if (!(rate > 0)) {
        const double length = std::log1p(horizon / scale);
        const double excess = power - 1;
        if (std::isinf(length) && excess <= 0) return std::numeric_limits<double>::infinity();
        const double product = excess * length;
        if (std::fabs(product) < 1e-12) return scale * length;
        return scale * -std::expm1(-product) / excess;
    }
    if (std::isinf(horizon) && rate * scale >= 1)
        return scale * scaled_exponential_integral(power, rate * scale);
    return by_quadrature(power, scale, rate, horizon);
}

}  // namespace vafa::models

#pragma once

// Special functions where the standard library has none, or has one that writes a global.

namespace vafa::models {

double log_gamma(double x);  // ln |Γ(x)|
double digamma(double x);    // x > 0
double log_beta(double a, double b);
double log1p_exp(double x);  // ln(1 + e^x) without overflow
double logistic(double x);   // 1 / (1 + e^-x)
double normal_quantile(double probability);

// The value below which a gamma distribution with this mean and variance has this probability, by
// Wilson & Hilferty 1931; good to a few percent for shapes from about 0.3.
double gamma_quantile(double probability, double mean, double variance);

// ∫ over u in (0, horizon) of e^(-rate u) (1 + u/scale)^-power: the discounted time for which a
// customer of a Pareto lifetime is expected to be there. The horizon may be infinite when rate > 0
// or power > 1; where neither makes the integral finite the answer is infinite.
double discounted_survival(double power, double scale, double rate, double horizon);

}  // namespace vafa::models

#include "models/fitted.h"

#include <algorithm>
#include <cmath>

#include "models/profiles.h"

namespace vafa::models {
namespace {

// The effects lie after the parameters, covariate after covariate within a moved parameter.
Symmetric of_parameters(const Fit& fit, std::span<const Moved> moved,
                        std::span<const double> covariates) {
    const std::size_t size = fit.parameters.size();
    const std::size_t all = fit.covariance.size();
    std::vector<std::vector<double>> slopes(size, std::vector<double>(all));
    for (std::size_t i = 0; i < size; ++i) slopes[i][i] = 1;
    for (std::size_t m = 0; m < moved.size(); ++m)
        for (std::size_t c = 0; c < covariates.size(); ++c)
            slopes[moved[m].parameter][size + m * covariates.size() + c] =
                moved[m].sign * covariates[c];
    Symmetric result(size);
    for (std::size_t i = 0; i < size; ++i) {
        const auto row = fit.covariance.times(slopes[i]);
        for (std::size_t j = 0; j < size; ++j) result.at(i, j) = dot(row, slopes[j]);
    }
    return result;
}

bool is_sound(const Fit& fit, std::size_t names) {
    if (fit.parameters.size() != names) return false;
    if (fit.covariance.size() != names + fit.effects.size()) return false;
    return fit.days_per_period > 0 &&
           std::all_of(fit.parameters.begin(), fit.parameters.end(),
                       [](const Parameter& p) { return p.value > 0 && std::isfinite(p.value); });
}

}  // namespace

Result<Fitted> fitted(const Fit& fit, std::span<const double> covariates) {
    Fitted result{family_of(fit.model, fit.k), {}, {}, fit.days_per_period};
    if (!result.family) return invalid("error.models_needs_purchases").at("model");
    const std::size_t size = result.family->names().size();
    if (!is_sound(fit, size)) return invalid("error.models_fit").at("parameters");
    const auto moved = fit.effects.empty() ? std::vector<Moved>{} : moved_by_covariates(fit.model);
    if (covariates.size() * moved.size() != fit.effects.size())
        return invalid("error.models_covariate_count").at("covariates");
    std::vector<double> logs;
    for (const Parameter& parameter : fit.parameters) logs.push_back(std::log(parameter.value));
    for (const CovariateEffect& effect : fit.effects) logs.push_back(effect.coefficient);
    result.at = parameters_of(logs, size, moved, covariates);
    result.covariance = of_parameters(fit, moved, covariates);
    return result;
}

}  // namespace vafa::models

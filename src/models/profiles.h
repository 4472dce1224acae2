#pragma once

#include <span>
#include <vector>

#include "models/family.h"

namespace vafa::models {

// Customers with the same covariates, as rows of their own; one profile where there are none.
struct Profile {
    std::vector<double> covariates;
    Rows rows;
};
std::vector<Profile> profiles_of(std::span<const History> customers, const FitOptions& options);

// The parameters that covariates move, with the sign of their effect on the logarithm.
struct Moved {
    std::size_t parameter = 0;
    double sign = 1;
};
std::vector<Moved> moved_by_covariates(Model model);

// The parameters of a profile: `at` holds logarithms of the base parameters, then the effects,
// covariate after covariate within a moved parameter.
std::vector<double> parameters_of(std::span<const double> at, std::size_t size,
                                  std::span<const Moved> moved, std::span<const double> covariates);

}  // namespace vafa::models

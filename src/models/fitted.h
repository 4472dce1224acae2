#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "models/family.h"
#include "models/types.h"

namespace vafa::models {

// A fit made ready for questions about customers who share their covariates.
struct Fitted {
    std::unique_ptr<Family> family;
    std::vector<double> at;  // the parameters of these customers
    Symmetric covariance;    // of their logarithms
    double days_per_period = 7;

    double periods(std::uint32_t days) const { return days / days_per_period; }
};

Result<Fitted> fitted(const Fit& fit, std::span<const double> covariates);

}  // namespace vafa::models

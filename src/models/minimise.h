#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "models/symmetric.h"

namespace vafa::models {

// A function and its gradient. It answers a finite number everywhere.
using Objective = std::function<double(std::span<const double> at, std::span<double> gradient)>;

struct Minimum {
    std::vector<double> at;
    std::vector<double> gradient;
    double value = 0;
    Symmetric inverse_hessian;  // as the search came to believe
    bool converged = false;
};

struct MinimiseOptions {
    std::optional<Symmetric> inverse_hessian = {};  // a good first guess saves most of the work
    int most_evaluations = 400;
    double tolerance = 1e-10;  // of the decrement g' H^-1 g / 2, in units of the value
};

// Quasi-Newton (BFGS) with a line search of cubic steps (Nocedal & Wright 2006, chapters 3 and 6).
Minimum minimise(const Objective& objective, std::vector<double> start,
                 const MinimiseOptions& options = {});

// The simplex of Nelder & Mead 1965: slow and hard to derail; for where the above gives up.
Minimum minimise_by_simplex(const Objective& objective, std::vector<double> start,
                            int most_evaluations);

// Second derivatives by central differences of the gradient.
Symmetric hessian(const Objective& objective, std::span<const double> at);

}  // namespace vafa::models

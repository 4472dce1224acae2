#pragma once

#include <vector>

#include "models/minimise.h"

namespace vafa::models {

// A function to minimise, cheaper ones like it for finding the neighbourhood, and what is known of
// where to look: independent normal priors (weight 0: none) and fences far out on both sides.
struct SearchTask {
    Objective full;                // minus log-likelihood
    std::vector<Objective> rough;  // the same of samples, the smallest first
    std::vector<double> centre;
    std::vector<std::vector<double>> starts;
    double prior_weight = 0;
    double prior_deviation = 1;
    unsigned workers = 1;  // that search from several starts at once
};

struct Found {
    std::vector<double> at;
    double value = 0;          // of `full` alone
    Symmetric covariance;      // of the posterior; made regular where the data says nothing
    bool is_regular = true;    // whether the likelihood (and prior) alone fix everything
    bool is_at_limit = false;  // a parameter ran beyond kLimit of its centre
    int evaluations = 0;       // of `full`
    bool converged = false;
};

constexpr double kLimit = 9;   // in logarithms: a factor of 8000
constexpr double kFence = 12;  // where a parameter is gently held back

Found search(const SearchTask& task);

}  // namespace vafa::models

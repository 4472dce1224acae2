#pragma once

#include <cstdint>
#include <span>

#include "base/result.h"
#include "models/types.h"

namespace vafa::models {

// What a customer spends on average at a repeat purchase, in the currency's unit of your choice.
struct Spend {
    std::uint32_t x = 0;  // repeat purchases
    double mean = 0;
};

// Gamma-Gamma (Fader & Hardie 2013, "The Gamma-Gamma model of monetary value"): amounts are
// Gamma(p, v'), and v' differs by Gamma(q, v). Parameters p, q, v; v in the unit of the amounts.
struct SpendFit {
    std::vector<Parameter> parameters;
    Symmetric covariance;    // of their logarithms
    double average = 0;      // of what was seen, weighted by purchases
    double correlation = 0;  // of mean spend and number of purchases
    double log_likelihood = 0;
    std::uint64_t customers = 0;  // with x > 0 and a positive mean
    int evaluations = 0;
    bool converged = false;
    std::vector<Warning> warnings;
};

Result<SpendFit> fit_spend(std::span<const Spend> customers,
                           PriorUse prior = PriorUse::when_few_repeat, unsigned workers = 1);

// What is known of one customer's average purchase. `value` is its expectation (their eq. 5), with
// the interval of the customer's own mean. `square` is the mean square of that mean, `within` the
// variance of single purchases around it; both kept finite.
struct SpendExpectation {
    Estimate mean;
    double square = 0;
    double within = 0;
};
SpendExpectation expect_spend(const SpendFit& fit, const Spend& customer, double confidence = 0.9);

}  // namespace vafa::models

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/symmetric.h"

namespace vafa::models {

enum class Model { nbd, bgnbd, mbgnbd, paretonbd, mbgcnbdk, bgbb, sbg, bdw };

// What should be said beside a result; each has a text.
enum class Warning {
    rows_ignored,            // customers with impossible numbers were left out
    too_few_customers,       // below kFewestCustomers: the prior says more than the data
    prior_used,              // few customers come back: the fit leans on the prior
    nobody_repeats,          // no second purchase anywhere
    one_birthday,            // everyone began on the same day
    no_dropout,              // nobody seems to leave: the model is as good as the plain NBD
    no_differences,          // customers are alike: a spread went to its limit
    at_the_limit,            // a parameter ran to the end of its range
    flat,                    // the likelihood does not fix every parameter: no standard errors
    not_converged,           // the search ended before its tolerance
    endless_value,           // without discount the value grows for ever
    spend_ignored,           // customers with zero or negative spend were left out
    spend_without_mean,      // q <= 1: the average spend of a new customer is not finite
    spend_follows_frequency  // spend and frequency go together, which Gamma-Gamma denies
};
// The key of its text.
std::string_view text_key(Warning warning);

// One customer, as of the data end. A purchase is a day with purchases; the first is not counted.
struct History {
    std::uint32_t x = 0;    // repeat purchases
    std::uint32_t t_x = 0;  // days from the first purchase to the last; 0 where x is 0
    std::uint32_t age = 0;  // T: days from the first purchase to the data end
    bool operator==(const History&) const = default;
};
// For BG/BB alike, with opportunities in place of days: x bought, the last at t_x, of `age`.

struct Parameter {
    std::string_view name;  // "r", "alpha" … as in the papers
    double value = 0;
    std::optional<double> standard_error = {};
};

// How a static covariate moves a parameter: a customer's alpha is alpha exp(-coefficient value), so
// that a positive one means more purchases; beta likewise (Pareto/NBD: earlier leaving), a and b of
// BG/NBD with a plus (Fader & Hardie 2007, "Incorporating time-invariant covariates").
struct CovariateEffect {
    std::string covariate;
    std::string_view parameter;
    double coefficient = 0;
    std::optional<double> standard_error = {};
};

struct Fit {
    Model model = Model::bgnbd;
    std::uint32_t k = 1;         // regularity of gaps, 1 but for MBG/CNBD-k
    double days_per_period = 7;  // the parameters' unit of time
    std::vector<Parameter> parameters;
    std::vector<CovariateEffect> effects;
    Symmetric covariance;  // of the parameters' logarithms, then of the effects
    double log_likelihood = 0;
    std::uint64_t customers = 0;
    std::uint64_t distinct_rows = 0;
    int evaluations = 0;
    bool converged = false;
    std::vector<Warning> warnings;
};

enum class PriorUse { when_few_repeat, never, always };

struct FitOptions {
    double days_per_period = 7;
    unsigned workers = 1;
    PriorUse prior = PriorUse::when_few_repeat;
    // MBG/CNBD-k alone: the regularity, 0 to choose it; and the sum over all customers of the
    // logarithms of their gaps in periods, without which two k cannot be compared.
    std::uint32_t k = 0;
    std::optional<double> log_gaps = {};
    // Pareto/NBD and BG/NBD: a value a customer and name, customer after customer.
    std::vector<std::string> covariates = {};
    std::span<const double> covariate_values = {};
};

struct Estimate {
    double value = 0;
    double low = 0;
    double high = 0;
};

}  // namespace vafa::models

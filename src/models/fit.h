#pragma once

#include <span>

#include "base/result.h"
#include "models/types.h"

namespace vafa::models {

constexpr std::uint64_t kFewestCustomers = 30;
// The prior fades with the customers who came back, and is gone with this many.
constexpr double kRepeatersWithoutPrior = 300;

// Fits a model of purchases by maximum likelihood, with a weak prior where few customers come back
// (README.md says which). Always answers, whatever the histories are: what is amiss stands in the
// warnings. Refused are options that contradict the model or the number of customers.
Result<Fit> fit(Model model, std::span<const History> customers, const FitOptions& options = {});

}  // namespace vafa::models

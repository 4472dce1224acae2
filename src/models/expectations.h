#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "models/types.h"

namespace vafa::models {

// Plain answers of a fit to a model of purchases, without intervals; times in periods. Errors: the
// fit is of contracts; a history or a time that cannot be.

struct Ask {
    History customer;
    std::span<const double> covariates = {};
};

Result<double> p_alive(const Fit& fit, const Ask& ask);
// The same after so many more periods without a purchase.
Result<double> p_alive_after(const Fit& fit, const Ask& ask, double silence);
// Purchases expected in (from, to] from the data end on.
Result<double> expected_between(const Fit& fit, const Ask& ask, double from, double to);
// Chances of 0, 1 … size - 1 purchases in (0, time].
Result<std::vector<double>> purchase_chances(const Fit& fit, const Ask& ask, double time,
                                             std::size_t size);
// Discounted expected transactions in (0, horizon]; nothing given: for ever.
Result<double> discounted_purchases(const Fit& fit, const Ask& ask, double discount,
                                    std::optional<double> horizon = {});

// The same of somebody who has just bought for the first time.
Result<double> expected_of_new(const Fit& fit, double time);
Result<std::vector<double>> purchase_chances_of_new(const Fit& fit, double time, std::size_t size);

}  // namespace vafa::models

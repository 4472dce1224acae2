#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace vafa::models {

// How forecasts of what customers would do in a hold-out did.
struct Judgement {
    double expected = 0;  // purchases of all customers together
    double actual = 0;
    std::optional<double> bias;  // expected / actual - 1; nothing where nobody bought
    double mean_absolute_error = 0;
    double root_mean_square_error = 0;
    // Mean over the tenths below of |expected - actual| a customer: how well the forecast is
    // calibrated, whatever chance did to single customers.
    double calibration_error = 0;
    // Mean logarithm of the chance that was given to what came; of forecasts that give chances.
    std::optional<double> log_score = {};
};
Judgement judge(std::span<const double> expected, std::span<const double> actual);

// Customers by falling forecast, in ten parts of as equal size as can be; fewer of few customers.
struct Tenth {
    std::uint64_t customers = 0;
    double expected = 0;  // sums, of purchases or of money
    double actual = 0;
};
std::vector<Tenth> tenths(std::span<const double> expected, std::span<const double> actual);

// Customers by P(alive), in ten bins of equal width; those without customers are left out. Being
// active cannot be seen, coming back can: beside P(alive) stand the chance to buy within the
// hold-out that follows from it and the share that did.
struct ReliabilityBin {
    double from = 0;
    double to = 0;
    std::uint64_t customers = 0;
    double p_alive = 0;  // means
    double p_purchase = 0;
    double purchased = 0;
};
std::vector<ReliabilityBin> reliability(std::span<const double> p_alive,
                                        std::span<const double> p_purchase,
                                        std::span<const double> actual);

}  // namespace vafa::models

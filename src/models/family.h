#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "models/process.h"
#include "models/rows.h"

namespace vafa::models {

constexpr std::size_t kMostParameters = 4;

// ln (P(gone) / P(active)) of a customer and its slope in the logarithms of the parameters. Far
// negative, never infinite, where the model does not know of leaving.
struct LogOdds {
    double value = kNever;
    std::array<double, kMostParameters> slope = {};

    static constexpr double kNever = -1e4;
};

// What the weak prior says: logarithms of the parameters are normal around these (days), each with
// a deviation of kPriorDeviation.
constexpr double kPriorDeviation = 1;

// The mathematics of one model of purchases. `at` are its parameters in order, plain (no
// logarithms), in periods; times are in periods.
class Family {
public:
    virtual ~Family() = default;

    virtual std::span<const std::string_view> names() const = 0;
    // Typical parameters, for a unit of one day: where the search begins, and the prior's centre.
    virtual std::vector<double> typical() const = 0;
    // Which parameters are times, and so follow the unit of time.
    virtual std::vector<bool> are_times() const = 0;

    // The log-likelihood; adds its slope in the parameters' logarithms to nothing: overwrites it.
    virtual double log_likelihood(const Rows& rows, std::span<const double> at,
                                  std::span<double> slope, unsigned workers) const = 0;

    // Whether the customer has left by T.
    virtual LogOdds log_odds(std::span<const double> at, double x, double t_x,
                             double age) const = 0;
    // The same for all rows.
    virtual void log_odds(std::span<const double> at, const Rows& rows, unsigned workers,
                          std::span<LogOdds> out) const;

    // What a customer who is still active will do. Independent of t_x where depends_on_t_x is not.
    virtual std::unique_ptr<Process> active(std::span<const double> at, double x, double t_x,
                                            double age) const = 0;
    virtual bool depends_on_t_x() const { return false; }
};

// k: the regularity of MBG/CNBD-k. Models of contracts (sbg, bdw) are no families.
std::unique_ptr<Family> family_of(Model model, std::uint32_t k = 1);

}  // namespace vafa::models

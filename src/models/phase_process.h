#pragma once

#include <cstdint>
#include <vector>

#include "models/process.h"

namespace vafa::models {

// A purchase comes when k events have passed, and is followed by a coin of Beta(a, b). How many of
// the k have passed since the last purchase is not known: j of them with a weight that follows from
// `silence` = (T - t_x) / (alpha + T), and the rate then is Gamma(shape + j, scale).
class PhaseProcess final : public Process {
public:
    PhaseProcess(double shape, double scale, double a, double b, std::uint32_t k, double silence);
    double expected(double time) const override;
    std::vector<double> chances(double time, std::size_t size) const override;
    double discounted(double rate, double horizon) const override;
    double discounted_square(double rate) const override;
    double waiting_time(double probability) const override;

private:
    CoinProcess alike() const;  // without phases, of the same pace: for the long run
    double expected_from(std::uint32_t phase, double time) const;
    double comes_within(double time) const;

    double shape_, scale_, a_, b_;
    std::uint32_t k_;
    std::vector<double> weight_;  // of j = 0 … k - 1
};

}  // namespace vafa::models

#pragma once

#include <cstddef>
#include <vector>

namespace vafa::models {

// The purchases of a customer who is active now, from now on. Time in periods.
class Process {
public:
    virtual ~Process() = default;

    virtual double expected(double time) const = 0;  // purchases in (0, time]
    // Chances of 0, 1 … size - 1 purchases in (0, time].
    virtual std::vector<double> chances(double time, std::size_t size) const = 0;
    // Purchases in (0, horizon], each worth e^(-rate t); the horizon may be infinite.
    virtual double discounted(double rate, double horizon) const = 0;
    // The mean square of the same sum for ever, rate > 0.
    virtual double discounted_square(double rate) const = 0;
    // The time within which the next purchase comes with this chance, if the customer stays.
    virtual double waiting_time(double probability) const = 0;
};

// Purchases at a rate that differs by a gamma distribution (shape, scale as in Gamma(r, alpha)),
// and nobody ever leaves.
class SteadyProcess final : public Process {
public:
    SteadyProcess(double shape, double scale) : shape_(shape), scale_(scale) {}
    double expected(double time) const override;
    std::vector<double> chances(double time, std::size_t size) const override;
    double discounted(double rate, double horizon) const override;
    double discounted_square(double rate) const override;
    double waiting_time(double probability) const override;

private:
    double shape_, scale_;
};

// The same, until a lifetime ends whose rate is Gamma(s, beta).
class LifetimeProcess final : public Process {
public:
    LifetimeProcess(double shape, double scale, double s, double beta)
        : shape_(shape), scale_(scale), s_(s), beta_(beta) {}
    double expected(double time) const override;
    std::vector<double> chances(double time, std::size_t size) const override;
    double discounted(double rate, double horizon) const override;
    double discounted_square(double rate) const override;
    double waiting_time(double probability) const override;

private:
    double shape_, scale_, s_, beta_;
};

// The same, but after each purchase the customer leaves with a chance that is Beta(a, b).
class CoinProcess final : public Process {
public:
    CoinProcess(double shape, double scale, double a, double b)
        : shape_(shape), scale_(scale), a_(a), b_(b) {}
    double expected(double time) const override;
    std::vector<double> chances(double time, std::size_t size) const override;
    double discounted(double rate, double horizon) const override;
    double discounted_square(double rate) const override;
    double waiting_time(double probability) const override;

private:
    double expected_by_chance(double time) const;
    double shape_, scale_, a_, b_;
};

}  // namespace vafa::models

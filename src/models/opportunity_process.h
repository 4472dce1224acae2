#pragma once

#include "models/process.h"

namespace vafa::models {

// At whole times 1, 2 … the customer buys with a chance Beta(alpha, beta); between them leaves with
// a chance Beta(gamma, delta). There at time 1 for certain.
class OpportunityProcess final : public Process {
public:
    OpportunityProcess(double alpha, double beta, double gamma, double delta)
        : alpha_(alpha), beta_(beta), gamma_(gamma), delta_(delta) {}
    double expected(double time) const override;
    std::vector<double> chances(double time, std::size_t size) const override;
    double discounted(double rate, double horizon) const override;
    double discounted_square(double rate) const override;
    double waiting_time(double probability) const override;

private:
    double stays_on(double times) const;  // of those there `times` times, the share that come again
    double alpha_, beta_, gamma_, delta_;
};

}  // namespace vafa::models

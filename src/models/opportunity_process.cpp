#include "models/opportunity_process.h"

#include <algorithm>
#include <cmath>

#include "models/special.h"

namespace vafa::models {
namespace {

constexpr double kMostAhead = 200'000;
constexpr double kNothingLeft = 1e-14;

}  // namespace

double OpportunityProcess::stays_on(double times) const {
    return (delta_ + times - 1) / (gamma_ + delta_ + times - 1);
}

double OpportunityProcess::expected(double time) const { return discounted(0, time); }

double OpportunityProcess::discounted(double rate, double horizon) const {
    double there = 1;
    double sum = 0;
    const double end = std::min(horizon, kMostAhead);
    for (double i = 1; i <= end; ++i) {
        const double term = there * std::exp(-rate * i);
        sum += term;
        if (term < kNothingLeft * sum) break;
        there *= stays_on(i);
    }
    return alpha_ / (alpha_ + beta_) * sum;
}

// A sum of p and, over pairs of opportunities, p²: both in the later one's discount.
double OpportunityProcess::discounted_square(double rate) const {
    const double once = alpha_ / (alpha_ + beta_);
    const double twice = once * (alpha_ + 1) / (alpha_ + beta_ + 1);
    double there = 1;
    double earlier = 0;
    double sum = 0;
    for (double i = 1; i <= kMostAhead; ++i) {
        const double worth = std::exp(-rate * i);
        const double term = there * worth * (once * worth + 2 * twice * earlier);
        sum += term;
        if (term < kNothingLeft * sum) break;
        earlier += worth;
        there *= stays_on(i);
    }
    return sum;
}

// Over the number of opportunities the customer is there for, beta-binomial counts.
std::vector<double> OpportunityProcess::chances(double time, std::size_t size) const {
    std::vector<double> result(size);
    if (size == 0) return result;
    const double end = std::floor(std::min(time, kMostAhead));
    if (end < 1) {
        result[0] = 1;
        return result;
    }
    double there = 1;
    for (double n = 1; n <= end; ++n) {
        const double weight = n < end ? there * (1 - stays_on(n)) : there;
        const double most = std::min(n, static_cast<double>(size - 1));
        double log_chance = log_beta(alpha_, beta_ + n) - log_beta(alpha_, beta_);
        for (double k = 0; k <= most; ++k) {
            result[static_cast<std::size_t>(k)] += weight * std::exp(log_chance);
            if (k < n)
                log_chance += std::log((n - k) / (k + 1) * (alpha_ + k) / (beta_ + n - k - 1));
        }
        there *= stays_on(n);
        if (there < kNothingLeft) break;
    }
    return result;
}

double OpportunityProcess::waiting_time(double probability) const {
    constexpr double kMostWaiting = 10'000;
    double silent = 1;
    double i = 0;
    while (i < kMostWaiting && 1 - silent < probability) {
        silent *= (beta_ + i) / (alpha_ + beta_ + i);
        ++i;
    }
    return i;
}

}  // namespace vafa::models

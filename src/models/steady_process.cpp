#include <cmath>

#include "models/counts.h"
#include "models/process.h"

namespace vafa::models {

double SteadyProcess::expected(double time) const { return shape_ / scale_ * time; }

std::vector<double> SteadyProcess::chances(double time, std::size_t size) const {
    return count_chances(shape_, scale_, time, size);
}

double SteadyProcess::discounted(double rate, double horizon) const {
    if (rate > 0) return shape_ / scale_ * -std::expm1(-rate * horizon) / rate;
    return shape_ / scale_ * horizon;
}

// E[λ] / 2d + E[λ²] / d²: the sum of a Poisson process has this variance and mean for a given λ.
double SteadyProcess::discounted_square(double rate) const {
    const double mean = shape_ / scale_;
    return mean / (2 * rate) + mean * (shape_ + 1) / scale_ / (rate * rate);
}

double SteadyProcess::waiting_time(double probability) const {
    return first_event(shape_, scale_, probability);
}

}  // namespace vafa::models

#pragma once

#include <cstddef>
#include <vector>

namespace vafa::models {

// Chances of 0, 1 … size - 1 events in a time when the rate is Gamma(shape, scale): the negative
// binomial distribution. In logarithms, so hundreds of events do no harm.
std::vector<double> count_chances(double shape, double scale, double time, std::size_t size);

// The chances of at least 0, 1 … size - 1 events, summed from the small end.
std::vector<double> count_tails(double shape, double scale, double time, std::size_t size);

// The time in which an event comes with this chance.
double first_event(double shape, double scale, double probability);

}  // namespace vafa::models

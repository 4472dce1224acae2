#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace vafa {

// xoshiro256** (Blackman & Vigna 2018), with distributions of our own, so that a seed gives the
// same store on every library and for ever. Streams: fork("holdout", 17) depends on the seed, the
// name and the key alone, so a new draw in one place shifts no other.
class Rng {
public:
    explicit Rng(std::uint64_t seed);

    Rng fork(std::string_view name, std::uint64_t key = 0) const;

    std::uint64_t next();
    std::uint64_t below(std::uint64_t bound);                   // [0, bound), unbiased; bound > 0
    std::int64_t between(std::int64_t low, std::int64_t high);  // [low, high]
    double uniform();                                           // [0, 1)
    bool chance(double probability);
    double normal(double mean = 0, double deviation = 1);
    double exponential(double rate);
    double gamma(double shape, double rate);  // Marsaglia & Tsang 2000
    double beta(double a, double b);
    std::int64_t poisson(double mean);
    double lognormal(double mean_of_log, double deviation_of_log);

private:
    std::uint64_t seed_;
    std::array<std::uint64_t, 4> state_;
};

// A seed from the system, different at every call: for ids, never for what should repeat.
std::uint64_t system_entropy();

}  // namespace vafa

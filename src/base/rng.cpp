#include "base/rng.h"

#include <bit>
#include <cmath>
#include <numbers>
#include <random>

#include "base/hash.h"
#include "base/int128.h"
#include "base/result.h"

namespace vafa {
namespace {

constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15ULL;  // splitmix64's step
constexpr double kLargePoissonMean = 30;

}  // namespace

Rng::Rng(std::uint64_t seed) : seed_(seed) {
    std::uint64_t step = seed;
    for (std::uint64_t& word : state_) word = mix64(step += kGolden);
}

Rng Rng::fork(std::string_view name, std::uint64_t key) const {
    return Rng(mix64(hash64(name, seed_) + kGolden * (mix64(key) + 1)));
}

std::uint64_t Rng::next() {
    const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
}

// Lemire 2019, "Fast random integer generation in an interval".
std::uint64_t Rng::below(std::uint64_t bound) {
    VAFA_ASSERT(bound > 0);
    const std::uint64_t unfair = (0 - bound) % bound;
    for (;;) {
        const Uint128 product = Uint128{next()} * bound;
        if (static_cast<std::uint64_t>(product) >= unfair)
            return static_cast<std::uint64_t>(product >> 64);
    }
}

std::int64_t Rng::between(std::int64_t low, std::int64_t high) {
    VAFA_ASSERT(low <= high);
    const auto base = static_cast<std::uint64_t>(low);
    const std::uint64_t count = static_cast<std::uint64_t>(high) - base + 1;
    return static_cast<std::int64_t>(base + (count == 0 ? next() : below(count)));
}

double Rng::uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }

bool Rng::chance(double probability) { return uniform() < probability; }

// Box & Muller 1958; the second value is not kept, so that a draw takes two numbers always.
double Rng::normal(double mean, double deviation) {
    const double radius = std::sqrt(-2 * std::log(1 - uniform()));
    return mean + deviation * radius * std::cos(2 * std::numbers::pi * uniform());
}

double Rng::exponential(double rate) { return -std::log(1 - uniform()) / rate; }

double Rng::gamma(double shape, double rate) {
    VAFA_ASSERT(shape > 0 && rate > 0);
    if (shape < 1) {
        const double power = std::pow(1 - uniform(), 1 / shape);
        return gamma(shape + 1, rate) * power;
    }
    const double d = shape - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    for (;;) {
        const double x = normal();
        const double cube_root = 1 + c * x;
        if (cube_root <= 0) continue;
        const double v = cube_root * cube_root * cube_root;
        if (std::log(1 - uniform()) < 0.5 * x * x + d - d * v + d * std::log(v))
            return d * v / rate;
    }
}

double Rng::beta(double a, double b) {
    const double x = gamma(a, 1);
    const double y = gamma(b, 1);
    if (x + y > 0) return x / (x + y);
    return chance(a / (a + b)) ? 1 : 0;  // both underflowed: the mass lies at the ends
}

// Small means: multiplication (Knuth). Large: PTRS of Hörmann 1993, "The transformed rejection
// method for generating Poisson random variables".
std::int64_t Rng::poisson(double mean) {
    if (mean <= 0) return 0;
    if (mean < kLargePoissonMean) {
        const double limit = std::exp(-mean);
        std::int64_t count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) ++count;
        return count;
    }
    const double b = 0.931 + 2.53 * std::sqrt(mean);
    const double a = -0.059 + 0.02483 * b;
    const double log_inverse_alpha = std::log(1.1239 + 1.1328 / (b - 3.4));
    const double v_r = 0.9277 - 3.6224 / (b - 2);
    for (;;) {
        const double u = uniform() - 0.5;
        const double v = 1 - uniform();
        const double us = 0.5 - std::fabs(u);
        if (us <= 0) continue;
        const double k = std::floor((2 * a / us + b) * u + mean + 0.43);
        if (us >= 0.07 && v <= v_r) return static_cast<std::int64_t>(k);
        if (k < 0 || (us < 0.013 && v > us)) continue;
        int sign = 0;  // lgamma itself writes a global
        const double target = k * std::log(mean) - mean - ::lgamma_r(k + 1, &sign);
        if (std::log(v) + log_inverse_alpha - std::log(a / (us * us) + b) <= target)
            return static_cast<std::int64_t>(k);
    }
}

double Rng::lognormal(double mean_of_log, double deviation_of_log) {
    return std::exp(normal(mean_of_log, deviation_of_log));
}

std::uint64_t system_entropy() {
    std::random_device device;
    return (std::uint64_t{device()} << 32) | device();
}

}  // namespace vafa

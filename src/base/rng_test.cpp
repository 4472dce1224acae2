#include "base/rng.h"

#include <cmath>
#include <functional>
#include <gtest/gtest.h>
#include <limits>

namespace vafa {
namespace {

struct Moments {
    double mean;
    double variance;
};

constexpr int kDraws = 50'000;

Moments moments_of(const std::function<double()>& draw) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < kDraws; ++i) {
        const double x = draw();
        sum += x;
        squares += x * x;
    }
    const double mean = sum / kDraws;
    return {mean, squares / kDraws - mean * mean};
}

// Within five standard errors of the mean, and the variance within 8 %.
void expect_moments(const std::function<double()>& draw, double mean, double variance) {
    const Moments found = moments_of(draw);
    EXPECT_NEAR(found.mean, mean, 5 * std::sqrt(variance / kDraws));
    EXPECT_NEAR(found.variance, variance, 0.08 * variance);
}

TEST(Rng, IsXoshiroSeededBySplitmix) {
    Rng rng(0);
    EXPECT_EQ(rng.next(), 0x99ec5f36cb75f2b4ULL);
    EXPECT_EQ(rng.next(), 0xbf6e1f784956452aULL);
    EXPECT_EQ(rng.next(), 0x1a5f849d4933e6e0ULL);
}

TEST(Rng, StreamsDependOnSeedNameAndKeyAlone) {
    Rng used(5);
    used.next();
    EXPECT_EQ(used.fork("holdout", 17).next(), Rng(5).fork("holdout", 17).next());
    EXPECT_NE(Rng(5).fork("holdout", 17).next(), Rng(5).fork("holdout", 18).next());
    EXPECT_NE(Rng(5).fork("holdout", 17).next(), Rng(5).fork("demo", 17).next());
    EXPECT_NE(Rng(5).fork("holdout", 17).next(), Rng(6).fork("holdout", 17).next());
    EXPECT_NE(Rng(5).fork("a").fork("b").next(), Rng(5).fork("b").fork("a").next());
}

TEST(Rng, BelowReachesEveryNumberEquallyOften) {
    Rng rng(1);
    std::array<int, 7> counts{};
    for (int i = 0; i < 70'000; ++i) ++counts[rng.below(7)];
    for (const int count : counts) EXPECT_NEAR(count, 10'000, 500);
    EXPECT_EQ(rng.below(1), 0U);
}

TEST(Rng, BetweenTakesBothEndsAndTheWholeRange) {
    Rng rng(2);
    bool low = false;
    bool high = false;
    for (int i = 0; i < 1000; ++i) {
        const std::int64_t x = rng.between(-3, 3);
        ASSERT_GE(x, -3);
        ASSERT_LE(x, 3);
        low |= x == -3;
        high |= x == 3;
    }
    EXPECT_TRUE(low && high);
    EXPECT_EQ(rng.between(9, 9), 9);
    using Limits = std::numeric_limits<std::int64_t>;
    EXPECT_NE(rng.between(Limits::min(), Limits::max()), rng.between(Limits::min(), Limits::max()));
}

TEST(Rng, DistributionsHaveTheirMeansAndVariances) {
    Rng rng(3);
    expect_moments([&] { return rng.uniform(); }, 0.5, 1.0 / 12);
    expect_moments([&] { return rng.chance(0.3) ? 1.0 : 0.0; }, 0.3, 0.21);
    expect_moments([&] { return rng.normal(5, 2); }, 5, 4);
    expect_moments([&] { return rng.exponential(0.5); }, 2, 4);
    expect_moments([&] { return rng.lognormal(0, 0.5); }, std::exp(0.125),
                   std::exp(0.25) * (std::exp(0.25) - 1));
}

TEST(Rng, GammaAndBetaHoldForSmallAndLargeShapes) {
    Rng rng(4);
    for (const double shape : {0.24, 1.0, 7.5})
        expect_moments([&] { return rng.gamma(shape, 4); }, shape / 4, shape / 16);
    expect_moments([&] { return rng.beta(0.8, 2.4); }, 0.25, 0.25 * 0.75 / 4.2);
    expect_moments([&] { return rng.beta(1e-4, 1e-4); }, 0.5, 0.25);
}

TEST(Rng, PoissonHoldsForSmallAndLargeMeans) {
    Rng rng(5);
    for (const double mean : {0.1, 4.0, 29.9, 30.1, 400.0})
        expect_moments([&] { return static_cast<double>(rng.poisson(mean)); }, mean, mean);
    EXPECT_EQ(rng.poisson(0), 0);
}

}  // namespace
}  // namespace vafa

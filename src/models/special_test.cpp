#include "models/special.h"

#include <cmath>
#include <gtest/gtest.h>

#include "models/minimise.h"
#include "models/rows.h"

namespace vafa::models {
namespace {

TEST(Special, DigammaIsAsTabulated) {  // Abramowitz & Stegun, table 6.1
    EXPECT_NEAR(digamma(1), -0.577215664901532860, 1e-13);
    EXPECT_NEAR(digamma(0.5), -1.963510026021423, 1e-13);
    EXPECT_NEAR(digamma(12.5),
                std::log(12.5) - 1 / 25.0 - 1 / (12 * 156.25) + 1 / (120 * 156.25 * 156.25) -
                    1 / (252 * std::pow(12.5, 6)),
                1e-10);
    EXPECT_NEAR(digamma(1e-8), -1e8, 1);
}

TEST(Special, NormalQuantilesAreAsTabulated) {
    EXPECT_NEAR(normal_quantile(0.95), 1.6448536269514722, 1e-12);
    EXPECT_NEAR(normal_quantile(0.025), -1.959963984540054, 1e-12);
    EXPECT_NEAR(normal_quantile(1e-9), -5.997807015007687, 1e-9);
    EXPECT_EQ(normal_quantile(0.5), 0);
}

TEST(Special, GammaQuantilesAreThoseOfTheExponential) {
    for (const double p : {0.05, 0.5, 0.95})
        EXPECT_NEAR(gamma_quantile(p, 1, 1), -std::log(1 - p), 0.03);
    EXPECT_EQ(gamma_quantile(0.5, 0, 1), 0);
    EXPECT_EQ(gamma_quantile(0.5, 3, 0), 3);
}

TEST(Special, DiscountedSurvivalAgreesWithItsLimits) {
    EXPECT_NEAR(discounted_survival(0, 5, 0.1, HUGE_VAL), 10, 1e-8);
    EXPECT_NEAR(discounted_survival(2, 5, 0, HUGE_VAL), 5, 1e-12);
    EXPECT_NEAR(discounted_survival(1, 5, 0, 10), 5 * std::log(3), 1e-12);
    EXPECT_TRUE(std::isinf(discounted_survival(1, 5, 0, HUGE_VAL)));
    EXPECT_EQ(discounted_survival(2, 5, 0.1, 0), 0);
    // Where the continued fraction takes over from quadrature, k = rate * scale = 1.
    for (const double power : {0.3, 1.0, 2.5, 40.0})
        EXPECT_NEAR(discounted_survival(power, 0.999'999, 1, HUGE_VAL),
                    discounted_survival(power, 1.000'001, 1, HUGE_VAL), 1e-5);
    EXPECT_NEAR(discounted_survival(1, 1, 1, HUGE_VAL), 0.596347362323194, 1e-12);  // e E1(1)
}

TEST(Minimise, FindsTheValleyOfRosenbrock) {
    const Objective valley = [](std::span<const double> at, std::span<double> slope) {
        const double bend = at[1] - at[0] * at[0];
        slope[0] = -2 * (1 - at[0]) - 400 * at[0] * bend;
        slope[1] = 200 * bend;
        return (1 - at[0]) * (1 - at[0]) + 100 * bend * bend;
    };
    const Minimum found = minimise(valley, {-1.2, 1});
    EXPECT_TRUE(found.converged);
    EXPECT_NEAR(found.at[0], 1, 1e-4);
    EXPECT_NEAR(found.at[1], 1, 1e-4);
    EXPECT_NEAR(minimise_by_simplex(valley, {-1.2, 1}, 1000).at[0], 1, 1e-3);
}

TEST(Symmetric, InverseAndRefusal) {
    Symmetric matrix(2);
    matrix.at(0, 0) = 4;
    matrix.at(0, 1) = matrix.at(1, 0) = 1;
    matrix.at(1, 1) = 3;
    const auto inverse = matrix.inverse();
    ASSERT_TRUE(inverse);
    EXPECT_NEAR(inverse->at(0, 0), 3.0 / 11, 1e-15);
    EXPECT_NEAR(inverse->at(0, 1), -1.0 / 11, 1e-15);
    matrix.at(1, 1) = 0.25;
    EXPECT_FALSE(matrix.inverse());
}

TEST(Rows, EqualHistoriesAreOneRowInOrder) {
    const std::vector<History> customers = {{2, 9, 30}, {0, 0, 7}, {2, 9, 30}, {2, 9, 21},
                                            {1, 5, 3},  {0, 0, 0}, {0, 4, 9},  {2, 3, 30}};
    std::vector<std::uint32_t> row_of;
    const Rows rows = compress(customers, 7, row_of);
    EXPECT_EQ(rows.ignored, 2U);  // t_x after T; t_x without a repeat purchase
    EXPECT_EQ(rows.age, (std::vector<std::uint32_t>{0, 7, 21, 30, 30}));
    EXPECT_EQ(rows.t_x, (std::vector<std::uint32_t>{0, 0, 9, 3, 9}));
    EXPECT_EQ(rows.count, (std::vector<double>{1, 1, 1, 1, 2}));
    EXPECT_EQ(row_of, (std::vector<std::uint32_t>{4, 1, 4, 2, kNoRow, 0, kNoRow, 3}));
    EXPECT_EQ(rows.customers, 6);
    EXPECT_EQ(rows.purchases, 8);
    EXPECT_EQ(rows.repeaters, 4);
    ASSERT_EQ(rows.groups.size(), 2U);
    EXPECT_EQ(rows.groups[1].x, 2U);
}

TEST(Rows, ASampleStandsForAll) {
    std::vector<History> customers;
    for (std::uint32_t i = 0; i < 9000; ++i)
        customers.push_back({i % 3, i % 3 ? i % 50 + 1 : 0, 60 + i % 200});
    const Rows rows = compress(customers, 7);
    const Rows some = sample(rows, 500);
    EXPECT_LE(some.size(), 501U);
    EXPECT_NEAR(some.customers, rows.customers, 20);
    EXPECT_NEAR(some.purchases, rows.purchases, 0.02 * rows.purchases);
}

}  // namespace
}  // namespace vafa::models

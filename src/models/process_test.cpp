#include "models/process.h"

#include <cmath>
#include <gtest/gtest.h>
#include <memory>
#include <numeric>

#include "models/opportunity_process.h"
#include "models/phase_process.h"

namespace vafa::models {
namespace {

struct Named {
    const char* name;
    std::unique_ptr<Process> process;
};

std::vector<Named> processes() {
    std::vector<Named> all;
    all.push_back({"steady", std::make_unique<SteadyProcess>(0.4, 12)});
    all.push_back({"lifetime", std::make_unique<LifetimeProcess>(0.55, 10.6, 0.6, 11.7)});
    all.push_back({"lifetime, s = 1", std::make_unique<LifetimeProcess>(26.5, 41, 1, 42)});
    all.push_back({"coin", std::make_unique<CoinProcess>(0.24, 4.4, 0.79, 2.4)});
    all.push_back({"coin, a = 1", std::make_unique<CoinProcess>(3, 20, 1, 5)});
    all.push_back({"coin, hardly leaves", std::make_unique<CoinProcess>(12, 30, 1e-6, 900)});
    all.push_back({"phases", std::make_unique<PhaseProcess>(5.3, 30, 0.4, 1.8, 2, 0.2)});
    all.push_back({"opportunities", std::make_unique<OpportunityProcess>(1.2, 0.75, 0.66, 3.8)});
    return all;
}

TEST(Process, ChancesSumToOneAndHaveTheExpectedMean) {
    for (const auto& [name, process] : processes()) {
        const auto chances = process->chances(12, 400);
        double mean = 0;
        for (std::size_t n = 0; n < chances.size(); ++n) {
            EXPECT_GE(chances[n], 0) << name;
            mean += chances[n] * static_cast<double>(n);
        }
        EXPECT_NEAR(std::accumulate(chances.begin(), chances.end(), 0.0), 1, 1e-8) << name;
        EXPECT_NEAR(mean, process->expected(12), 1e-6 * mean) << name;
    }
}

TEST(Process, ExpectationsBeginAtZeroAndRise) {
    for (const auto& [name, process] : processes()) {
        EXPECT_EQ(process->expected(0), 0) << name;
        double before = 0;
        for (const double time : {1.0, 2.0, 7.0, 52.0, 520.0, 5200.0, 1e6}) {
            const double now = process->expected(time);
            EXPECT_GE(now, before * (1 - 1e-9)) << name << " at " << time;
            EXPECT_TRUE(std::isfinite(now)) << name << " at " << time;
            before = now;
        }
    }
}

// The two ways to the same number meet where one hands over to the other.
TEST(Process, ExpectationsHaveNoStepWhereTheMethodChanges) {
    const auto expect_smooth = [](const CoinProcess& coin, double time) {
        const double step = time / 3000;
        for (const double at : {time - step / 2, time + step / 2}) {
            const double around = (coin.expected(at - step) + coin.expected(at + step)) / 2;
            EXPECT_NEAR(coin.expected(at) / around, 1, 1e-7) << at;
        }
    };
    expect_smooth({40, 30, 0.7, 3}, 1500);
    expect_smooth({0.3, 0.05, 0.7, 3}, 50);
    for (const double a : {0.999'999, 1.0, 1.000'001}) {
        EXPECT_NEAR(CoinProcess(3, 20, a, 5).expected(60), CoinProcess(3, 20, 1, 5).expected(60),
                    1e-4);
        EXPECT_NEAR(LifetimeProcess(3, 20, a, 5).expected(60),
                    LifetimeProcess(3, 20, 1, 5).expected(60), 1e-4);
    }
}

TEST(Process, DiscountedIsTheSumOfWorths) {
    for (const auto& [name, process] : processes()) {
        const double rate = 0.02;
        const bool whole = std::string_view(name) == "opportunities";
        const double step = whole ? 1 : 0.05;
        double sum = 0;
        for (double t = 0; t < 52 - 1e-9; t += step) {
            const double at = whole ? t + 1 : t + step / 2;
            sum += std::exp(-rate * at) * (process->expected(t + step) - process->expected(t));
        }
        const double tolerance = std::string_view(name) == "phases" ? 5e-3 : 1e-5;
        EXPECT_NEAR(process->discounted(rate, 52), sum, tolerance * sum) << name;
        EXPECT_NEAR(process->discounted(0, 52), process->expected(52), 1e-9 * sum) << name;
        const double far = process->discounted(rate, 1200);
        EXPECT_NEAR(process->discounted(rate, HUGE_VAL), far,
                    (std::string_view(name) == "phases" ? 0.05 : 1e-5) * far)
            << name;
    }
}

TEST(Process, DertOfParetoNbdIsThePublishedForm) {
    // Fader, Hardie & Lee 2005, "RFM and CLV", eq. 2, against its integral in steps of half a week;
    // 15 % a year.
    const LifetimeProcess p(2.5534, 49.4384, 0.6062, 50.5329);
    const double rate = std::log(1.15) / 52;
    double sum = 0;
    const double step = 0.5;
    for (double t = 0; t < 20'000; t += step) {
        const double u = t + step / 2;
        sum += step * std::exp(-rate * u) * std::pow(50.5329 / (50.5329 + u), 0.6062);
    }
    EXPECT_NEAR(p.discounted(rate, HUGE_VAL), 2.5534 / 49.4384 * sum, 1e-4 * sum);
}

// And, where all customers are alike, the closed forms for one rate.
TEST(Process, SquaresOfDiscountedSumsAreAboveTheSquareOfTheMean) {
    for (const auto& [name, process] : processes()) {
        const double mean = process->discounted(0.0027, HUGE_VAL);
        EXPECT_GT(process->discounted_square(0.0027), mean * mean) << name;
        EXPECT_TRUE(std::isfinite(process->discounted_square(0.0027))) << name;
    }
    // No difference between customers, nobody leaves: mean λ/d, variance λ/2d.
    const SteadyProcess alike(1e8, 1e8);
    EXPECT_NEAR(alike.discounted_square(0.1), 100 + 5, 1e-4);
    const LifetimeProcess dying(1e8, 1e8, 1e8, 1e9);  // λ = 1, μ = 0.1
    EXPECT_NEAR(dying.discounted_square(0.1), 1 / 0.3 + 2 / (0.2 * 0.3), 1e-3);
    const CoinProcess coin(1e8, 1e8, 1e7, 9e7);  // λ = 1, p = 0.1
    EXPECT_NEAR(coin.discounted_square(0.1), 1 / 0.3 + 2 * 0.9 / (0.2 * 0.3), 1e-3);
}

TEST(Process, WaitingTimesRiseWithTheirChance) {
    for (const auto& [name, process] : processes()) {
        const double low = process->waiting_time(0.05);
        const double middle = process->waiting_time(0.5);
        const double high = process->waiting_time(0.95);
        EXPECT_LE(low, middle) << name;
        EXPECT_LT(middle, high) << name;
        EXPECT_TRUE(std::isfinite(high)) << name;
    }
    EXPECT_NEAR(SteadyProcess(1e9, 2e9).waiting_time(0.5), 2 * std::log(2), 1e-5);
}

TEST(Process, PhasesOfOneAreTheCoinProcess) {
    const PhaseProcess one(2.4, 30, 0.6, 2.1, 1, 0.4);
    const CoinProcess coin(2.4, 30, 0.6, 2.1);
    EXPECT_NEAR(one.expected(40), coin.expected(40), 1e-10);
    const auto a = one.chances(40, 12);
    const auto b = coin.chances(40, 12);
    for (std::size_t n = 0; n < a.size(); ++n) EXPECT_NEAR(a[n], b[n], 1e-12);
}

}  // namespace
}  // namespace vafa::models

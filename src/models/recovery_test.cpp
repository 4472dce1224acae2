// Customers made of known parameters: the fits find them, with intervals as wide as they say.
#include <gtest/gtest.h>

#include "models/api.h"
#include "models/simulation.h"
#include "models/special.h"
#include "testing/places.h"
#include "testing/results.h"

namespace vafa::models {
namespace {

constexpr double kNinety = 1.6448536269514722;

Simulation known(Model model) {
    Simulation s{model, {}, 7, 180, 728, 364};
    if (model == Model::nbd) s.at = {0.6, 12};
    if (model == Model::bgnbd) s.at = {0.6, 12, 0.8, 2.5};
    if (model == Model::mbgnbd) s.at = {0.8, 12, 0.8, 2.5};
    if (model == Model::paretonbd) s.at = {0.8, 14, 0.7, 15};
    return s;
}

// Whole days in place of moments cost a busy customer some purchases, hence the slow rates above.
void expect_coverage(Model model) {
    const Simulation simulation = known(model);
    const int rounds = test::thorough() ? 200 : model == Model::paretonbd ? 25 : 60;
    int covered = 0;
    int asked = 0;
    for (int round = 0; round < rounds; ++round) {
        Rng rng = Rng(2024).fork("recovery", static_cast<std::uint64_t>(round));
        const auto data = simulate(simulation, 3000, rng);
        const Fit found = test::must(fit(model, data.histories));
        for (std::size_t i = 0; i < found.parameters.size(); ++i) {
            const auto& one = found.parameters[i];
            if (!one.standard_error) continue;
            const double error = *one.standard_error / one.value;  // of the logarithm
            covered += std::fabs(std::log(one.value / simulation.at[i])) <= kNinety * error;
            ++asked;
        }
    }
    const double share = static_cast<double>(covered) / asked;
    EXPECT_GE(share, 0.85);
    EXPECT_LE(share, 0.95);
    EXPECT_GE(asked, rounds * 2);
}

TEST(Recovery, IntervalsOfNbdCover) { expect_coverage(Model::nbd); }
TEST(Recovery, IntervalsOfBgNbdCover) { expect_coverage(Model::bgnbd); }
TEST(Recovery, IntervalsOfMbgNbdCover) { expect_coverage(Model::mbgnbd); }
TEST(Recovery, IntervalsOfParetoNbdCover) { expect_coverage(Model::paretonbd); }

// The number of purchases that came lies in the interval nine times in ten: for the busy, where
// numbers are large enough for such a share to exist, nearly so; for all, at least so.
TEST(Recovery, IntervalsOfPredictionsCover) {
    for (const Model model : {Model::bgnbd, Model::mbgnbd, Model::paretonbd}) {
        Simulation simulation = known(model);
        simulation.at[1] /= 4;
        Rng rng(5);
        const auto data = simulate(simulation, 6000, rng);
        const Fit found = test::must(fit(model, data.histories));
        const auto scorer = test::must(Scorer::make(found, data.histories));
        int all = 0, busy = 0, busy_covered = 0;
        double expected = 0, came = 0;
        for (std::size_t i = 0; i < scorer.size(); ++i) {
            const Estimate e = scorer.at(i).expected_purchases;
            const bool covers = data.later[i] >= e.low && data.later[i] <= e.high;
            all += covers;
            expected += e.value;
            came += data.later[i];
            if (e.value < 4) continue;
            ++busy;
            busy_covered += covers;
        }
        EXPECT_GE(all, 0.9 * 6000);
        ASSERT_GE(busy, 200);
        EXPECT_GE(busy_covered, 0.85 * busy);
        EXPECT_LE(busy_covered, 0.97 * busy);
        EXPECT_NEAR(expected / came, 1, 0.06);
    }
}

// Whoever has waited part of the way is nearer to the next purchase: in sum and by how long they
// have been silent, purchases come as expected.
TEST(Recovery, PurchasesOfRegularBuyersComeAsExpected) {
    Simulation simulation{Model::mbgcnbdk, {1.3, 2.8, 0.5, 2.5}, 7, 180, 728, 364, 3};
    Rng rng(7);
    const auto data = simulate(simulation, 5000, rng);
    Fit truth;
    truth.model = Model::mbgcnbdk;
    truth.k = 3;
    truth.parameters = {{"r", 1.3}, {"alpha", 2.8}, {"a", 0.5}, {"b", 2.5}};
    truth.covariance = Symmetric::identity(4, 1e-6);
    PredictOptions options;
    options.intervals = false;
    const auto scorer = test::must(Scorer::make(truth, data.histories, options));
    std::array<double, 3> expected{}, came{};
    for (std::size_t i = 0; i < scorer.size(); ++i) {
        const std::uint32_t silent = data.histories[i].age - data.histories[i].t_x;
        const std::size_t bin = silent < 14 ? 0 : silent < 60 ? 1 : 2;
        expected[bin] += scorer.at(i).expected_purchases.value;
        came[bin] += data.later[i];
    }
    for (std::size_t bin = 0; bin < 3; ++bin) {
        EXPECT_GT(came[bin], 1000);
        EXPECT_NEAR(expected[bin] / came[bin], 1, 0.08) << bin;
    }
}

TEST(Recovery, PAliveIsTheShareThatComesBack) {
    Simulation simulation = known(Model::paretonbd);
    simulation.at = {2, 8, 0.7, 15};  // who is alive comes within a year almost surely
    Rng rng(6);
    const auto data = simulate(simulation, 8000, rng);
    const Fit found = test::must(fit(Model::paretonbd, data.histories));
    const auto scorer = test::must(Scorer::make(found, data.histories));
    std::array<double, 5> chance{}, back{}, customers{};
    for (std::size_t i = 0; i < scorer.size(); ++i) {
        const double p = scorer.at(i).p_alive.value;
        const auto bin = std::min<std::size_t>(4, static_cast<std::size_t>(p * 5));
        const auto chances = test::must(purchase_chances(found, {data.histories[i]}, 52, 1));
        chance[bin] += 1 - chances[0];
        back[bin] += data.later[i] > 0 ? 1 : 0;
        ++customers[bin];
    }
    for (std::size_t bin = 0; bin < 5; ++bin) {
        if (customers[bin] < 100) continue;
        EXPECT_NEAR(back[bin] / customers[bin], chance[bin] / customers[bin], 0.06) << bin;
    }
}

TEST(Recovery, SpendIsFoundAgain) {
    Rng rng(8);
    std::vector<Spend> spends;
    for (int i = 0; i < 20'000; ++i) {
        const double rate = rng.gamma(4, 16);
        const auto x = static_cast<std::uint32_t>(1 + rng.below(6));
        spends.push_back({x, rng.gamma(6 * x, rate * x)});
    }
    const SpendFit found = test::must(fit_spend(spends, PriorUse::when_few_repeat, 2));
    EXPECT_NEAR(found.parameters[0].value, 6, 0.4);
    EXPECT_NEAR(found.parameters[1].value, 4, 0.2);
    EXPECT_NEAR(found.parameters[2].value, 16, 1.5);
    EXPECT_TRUE(found.warnings.empty());
}

TEST(Recovery, CovariatesMoveWhatTheyMoved) {
    for (const Model model : {Model::bgnbd, Model::paretonbd}) {
        Simulation plain = known(model);
        Simulation fast = plain;
        fast.at[1] *= std::exp(-0.6);
        Rng rng(9);
        auto histories = simulate(plain, 6000, rng).histories;
        const auto more = simulate(fast, 6000, rng).histories;
        histories.insert(histories.end(), more.begin(), more.end());
        std::vector<double> values(6000, 0.0);
        values.resize(12'000, 1.0);
        FitOptions options;
        options.covariates = {"channel:app"};
        options.covariate_values = values;
        const Fit found = test::must(fit(model, histories, options));
        ASSERT_FALSE(found.effects.empty());
        EXPECT_EQ(found.effects[0].parameter, "alpha");
        EXPECT_NEAR(found.effects[0].coefficient, 0.6, 0.2);
        const std::array<double, 1> with = {1.0}, without = {0.0};
        const History customer{3, 200, 500};
        EXPECT_NE(test::must(expected_between(found, {customer, with}, 0, 52)),
                  test::must(expected_between(found, {customer, without}, 0, 52)));
        test::expect_error(expected_between(found, {customer}, 0, 52),
                           "error.models_covariate_count");
    }
}

}  // namespace
}  // namespace vafa::models

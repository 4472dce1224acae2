// Which model to keep, how far to trust it, and who is slipping away.
#include "models/simulation.h"
#include "models/test_data.h"

namespace vafa::models {
namespace {

constexpr Model kModels[] = {Model::nbd, Model::bgnbd, Model::mbgnbd, Model::paretonbd};

Simulated made_by(Model model, std::vector<double> at) {
    Rng rng(31);
    return simulate({model, std::move(at), 7, 180, 728, 364}, 4000, rng);
}

Comparison compared(const Simulated& data) {
    const std::vector<double> later(data.later.begin(), data.later.end());
    return test::must(compare(kModels, data.histories, later, 364, {}));
}

TEST(Judge, CountsErrorsAndBias) {
    const std::array<double, 4> expected = {1, 0, 2, 1}, actual = {0, 0, 4, 1};
    const Judgement j = judge(expected, actual);
    EXPECT_EQ(j.expected, 4);
    EXPECT_EQ(j.actual, 5);
    EXPECT_NEAR(*j.bias, -0.2, 1e-12);
    EXPECT_NEAR(j.mean_absolute_error, 0.75, 1e-12);
    EXPECT_NEAR(j.root_mean_square_error, std::sqrt(1.25), 1e-12);
    EXPECT_NEAR(j.calibration_error, 0.75, 1e-12);  // four customers: each a part
    EXPECT_FALSE(judge({}, {}).bias);
}

TEST(Judge, TenthsFallAndKeepTheSums) {
    std::vector<double> expected, actual;
    for (int i = 0; i < 25; ++i) {
        expected.push_back(i % 7);
        actual.push_back(i % 3);
    }
    const auto parts = tenths(expected, actual);
    ASSERT_EQ(parts.size(), 10U);
    double before = 7, sum = 0;
    std::uint64_t customers = 0;
    for (const Tenth& part : parts) {
        const double mean = part.expected / static_cast<double>(part.customers);
        EXPECT_LE(mean, before);
        before = mean;
        sum += part.actual;
        customers += part.customers;
        EXPECT_NEAR(static_cast<double>(part.customers), 2.5, 0.5);
    }
    EXPECT_EQ(customers, 25U);
    EXPECT_EQ(sum, std::accumulate(actual.begin(), actual.end(), 0.0));
}

TEST(Judge, ReliabilityComparesChancesWithShares) {
    const std::array<double, 4> alive = {0.05, 1, 0.95, 0.96}, chance = {0, 0.9, 0.8, 0.7},
                                came = {0, 3, 0, 1};
    const auto bins = reliability(alive, chance, came);
    ASSERT_EQ(bins.size(), 2U);
    EXPECT_EQ(bins[0].to, 0.1);
    EXPECT_EQ(bins[1].customers, 3U);
    EXPECT_NEAR(bins[1].p_alive, 0.97, 1e-12);
    EXPECT_NEAR(bins[1].p_purchase, 0.8, 1e-12);
    EXPECT_NEAR(bins[1].purchased, 2.0 / 3, 1e-12);
}

TEST(Compare, KeepsAModelOfLeavingWhereCustomersLeave) {
    const Comparison found = compared(made_by(Model::paretonbd, {0.8, 6, 0.8, 12}));
    EXPECT_NE(found.candidates[found.best].fit.model, Model::nbd);
    const Judgement& best = found.candidates[found.best].judgement;
    EXPECT_LT(std::fabs(*best.bias), 0.1);
    EXPECT_GT(*found.naive.bias, 0.5);  // it forgets that people leave
    EXPECT_LT(best.mean_absolute_error, found.naive.mean_absolute_error);
    EXPECT_GT(*best.log_score, *found.candidates[0].judgement.log_score);
    EXPECT_FALSE(found.naive.log_score);
}

TEST(Compare, TakesNobodyForARegularBuyerWhereThatIsNoBetter) {
    const Simulated data = made_by(Model::mbgnbd, {0.8, 6, 0.8, 2.5});
    const std::vector<double> later(data.later.begin(), data.later.end());
    FitOptions options;
    options.k = 1;  // the same model by another name
    for (const auto& models :
         {std::array{Model::mbgnbd, Model::mbgcnbdk}, std::array{Model::mbgcnbdk, Model::mbgnbd}}) {
        const auto found = test::must(compare(models, data.histories, later, 364, options));
        EXPECT_EQ(found.candidates[found.best].fit.model, Model::mbgnbd);
    }
}

TEST(Compare, KeepsTheSimplestWhereNobodyLeaves) {
    const Comparison found = compared(made_by(Model::nbd, {0.6, 12}));
    EXPECT_EQ(found.candidates[found.best].fit.model, Model::nbd);
}

TEST(Compare, RefusesAHoldOutWithoutDays) {
    const std::vector<History> one = {{1, 5, 9}};
    const std::vector<double> none = {0};
    test::expect_error(compare(kModels, one, none, 0, {}), "error.models_horizon");
}

TEST(SlippingAway, NamesTheWorthyAndOverdueWhoWereThereLately) {
    const Fit fit = fit_with(Model::bgnbd, {{"r", 0.8}, {"alpha", 6}, {"a", 0.8}, {"b", 4}});
    // Weekly buyers: one as ever, one silent since two months, one since two years; and a rare one.
    const std::vector<History> customers = {
        {50, 350, 357}, {50, 350, 410}, {50, 350, 1080}, {2, 300, 380}};
    const std::vector<double> worth = {900, 800, 1000, 700};
    SlippingRule rule;
    rule.worth_share = 0.75;
    const auto found = test::must(slipping_away(fit, customers, worth, rule));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].customer, 1U);
    EXPECT_LT(found[0].p_alive, 0.5);
    EXPECT_GE(found[0].p_alive_before, 0.5);
    EXPECT_EQ(found[0].silent_days, 60U);
    EXPECT_LT(found[0].due_days, 60);
    rule.worth_share = 0.2;  // the best of four
    EXPECT_TRUE(test::must(slipping_away(fit, customers, worth, rule)).empty());
}

}  // namespace
}  // namespace vafa::models

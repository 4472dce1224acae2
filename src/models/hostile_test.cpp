// Stores as they should not be: always an answer, finite, with its warning.
#include "models/hostile.h"

#include "base/rng.h"
#include "models/test_data.h"

namespace vafa::models {
namespace {

std::vector<History> copies(History history, std::size_t count) {
    return std::vector<History>(count, history);
}

TEST(Hostile, RandomStoresAreAnswered) {
    const std::uint64_t seeds = test::thorough() ? 3000 : 60;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        Rng rng = Rng(99).fork("hostile", seed);
        const std::string fault = fault_of(hostile_store(rng));
        ASSERT_EQ(fault, "") << "seed " << seed;
    }
}

TEST(Hostile, NobodyRepeats) {
    for (const Model model : kPurchaseModels) {
        std::vector<History> store;
        for (std::uint32_t day = 0; day < 200; ++day) store.push_back({0, 0, day});
        FitOptions options;
        options.days_per_period = model == Model::bgbb ? 1 : 7;
        const Fit found = test::must(fit(model, store, options));
        EXPECT_TRUE(has(found.warnings, Warning::nobody_repeats));
        EXPECT_TRUE(has(found.warnings, Warning::prior_used));
        EXPECT_LT(test::must(expected_of_new(found, 52)), 1);
    }
}

TEST(Hostile, EveryoneIsBornOnTheSameDay) {
    std::vector<History> store = copies({0, 0, 100}, 300);
    for (std::uint32_t i = 0; i < 200; ++i) store.push_back({1 + i % 9, 20 + i % 80, 100});
    for (const Model model : {Model::bgnbd, Model::mbgnbd, Model::paretonbd})
        EXPECT_TRUE(has(test::must(fit(model, store)).warnings, Warning::one_birthday));
}

TEST(Hostile, BornOnTheLastDay) {
    const std::vector<History> store = copies({0, 0, 0}, 500);
    for (const Model model : {Model::nbd, Model::bgnbd, Model::mbgnbd, Model::paretonbd}) {
        const Fit found = test::must(fit(model, store));
        const Prediction p = test::must(predict(found, {0, 0, 0}));
        EXPECT_TRUE(std::isfinite(p.dert.high));
    }
}

TEST(Hostile, FewCustomersLeanOnThePriorAndSaySo) {
    const std::vector<History> store = {{3, 60, 90}, {0, 0, 120}, {1, 30, 200}};
    const Fit few = test::must(fit(Model::mbgnbd, store));
    EXPECT_TRUE(has(few.warnings, Warning::too_few_customers));
    EXPECT_TRUE(has(few.warnings, Warning::prior_used));
    std::vector<History> many;
    for (int i = 0; i < 200; ++i) many.insert(many.end(), store.begin(), store.end());
    const Fit large = test::must(fit(Model::mbgnbd, many));
    EXPECT_FALSE(has(large.warnings, Warning::prior_used));
    const auto width = [](const Fit& fit) {
        const Estimate e = test::must(predict(fit, {3, 60, 90})).p_alive;
        return e.high - e.low;
    };
    EXPECT_GT(width(few), 2 * width(large));
}

TEST(Hostile, WrongQuestionsAreRefused) {
    const Fit found = test::must(fit(Model::bgnbd, copies({1, 5, 9}, 50)));
    PredictOptions options;
    options.horizon = -1;
    test::expect_error(predict(found, {1, 5, 9}, options), "error.models_horizon");
    options = {};
    options.confidence = 1;
    test::expect_error(predict(found, {1, 5, 9}, options), "error.models_confidence");
    test::expect_error(predict(found, {1, 9, 5}), "error.models_history");
    test::expect_error(fit(Model::sbg, {}), "error.models_needs_contracts");
    FitOptions fit_options;
    fit_options.days_per_period = 0;
    test::expect_error(fit(Model::bgnbd, {}, fit_options), "error.models_period");
    fit_options = {};
    fit_options.covariates = {"channel"};
    test::expect_error(fit(Model::mbgnbd, {}, fit_options), "error.models_no_covariates");
}

TEST(Hostile, WithoutDiscountValueIsBoundedAndSaysSo) {
    const Fit found = test::must(fit(Model::bgnbd, copies({4, 50, 90}, 400)));
    PredictOptions options;
    options.discount_per_period = 0;
    const std::vector<History> one = {{4, 50, 90}};
    const auto scorer = test::must(Scorer::make(found, one, options));
    EXPECT_TRUE(has(scorer.warnings(), Warning::endless_value));
    EXPECT_TRUE(std::isfinite(scorer.at(0).dert.high));
}

TEST(Hostile, SpendOfNothingIsSetAside) {
    std::vector<Spend> spends(400, {2, 30.0});
    for (std::size_t i = 0; i < 100; ++i) spends[i].mean = 20 + static_cast<double>(i);
    spends.push_back({3, 0});
    spends.push_back({3, -12});
    const SpendFit found = test::must(fit_spend(spends));
    EXPECT_EQ(found.customers, 400U);
    EXPECT_TRUE(has(found.warnings, Warning::spend_ignored));
    EXPECT_TRUE(std::isfinite(expect_spend(found, {3, -12}).mean.high));
    EXPECT_TRUE(std::isfinite(expect_spend(test::must(fit_spend({})), {0, 0}).mean.high));
}

// On this store every model of leaving comes down to the NBD.
TEST(Hostile, OnlineRetailIsRecognisedAsWithoutDropOut) {
    const auto folder = test::shared_data("online-retail");
    if (!folder) GTEST_SKIP() << "no online-retail beside the repository";
    PurchaseLog log;
    for_each_line(content_of(*folder / "online_retail.csv.gz"), [&](std::string_view line) {
        // Descriptions may hold commas, so the cells are counted from the end.
        const auto cells = cells_of(line, ',');
        if (line.starts_with("InvoiceNo") || line.starts_with("C") || cells.size() < 8) return;
        const std::size_t last = cells.size() - 1;
        const bool counts =
            !cells[last - 1].empty() && number(cells[last - 4]) > 0 && number(cells[last - 2]) > 0;
        if (counts) log.add(cells[last - 1], day_of(cells[last - 3].substr(0, 10)), 1);
    });
    ASSERT_EQ(log.customers.size(), 4338U);
    const Split data = split(log, day_of("2011-08-31"), day_of("2011-12-09"));
    const Fit nbd = test::must(fit(Model::nbd, data.histories));
    EXPECT_NEAR(nbd.log_likelihood, -21755.348, 0.01);
    for (const Model model : {Model::bgnbd, Model::mbgnbd, Model::paretonbd}) {
        const Fit found = test::must(fit(model, data.histories));
        EXPECT_TRUE(has(found.warnings, Warning::no_dropout));
        EXPECT_NEAR(found.log_likelihood, nbd.log_likelihood, 0.05);
        const History customer{5, 200, 250};
        EXPECT_NEAR(test::must(expected_between(found, {customer}, 0, 52)),
                    test::must(expected_between(nbd, {customer}, 0, 52)), 0.05);
    }
}

}  // namespace
}  // namespace vafa::models

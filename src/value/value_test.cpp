#include <cmath>
#include <gtest/gtest.h>

#include "testing/results.h"
#include "value/customers.h"
#include "value/test_orders.h"

namespace vafa::value {
namespace {

TEST(Customers, AreReadAsDaysBeforeAndAfterTheCalibration) {
    StoreOfOrders orders;
    orders.order(7, kBegin, 100, 9);
    orders.order(7, kBegin, 50, 20);
    orders.order(7, kBegin + 10, 300);
    orders.order(7, kBegin + 20, 500);
    orders.order(7, kBegin + 21, 900);
    orders.order(3, kBegin + 20, 40);
    orders.order(9, kBegin + 25, 1);
    const Store store = orders.store();
    const auto all =
        test::must(read_customers(store.engine, store.options, {kBegin + 20, kBegin + 30, 7}));
    ASSERT_EQ(all.id, (std::vector<std::int64_t>{3, 7}));
    EXPECT_EQ(all.histories[0], (models::History{0, 0, 0}));  // born on the last day
    EXPECT_EQ(all.histories[1], (models::History{2, 20, 20}));
    EXPECT_EQ(all.spends[1].mean, 400);
    EXPECT_EQ(all.revenue_minor, (std::vector<double>{40, 950}));
    EXPECT_EQ(all.held_out, (std::vector<double>{0, 1}));
    EXPECT_EQ(all.held_out_revenue_minor, (std::vector<double>{0, 900}));
    EXPECT_EQ(all.first_day, kBegin);
    EXPECT_EQ(all.births.size(), 31U);
    EXPECT_EQ(all.births[25], 1);
    EXPECT_EQ(all.repeats[21], 1);
    EXPECT_EQ(all.gaps, 2);
    EXPECT_NEAR(all.log_gap_days, 2 * std::log(10), 1e-12);
    EXPECT_EQ(all.opportunities[1], (models::History{1, 2, 2}));
    EXPECT_TRUE(all.contracts[1].ended);  // the first opportunity was missed
    EXPECT_EQ(all.contracts[1].periods, 1U);
    EXPECT_FALSE(all.contracts[0].ended);
}

TEST(Covariates, TellHowFastEachGroupBuys) {
    models::Simulation slow{models::Model::bgnbd, {0.9, 8, 0.8, 2.5}};
    models::Simulation fast = slow;
    fast.at[1] *= std::exp(-0.6);
    Rng rng(5);
    StoreOfOrders orders;
    orders.source("shop");
    orders.simulate(slow, 1, 1600, rng);
    orders.source("ads");
    orders.simulate(fast, 2001, 1400, rng);
    Question question;
    question.model = models::Model::bgnbd;
    question.covariate = "source";
    const Store store = orders.store();
    const auto found =
        test::must(predict_store(store, question, std::vector<std::int64_t>{1, 2001}));
    ASSERT_EQ(found.fit.effects.size(), 3U);
    const EffectAnswer& effect = found.fit.effects.front();
    EXPECT_EQ(effect.covariate, "source");
    EXPECT_EQ(effect.value, "ads");
    EXPECT_EQ(effect.compared_with, "shop");
    EXPECT_EQ(effect.parameter, "alpha");
    EXPECT_NEAR(effect.coefficient, 0.6, 0.2);
    EXPECT_GT(effect.standard_error.value_or(0), 0);
    // Every customer is asked about with the group's own pace.
    const auto all = test::must(predict_store(store, question, std::nullopt));
    ASSERT_EQ(all.customers.size(), 3000U);
    double of_slow = 0, of_fast = 0;
    for (std::size_t i = 0; i < 3000; ++i)
        (i < 1600 ? of_slow : of_fast) += all.customers[i].expected_purchases.value;
    EXPECT_GT(of_fast / 1400, 1.2 * of_slow / 1600);
    EXPECT_EQ(all.customers[0].expected_purchases.value,
              found.customers[0].expected_purchases.value);
    EXPECT_EQ(all.customers[1600].expected_purchases.value,
              found.customers[1].expected_purchases.value);
    question.model = models::Model::mbgnbd;
    test::expect_error(fit_store(store, question), "error.models_no_covariates");
    question.model = models::Model::sbg;
    test::expect_error(fit_store(store, question), "error.models_no_covariates");
}

// Two thousand customers of a known MBG/NBD over two years.
class KnownStore : public testing::Test {
protected:
    void SetUp() override {
        Rng rng(3);
        orders_.simulate(2000, rng);
    }

    StoreOfOrders orders_;
    Question question_;
};

TEST_F(KnownStore, FitsTheModelAskedFor) {
    question_.model = models::Model::mbgnbd;
    const auto fit = test::must(fit_store(orders_.store(), question_));
    EXPECT_EQ(fit.model, "mbgnbd");
    EXPECT_EQ(fit.customers, 2000);
    EXPECT_TRUE(fit.converged);
    EXPECT_TRUE(fit.warnings.empty());
    ASSERT_EQ(fit.parameters.items.size(), 4U);
    const std::array<double, 4> truth = {0.9, 8, 0.8, 2.5};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto& [name, value] = fit.parameters.items[i];
        EXPECT_NEAR(value, truth[i], 3.5 * *fit.standard_errors.items[i].second) << name;
    }
}

TEST_F(KnownStore, ComparesAndKeepsAModelOfLeaving) {
    const auto found = test::must(compare_store(orders_.store(), question_));
    EXPECT_EQ(found.models.size(), 5U);
    EXPECT_NE(found.best, "nbd");
    EXPECT_EQ(found.tenths.size(), 10U);
    EXPECT_FALSE(found.reliability.empty());
    EXPECT_EQ(found.weeks.size(), 104U);
    EXPECT_GT(*found.naive.bias, 0.3);
    for (const auto& bin : found.reliability) {
        if (bin.customers <= 200) continue;
        EXPECT_NEAR(bin.p_purchase, bin.purchased, 0.1);
    }
}

TEST_F(KnownStore, PredictsEachCustomerWithIntervals) {
    question_.model = models::Model::paretonbd;
    const Store store = orders_.store();
    const auto one = test::must(predict_store(store, question_, std::vector<std::int64_t>{17}));
    ASSERT_EQ(one.customers.size(), 1U);
    const auto& c = one.customers[0];
    EXPECT_EQ(c.customer, to_string(CustomerId{17}));
    for (const Interval& i : {c.p_alive, c.expected_purchases, *c.expected_value_minor, c.dert}) {
        EXPECT_LE(i.low, i.value);
        EXPECT_LE(i.value, i.high);
    }
    EXPECT_NEAR(one.horizon, 365 / 7.0, 1e-12);
    test::expect_error(predict_store(store, question_, std::vector<std::int64_t>{99'999}),
                       "error.models_no_such_customer");
    EXPECT_EQ(test::must(predict_store(store, question_, {})).customers.size(), 2000U);
}

TEST_F(KnownStore, ScoresAllCustomersWithTheBestModel) {
    const auto scores = test::must(score_store(orders_.store(), question_));
    std::int64_t customers = 0;
    for (const auto count : scores.customers_by_p_alive) customers += count;
    EXPECT_EQ(customers, 2000);
    ASSERT_EQ(scores.tenths.size(), 10U);
    EXPECT_GT(scores.tenths[0].expected_value_minor, scores.tenths[9].expected_value_minor);
    EXPECT_GT(scores.slipping_away, 0);
    EXPECT_LT(scores.slipping_away, 200);
    EXPECT_LT(scores.slipping[0].p_alive, 0.5);
}

TEST_F(KnownStore, AnswersForOpportunitiesAndContracts) {
    question_.period = Period::month;
    for (const auto model : {models::Model::bgbb, models::Model::sbg, models::Model::bdw}) {
        question_.model = model;
        const auto found = test::must(predict_store(orders_.store(), question_, {}));
        EXPECT_EQ(found.customers.size(), 2000U);
        for (const auto& customer : found.customers) {
            EXPECT_GE(customer.p_alive.value, 0);
            EXPECT_LE(customer.p_alive.high, 1);
            EXPECT_TRUE(std::isfinite(customer.dert.high));
        }
    }
}

TEST_F(KnownStore, RefusesWhatCannotBeAsked) {
    question_.horizon = -1;
    test::expect_error(fit_store(orders_.store(), question_), "error.models_horizon");
    question_ = {};
    question_.calibration_end = question_.holdout_end = kBegin + 100;
    test::expect_error(compare_store(orders_.store(), question_), "error.models_holdout");
    StoreOfOrders empty;
    test::expect_error(fit_store(empty.store(), Question{}), "error.models_no_orders");
}

}  // namespace
}  // namespace vafa::value

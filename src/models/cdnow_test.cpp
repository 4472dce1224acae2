// CDNOW, one customer in ten, 39 weeks of calibration. Fader, Hardie & Lee 2005 (tables 2 and 3),
// as asserted by lifetimes (tests/test_estimation.py), CLVTools (tests/testthat/test_correctness_*)
// and the walkthrough of BTYD 2.4.3.
#include "models/test_data.h"

namespace vafa::models {
namespace {

class Cdnow : public testing::Test {
protected:
    void SetUp() override {
        const auto folder = test::shared_data("cdnow-sample");
        if (!folder) GTEST_SKIP() << "no cdnow-sample beside the repository";
        PurchaseLog log;
        for_each_line(content_of(*folder / "CDNOW_sample.txt"), [&](std::string_view line) {
            const auto cells = cells_of(line, ' ');
            const std::string day = std::string(cells[2].substr(0, 4)) + "-" +
                                    std::string(cells[2].substr(4, 2)) + "-" +
                                    std::string(cells[2].substr(6, 2));
            log.add(cells[1], day_of(day), number(cells[4]));
        });
        data_ = split(log, day_of("1997-09-30"), day_of("1998-06-30"));
        number_1516_ = log.index.at("1516");
        const Day first = day_of("1997-01-01");
        births_.resize(static_cast<std::size_t>(day_of("1998-06-30") - first) + 1);
        repeats_.resize(births_.size());
        for (const auto& days : log.customers) {
            for (auto day = days.begin(); day != days.end(); ++day)
                ++(day == days.begin() ? births_
                                       : repeats_)[static_cast<std::size_t>(day->first - first)];
        }
    }

    Fit fit_of(Model model) const { return test::must(fit(model, data_.histories)); }

    static void expect_parameters(const Fit& fit, std::vector<double> expected) {
        ASSERT_EQ(fit.parameters.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            EXPECT_NEAR(fit.parameters[i].value, expected[i], 1e-3) << fit.parameters[i].name;
        EXPECT_TRUE(fit.converged);
        EXPECT_TRUE(fit.warnings.empty());
        EXPECT_EQ(fit.customers, 2357U);
    }

    // The mean over customers with x purchases of what is expected in 39 weeks.
    std::vector<double> expected_by_frequency(const Fit& fit) const {
        PredictOptions options;
        options.horizon = 39;
        options.intervals = false;
        const auto scorer = test::must(Scorer::make(fit, data_.histories, options));
        std::vector<double> sum(8);
        std::vector<double> customers(8);
        for (std::size_t i = 0; i < data_.histories.size(); ++i) {
            const std::size_t x = std::min<std::size_t>(data_.histories[i].x, 7);
            sum[x] += scorer.at(i).expected_purchases.value;
            ++customers[x];
        }
        for (std::size_t x = 0; x < 8; ++x) sum[x] /= customers[x];
        return sum;
    }

    // Cumulative repeat purchases of the weeks 20 to 25 of 1997.
    std::vector<double> tracked(const Fit& fit, double TrackedWeek::*what) const {
        const auto weeks = test::must(track(fit, births_, repeats_));
        std::vector<double> found;
        for (std::size_t week = 20; week <= 25; ++week) found.push_back(weeks[week - 1].*what);
        return found;
    }

    static void expect_near(const std::vector<double>& found, const std::vector<double>& expected,
                            double tolerance) {
        ASSERT_EQ(found.size(), expected.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            EXPECT_NEAR(found[i], expected[i], tolerance) << i;
    }

    Split data_;
    std::size_t number_1516_ = 0;
    std::vector<double> births_, repeats_;
};

constexpr std::array<std::uint32_t, 4> kParadox = {10, 15, 20, 25};

// Where the published predictions were made: the parameters that give E[X(52)] = 1.473434, customer
// 1516 and the paradox below, six numbers of seven digits, to all their digits. They lie a little
// beside the top of the likelihood, on its ridge.
Fit pareto_of_the_walkthrough() {
    return fit_with(
        Model::paretonbd,
        {{"r", 0.5533708}, {"alpha", 10.5795189}, {"s", 0.6059073}, {"beta", 11.6581101}});
}

TEST_F(Cdnow, IsReadAsPublished) {
    double repeats = 0;
    double later = 0;
    for (std::size_t i = 0; i < data_.histories.size(); ++i) {
        repeats += data_.histories[i].x;
        later += data_.held_out[i];
    }
    EXPECT_EQ(data_.histories.size(), 2357U);
    EXPECT_EQ(repeats, 2457);
    EXPECT_EQ(later, 1882);
}

TEST_F(Cdnow, NbdFits) {
    const Fit fit = fit_of(Model::nbd);
    EXPECT_NEAR(parameter(fit, "r"), 0.3848, 1e-3);
    EXPECT_NEAR(parameter(fit, "alpha"), 12.072, 2e-3);
    EXPECT_NEAR(fit.log_likelihood, -9763.66, 0.01);
}

TEST_F(Cdnow, BgNbdFits) {
    const Fit fit = fit_of(Model::bgnbd);
    expect_parameters(fit, {0.2425945, 4.413602, 0.7929219, 2.4259064});
    EXPECT_NEAR(fit.log_likelihood, -9582.4292, 1e-3);
}

TEST_F(Cdnow, ParetoNbdFitsWithItsStandardErrors) {
    const Fit fit = fit_of(Model::paretonbd);
    expect_parameters(fit, {0.553, 10.578, 0.606, 11.669});
    EXPECT_NEAR(fit.log_likelihood, -9594.9762, 1e-3);
    const std::array<double, 4> errors = {0.0476264, 0.8427222, 0.1872594, 6.2105448};
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_NEAR(fit.parameters[i].standard_error.value(), errors[i], 2e-3 * errors[i]);
}

TEST_F(Cdnow, MbgNbdFits) {
    const Fit fit = fit_of(Model::mbgnbd);
    expect_parameters(fit, {0.525, 6.183, 0.891, 1.614});
    EXPECT_NEAR(fit.log_likelihood, -9582.136, 0.001);
}

TEST_F(Cdnow, GammaGammaFits) {
    const SpendFit fit = test::must(fit_spend(data_.spends));
    EXPECT_EQ(fit.customers, 946U);
    EXPECT_NEAR(fit.log_likelihood, -4055.9177, 0.01);
    EXPECT_NEAR(fit.parameters[0].value, 6.25, 0.005);
    EXPECT_NEAR(fit.parameters[1].value, 3.74, 0.005);
    EXPECT_NEAR(fit.parameters[2].value, 15.44, 0.01);
}

TEST_F(Cdnow, NamedCustomersAreAsPublished) {
    EXPECT_EQ(data_.histories[number_1516_], (History{26, 216, 217}));
    const Ask ask{data_.histories[number_1516_]};
    const Fit bg = fit_of(Model::bgnbd);
    EXPECT_NEAR(test::must(expected_between(bg, ask, 0, 52)), 25.75659, 1e-3);
    EXPECT_NEAR(test::must(p_alive(bg, ask)), 0.9688523, 1e-5);
    EXPECT_NEAR(test::must(expected_between(bg, {{2, 213, 272}}, 0, 39)), 1.226, 1e-3);
    const Fit pareto = pareto_of_the_walkthrough();
    EXPECT_NEAR(test::must(expected_between(pareto, ask, 0, 52)), 25.45647, 1e-5);
    EXPECT_NEAR(test::must(p_alive(pareto, ask)), 0.997874, 1e-6);
    const Fit ours = fit_of(Model::paretonbd);
    EXPECT_NEAR(test::must(expected_between(ours, ask, 0, 52)), 25.45647, 2e-3);
    EXPECT_NEAR(test::must(p_alive(ours, ask)), 0.997874, 1e-5);
}

TEST_F(Cdnow, MoreFrequentBuyersOfTheSameSilenceAreDeader) {
    const Fit pareto = pareto_of_the_walkthrough();
    const Fit bg = fit_of(Model::bgnbd);
    const std::array<double, 4> by_pareto = {0.7062289, 0.1442396, 0.02250658, 0.00309267};
    const std::array<double, 4> by_bg = {0.3474606, 0.04283391, 0.004158973, 0.0003583685};
    for (std::size_t i = 0; i < kParadox.size(); ++i) {
        const Ask ask{{kParadox[i], 140, 273}};
        EXPECT_NEAR(test::must(expected_between(pareto, ask, 0, 52)), by_pareto[i],
                    1e-6 * by_pareto[i]);
        EXPECT_NEAR(test::must(expected_between(bg, ask, 0, 52)), by_bg[i], 1e-4 * by_bg[i]);
    }
}

TEST_F(Cdnow, HoldoutByFrequencyIsAsPublished) {
    expect_near(expected_by_frequency(pareto_of_the_walkthrough()),
                {0.138, 0.6, 1.196, 1.714, 2.399, 2.907, 3.819, 6.403}, 5e-4);
    expect_near(expected_by_frequency(fit_of(Model::bgnbd)),
                {0.2250893, 0.5231364, 1.044126, 1.520256, 2.163824, 2.653789, 3.503957, 6.157036},
                2e-4);
}

TEST_F(Cdnow, ActualWeeksAreAsPublished) {
    const Fit fit = fit_of(Model::nbd);
    expect_near(tracked(fit, &TrackedWeek::actual_cumulative), {1359, 1414, 1484, 1517, 1573, 1672},
                0);
    expect_near(tracked(fit, &TrackedWeek::actual), {73, 55, 70, 33, 56, 99}, 0);
}

TEST_F(Cdnow, CumulativeTrackingIsAsPublished) {
    expect_near(tracked(pareto_of_the_walkthrough(), &TrackedWeek::expected_cumulative),
                {1308.856, 1385.275, 1459.923, 1532.906, 1604.32, 1674.253}, 0.002);
    expect_near(tracked(fit_of(Model::bgnbd), &TrackedWeek::expected_cumulative),
                {1312.458, 1387.346, 1460.392, 1531.713, 1601.418, 1669.6}, 0.01);
}

TEST(PublishedParameters, BgNbdChancesOfNewCustomers) {
    const Fit fit =
        fit_with(Model::bgnbd, {{"r", 0.243}, {"alpha", 4.414}, {"a", 0.793}, {"b", 2.426}});
    EXPECT_NEAR(test::must(purchase_chances_of_new(fit, 2, 11))[10], 1.07869e-07, 1e-12);
    EXPECT_NEAR(test::must(purchase_chances_of_new(fit, 39, 1))[0], 0.5737864, 1e-7);
    const auto chances = test::must(purchase_chances_of_new(fit, 30, 21));
    const std::array<double, 10> expected = {0.0019995214, 0.0015170236, 0.001163315,  0.0009003148,
                                             0.0007023638, 0.0005517902, 0.0004361913, 0.0003467171,
                                             0.0002769613, 0.000222226};
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_NEAR(chances[11 + i], expected[i], 1e-9);
}

TEST(PublishedParameters, BgNbdExpectationsOfNewCustomers) {
    const Fit fit = fit_with(
        Model::bgnbd, {{"r", 0.2425945}, {"alpha", 4.413602}, {"a", 0.7929219}, {"b", 2.4259064}});
    // Hardie's spreadsheet prints 1.8576 for 78 weeks: its series of 2F1 ends after 150 terms.
    const std::array<double, 6> times = {0.1429, 1, 3, 31.8571, 32, 78};
    const std::array<double, 6> means = {0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.85796};
    for (std::size_t i = 0; i < times.size(); ++i)
        EXPECT_NEAR(test::must(expected_of_new(fit, times[i])), means[i], 6e-5);
    EXPECT_NEAR(test::must(expected_of_new(fit, 52)), 1.444004, 1e-5);
}

TEST(PublishedParameters, ParetoNbdExpectationsOfNewCustomers) {
    EXPECT_NEAR(test::must(expected_of_new(pareto_of_the_walkthrough(), 52)), 1.473434, 1e-6);
    // BTYD's manual, pnbd.Expectation.
    const Fit fit =
        fit_with(Model::paretonbd, {{"r", 0.55}, {"alpha", 10.56}, {"s", 0.61}, {"beta", 11.64}});
    const std::array<double, 10> means = {0,          0.05077821, 0.09916088, 0.14542507,
                                          0.1897993,  0.23247466, 0.27361274, 0.31335159,
                                          0.35181024, 0.38909211};
    for (std::size_t t = 0; t < means.size(); ++t)
        EXPECT_NEAR(test::must(expected_of_new(fit, static_cast<double>(t))), means[t], 1e-8);
}

// Rows at which lifetimes' and BTYD's formulas overflowed.
TEST(PublishedParameters, HundredsOfPurchasesAreNoTrouble) {
    const Fit pareto = fit_with(
        Model::paretonbd, {{"r", 0.5143}, {"alpha", 2.8845}, {"s", 0.2856}, {"beta", 14.1087}});
    for (const History& h : {History{221, 724, 725}, History{254, 680, 681}, History{161, 663, 686},
                             History{204, 690, 696}}) {
        const double alive = test::must(p_alive(pareto, {h}));
        EXPECT_GE(alive, 0);
        EXPECT_LE(alive, 1);
    }
    const Fit other =
        fit_with(Model::paretonbd, {{"r", 0.55}, {"alpha", 10.58}, {"s", 0.61}, {"beta", 11.67}});
    EXPECT_NEAR(test::must(expected_between(other, {{132, 1400, 1400}}, 0, 10)), 6.206051788963242,
                1e-9);
    EXPECT_NEAR(test::must(expected_between(other, {{133, 1400, 1400}}, 0, 10)), 6.252872247574811,
                1e-9);
    const Fit bg =
        fit_with(Model::bgnbd, {{"r", 0.243}, {"alpha", 4.414}, {"a", 0.793}, {"b", 2.426}});
    EXPECT_EQ(test::must(p_alive(bg, {{1000, 70, 700}})), 0);
}

TEST(PublishedParameters, GammaGammaExpectsWhatLifetimesPrints) {
    SpendFit fit;
    fit.parameters = {{"p", 6.25}, {"q", 3.74}, {"v", 15.44}};
    fit.average = 35;
    const std::array<Spend, 7> spends = {
        {{2, 22.35}, {1, 11.77}, {0, 0}, {0, 0}, {0, 0}, {7, 73.74}, {1, 11.77}}};
    const std::array<double, 7> means = {24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91};
    for (std::size_t i = 0; i < spends.size(); ++i)
        EXPECT_NEAR(expect_spend(fit, spends[i]).mean.value, means[i], 0.1) << i;
}

}  // namespace
}  // namespace vafa::models

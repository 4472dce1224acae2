// Fader & Hardie 2007, "How to project customer retention", tables 1 and 2.
#include "models/test_data.h"

namespace vafa::models {
namespace {

std::vector<Contract> contracts_of(std::vector<int> survivors) {
    std::vector<Contract> contracts;
    for (std::size_t year = 1; year < survivors.size(); ++year)
        contracts.insert(contracts.end(),
                         static_cast<std::size_t>(survivors[year - 1] - survivors[year]),
                         {static_cast<std::uint32_t>(year), true});
    contracts.insert(contracts.end(), static_cast<std::size_t>(survivors.back()),
                     {static_cast<std::uint32_t>(survivors.size() - 1), false});
    return contracts;
}

std::vector<int> survivors_of(std::size_t column) {
    const auto folder = test::shared_data("contractual-sbg");
    if (!folder) return {};
    std::vector<int> survivors;
    for_each_line(content_of(*folder / "retention.csv"), [&](std::string_view line) {
        if (line.starts_with("year") || survivors.size() > 7) return;
        survivors.push_back(static_cast<int>(number(cells_of(line, ',')[column])));
    });
    return survivors;
}

void expect_survival(const Fit& fit, const std::vector<double>& percent) {
    for (std::size_t t = 0; t < percent.size(); ++t)
        EXPECT_NEAR(100 * contract_survival(fit, static_cast<double>(t)), percent[t], 0.005) << t;
}

TEST(Contracts, RegularCustomersAreAsPublished) {
    const auto survivors = survivors_of(1);
    if (survivors.empty()) GTEST_SKIP() << "no contractual-sbg beside the repository";
    const Fit fit = test::must(fit_contracts(Model::sbg, contracts_of(survivors)));
    EXPECT_NEAR(parameter(fit, "alpha"), 0.704077, 1e-3);
    EXPECT_NEAR(parameter(fit, "beta"), 1.182043, 1e-3);
    EXPECT_NEAR(fit.log_likelihood, -1680.2652, 1e-3);
    expect_survival(fit, {100.0, 62.671, 47.382, 38.797, 33.207, 29.235, 26.246, 23.902, 22.008,
                          20.441, 19.119, 17.986, 17.004});
    const std::array<double, 3> retention = {0.626706, 0.756047, 0.818823};
    for (std::uint32_t t = 0; t < retention.size(); ++t)
        EXPECT_NEAR(test::must(predict_contract(fit, t)).renews.value, retention[t], 1e-4);
}

TEST(Contracts, HighEndCustomersAreAsPublished) {
    const auto survivors = survivors_of(2);
    if (survivors.empty()) GTEST_SKIP() << "no contractual-sbg beside the repository";
    const Fit fit = test::must(fit_contracts(Model::sbg, contracts_of(survivors)));
    EXPECT_NEAR(parameter(fit, "alpha"), 0.668088, 1e-3);
    EXPECT_NEAR(parameter(fit, "beta"), 3.806095, 2e-3);
    EXPECT_NEAR(fit.log_likelihood, -1611.1581, 1e-3);
    expect_survival(fit, {100.0, 85.068, 74.686, 66.979, 60.992, 56.183, 52.222, 48.891, 46.044,
                          43.578, 41.417, 39.506, 37.8});
}

TEST(Contracts, DiscreteWeibullHoldsTheShiftedBetaGeometric) {
    const std::vector<int> survivors = {1000, 631, 468, 382, 326, 289, 262, 241};
    const Fit plain = test::must(fit_contracts(Model::sbg, contracts_of(survivors)));
    const Fit bent = test::must(fit_contracts(Model::bdw, contracts_of(survivors)));
    EXPECT_GE(bent.log_likelihood, plain.log_likelihood - 1e-6);
    EXPECT_NEAR(parameter(bent, "c"), 1, 0.5);
    Fit one = bent;
    one.parameters = {plain.parameters[0], plain.parameters[1], {"c", 1}};
    for (const double t : {0.0, 1.0, 5.0, 40.0})
        EXPECT_NEAR(contract_survival(one, t), contract_survival(plain, t), 1e-12);
}

TEST(Contracts, IntervalsHoldTheirValues) {
    const Fit fit = test::must(
        fit_contracts(Model::sbg, contracts_of({1000, 869, 743, 653, 593, 551, 517, 491})));
    const auto p = test::must(predict_contract(fit, 3));
    for (const Estimate& e : {p.renews, p.survives, p.renewals, p.discounted}) {
        EXPECT_LE(e.low, e.value);
        EXPECT_GE(e.high, e.value);
        EXPECT_GE(e.low, 0);
    }
    EXPECT_LT(p.survives.value, p.renews.value);
    EXPECT_LE(p.renewals.high, 12);
}

TEST(Contracts, NobodyAndNothingStillAnswer) {
    for (const auto& contracts :
         {std::vector<Contract>{}, std::vector<Contract>{{0, true}, {4'000'000, false}},
          std::vector<Contract>(50, {1, true}), std::vector<Contract>(50, {7, false})}) {
        for (const Model model : {Model::sbg, Model::bdw}) {
            const Fit fit = test::must(fit_contracts(model, contracts));
            EXPECT_FALSE(fit.warnings.empty());
            for (const auto& one : fit.parameters) EXPECT_TRUE(std::isfinite(one.value));
            EXPECT_TRUE(std::isfinite(test::must(predict_contract(fit, 5)).discounted.high));
        }
    }
}

}  // namespace
}  // namespace vafa::models

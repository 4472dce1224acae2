#include <gtest/gtest.h>

#include "base/rng.h"
#include "models/family.h"
#include "models/simulation.h"

namespace vafa::models {
namespace {

struct Case {
    Model model;
    std::uint32_t k;
    std::vector<double> at;
};

const std::vector<Case>& cases() {
    static const std::vector<Case> all = {
        {Model::nbd, 1, {0.4, 12}},
        {Model::bgnbd, 1, {0.24, 4.4, 0.79, 2.4}},
        {Model::bgnbd, 1, {3, 0.02, 5, 0.1}},
        {Model::mbgnbd, 1, {0.5, 6.2, 0.9, 1.6}},
        {Model::mbgcnbdk, 2, {1.3, 2.8, 0.4, 0.8}},
        {Model::mbgcnbdk, 4, {0.7, 1.1, 1.4, 0.3}},
        {Model::paretonbd, 1, {0.55, 10.6, 0.6, 11.7}},
        {Model::paretonbd, 1, {2, 0.05, 0.1, 30}},  // by quadrature row by row
        {Model::paretonbd, 1, {0.3, 40, 3, 0.5}},
        {Model::bgbb, 1, {1.2, 0.75, 0.66, 2.8}},
    };
    return all;
}

Rows rows_for(Model model) {
    Rng rng(7);
    std::vector<History> histories;
    for (int i = 0; i < 60; ++i) {
        const auto age = static_cast<std::uint32_t>(rng.below(40));
        const auto t_x = static_cast<std::uint32_t>(rng.below(age + 1));
        const auto x = static_cast<std::uint32_t>(t_x == 0 ? 0 : 1 + rng.below(t_x));
        histories.push_back({x, t_x, age});
    }
    // Equal x in numbers, so that Pareto/NBD makes its tables.
    for (std::uint32_t i = 0; i < 40; ++i) histories.push_back({2, 5 + i % 7, 14 + i});
    return compress(histories, model == Model::bgbb ? 1 : 7);
}

TEST(Gradient, OfTheLikelihoodIsThatOfDifferences) {
    for (const Case& c : cases()) {
        const auto family = family_of(c.model, c.k);
        const Rows rows = rows_for(c.model);
        std::vector<double> slope(c.at.size());
        std::vector<double> unused(c.at.size());
        family->log_likelihood(rows, c.at, slope, 1);
        for (std::size_t i = 0; i < c.at.size(); ++i) {
            const double step = 1e-5;
            auto at = c.at;
            at[i] = c.at[i] * std::exp(step);
            const double above = family->log_likelihood(rows, at, unused, 1);
            at[i] = c.at[i] * std::exp(-step);
            const double below = family->log_likelihood(rows, at, unused, 1);
            EXPECT_NEAR(slope[i], (above - below) / (2 * step),
                        1e-5 * std::max(1.0, std::fabs(slope[i])))
                << family->names()[i] << " of model " << static_cast<int>(c.model);
        }
    }
}

TEST(Gradient, OfTheOddsIsThatOfDifferences) {
    for (const Case& c : cases()) {
        const auto family = family_of(c.model, c.k);
        const double scale = c.model == Model::bgbb ? 1 : 7;
        const auto odds_at = [&](const std::vector<double>& at) {
            return family->log_odds(at, 3, 21 / scale, 60 / scale);
        };
        const LogOdds odds = odds_at(c.at);
        for (std::size_t i = 0; i < c.at.size(); ++i) {
            const double step = 1e-5;
            auto at = c.at;
            at[i] = c.at[i] * std::exp(step);
            const double above = odds_at(at).value;
            at[i] = c.at[i] * std::exp(-step);
            const double below = odds_at(at).value;
            EXPECT_NEAR(odds.slope[i], (above - below) / (2 * step),
                        1e-5 * std::max(1.0, std::fabs(odds.slope[i])))
                << family->names()[i] << " of model " << static_cast<int>(c.model);
        }
    }
}

// Forty customers of one x around these days: enough for a table.
void add_group(std::vector<History>& histories, std::uint32_t x, std::uint32_t around) {
    for (std::uint32_t i = 0; i < 40; ++i) histories.push_back({x, around + i % 7, around + 9 + i});
}

void expect_tables_to_agree(const Rows& rows) {
    const auto family = family_of(Model::paretonbd);
    const std::vector<double> at = {0.55, 10.6, 0.6, 11.7};
    std::vector<LogOdds> found(rows.size());
    family->log_odds(at, rows, 1, found);
    for (const auto& group : rows.groups) {
        for (std::uint32_t row = group.begin; row < group.end; ++row) {
            const LogOdds one = family->log_odds(at, group.x, rows.periods(rows.t_x[row]),
                                                 rows.periods(rows.age[row]));
            EXPECT_NEAR(found[row].value, one.value, 1e-8 * std::max(1.0, std::fabs(one.value)));
            for (std::size_t k = 0; k < 4; ++k)
                EXPECT_NEAR(found[row].slope[k], one.slope[k], 1e-7 * std::max(1.0, group.x + 1.0));
        }
    }
}

TEST(Gradient, TablesOfParetoNbdAgreeWithQuadrature) {
    expect_tables_to_agree(rows_for(Model::paretonbd));
    std::vector<History> histories;
    add_group(histories, 2, 1000);
    expect_tables_to_agree(compress(histories, 7));
    add_group(histories, 3, 1030);  // one after the other
    expect_tables_to_agree(compress(histories, 7));
    add_group(histories, 1, 90'000);  // and far from both
    expect_tables_to_agree(compress(histories, 7));
}

TEST(Gradient, TheAnswerDoesNotDependOnThreads) {
    Rng rng(11);
    Simulation simulation{Model::bgnbd, {0.5, 5, 0.8, 2.4}};
    simulation.days = 700;
    simulation.birth_days = 600;
    const Rows rows = compress(simulate(simulation, 40'000, rng).histories, 7);
    ASSERT_GT(rows.size(), 12'000U);
    for (const Model model : {Model::bgnbd, Model::paretonbd}) {
        const auto family = family_of(model);
        const std::vector<double> at = {0.5, 5, 0.8, 2.4};
        std::vector<double> alone(4), together(4);
        EXPECT_EQ(family->log_likelihood(rows, at, alone, 1),
                  family->log_likelihood(rows, at, together, 3));
        EXPECT_EQ(alone, together);
    }
}

}  // namespace
}  // namespace vafa::models

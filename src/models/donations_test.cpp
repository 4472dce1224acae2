// 11,104 donors of 1995 and six yearly opportunities. Fader, Hardie & Shang 2010; the walkthrough
// of BTYD 2.4.3; lifetimes (tests/test_estimation.py).
#include "models/test_data.h"

namespace vafa::models {
namespace {

struct Cell {
    std::uint32_t x, t_x;
    double customers;
};

class Donations : public testing::Test {
protected:
    void SetUp() override {
        const auto folder = test::shared_data("donations");
        if (!folder) GTEST_SKIP() << "no donations beside the repository";
        bool is_head = true;
        for_each_line(content_of(*folder / "donations.csv"), [&](std::string_view line) {
            if (std::exchange(is_head, false)) return;
            const auto cells = cells_of(line, ',');
            const auto x = static_cast<std::uint32_t>(number(cells[0]));
            const auto t_x = static_cast<std::uint32_t>(number(cells[1]));
            cells_.push_back({x, t_x, number(cells[3])});
            histories_.insert(histories_.end(), static_cast<std::size_t>(number(cells[3])),
                              {x, t_x, 6});
        });
        FitOptions options;
        options.days_per_period = 1;
        fit_ = test::must(fit(Model::bgbb, histories_, options));
    }

    double expected(const Cell& cell, double years) const {
        return test::must(expected_between(fit_, {{cell.x, cell.t_x, 6}}, 0, years));
    }

    std::vector<Cell> cells_;
    std::vector<History> histories_;
    Fit fit_;
};

TEST_F(Donations, Fit) {
    EXPECT_EQ(fit_.customers, 11'104U);
    EXPECT_EQ(fit_.distinct_rows, 22U);
    EXPECT_NEAR(parameter(fit_, "alpha"), 1.203522, 1e-3);
    EXPECT_NEAR(parameter(fit_, "beta"), 0.749716, 1e-3);
    EXPECT_NEAR(parameter(fit_, "gamma"), 0.656718, 1e-3);
    EXPECT_NEAR(parameter(fit_, "delta"), 2.783442, 2e-3);
    EXPECT_NEAR(fit_.log_likelihood, -33225.58, 0.01);
    EXPECT_TRUE(fit_.warnings.empty());
}

TEST_F(Donations, ExpectWhatIsPublished) {
    EXPECT_NEAR(test::must(expected_of_new(fit_, 10)), 3.179805, 1e-3);
    EXPECT_NEAR(expected({0, 0, 0}, 10), 0.1302169, 1e-3);
    EXPECT_NEAR(expected({4, 5, 0}, 10), 3.627858, 1e-3);
    double total = 0;
    for (const Cell& cell : cells_) total += cell.customers * expected(cell, 5);
    EXPECT_NEAR(total, 12884.2, 1);
}

TEST_F(Donations, AreActiveWithThePublishedChances) {
    EXPECT_NEAR(test::must(p_alive(fit_, {{0, 0, 6}})), 0.11, 0.005);
    EXPECT_NEAR(test::must(p_alive(fit_, {{2, 4, 6}})), 0.59, 0.005);
    EXPECT_NEAR(test::must(p_alive(fit_, {{6, 6, 6}})), 0.93, 0.005);
}

TEST_F(Donations, HoldoutByFrequencyAndRecencyIsAsPublished) {
    const std::array<double, 7> by_x = {0.07286318, 0.3248841, 0.7089417, 1.333666,
                                        2.031203,   2.784482,  3.7525};
    const std::array<double, 7> by_t_x = {0.07286318, 0.0856939, 0.1798423, 0.4041111,
                                          0.8510811,  1.726323,  3.02719};
    std::array<double, 7> x_sum{}, x_customers{}, t_sum{}, t_customers{};
    for (const Cell& cell : cells_) {
        const double sum = cell.customers * expected(cell, 5);
        x_sum[cell.x] += sum;
        x_customers[cell.x] += cell.customers;
        t_sum[cell.t_x] += sum;
        t_customers[cell.t_x] += cell.customers;
    }
    for (std::size_t i = 0; i < 7; ++i) {
        EXPECT_NEAR(x_sum[i] / x_customers[i], by_x[i], 5e-4) << i;
        EXPECT_NEAR(t_sum[i] / t_customers[i], by_t_x[i], 5e-4) << i;
    }
}

TEST_F(Donations, YearlyTotalsAreAsPublished) {
    const std::array<double, 11> years = {5535.833, 4717.059, 4147.621, 3724.665,
                                          3395.888, 3131.647, 2913.778, 2730.482,
                                          2573.731, 2437.854, 2318.727};
    for (std::size_t year = 0; year < years.size(); ++year) {
        const auto from = static_cast<double>(year);
        const double one = test::must(expected_between(fit_, {}, from, from + 1));
        EXPECT_NEAR(11'104 * one, years[year], 1) << year;
    }
}

TEST_F(Donations, CountsWithinTheSampleAreAsPublished) {
    const auto chances = test::must(purchase_chances_of_new(fit_, 6, 7));
    EXPECT_NEAR(11'104 * chances[0], 3454.9, 0.5);
    EXPECT_NEAR(11'104 * chances[6], 1253.1, 0.5);
}

}  // namespace
}  // namespace vafa::models

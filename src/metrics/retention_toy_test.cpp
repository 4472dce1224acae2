// ../shared/data/retention-toy/expected.json, figure by figure. Amounts there are in units of 100.
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "metrics/test_store.h"

namespace vafa::metrics {
namespace {

namespace json = boost::json;
using test::TestOrder;
using test::TestStore;
using test::value_of;

const std::vector<TestOrder> kOrders = {
    {1, "2024-01-05T10:30:00Z", 5000},  {1, "2024-01-06T10:05:00Z", 2000},
    {1, "2024-02-04T23:30:00Z", 3000},  {1, "2024-04-10T12:00:00Z", 4000},
    {2, "2024-01-20T08:00:00Z", 1000},  {2, "2024-01-20T18:00:00Z", 1500},
    {3, "2024-01-31T23:59:59Z", 10000}, {3, "2024-02-01T00:00:01Z", 500},
    {4, "2024-02-10T12:00:00Z", 6000},  {4, "2024-03-11T12:00:00Z", 6000},
    {4, "2024-04-10T12:00:00Z", 6000},  {4, "2024-05-10T12:00:00Z", 6000},
    {5, "2024-02-29T12:00:00Z", 2500},  {5, "2024-03-01T12:00:00Z", 2500},
    {5, "2024-06-30T12:00:00Z", 7500},  {6, "2024-03-15T12:00:00Z", 8000},
    {7, "2024-03-31T12:00:00Z", 1250},  {7, "2024-04-30T12:00:00Z", 1250},
    {8, "2024-06-01T00:00:00Z", 3300},  {8, "2024-06-30T23:59:59Z", 1700},
};

class RetentionToy : public ::testing::Test {
protected:
    void SetUp() override {
        const auto path = std::filesystem::path(__FILE__).parent_path() /
                          "../../../shared/data/retention-toy/expected.json";
        std::ifstream file(path);
        if (!file) GTEST_SKIP() << "no ../shared/data/retention-toy beside the repository";
        std::stringstream text;
        text << file.rdbuf();
        expected_ = json::parse(text.str()).as_object();
    }
    const json::object& expected(std::string_view part) const {
        return expected_.at(part).as_object();
    }
    const Engine& engine() const { return store_.engine(); }

private:
    TestStore store_{kOrders};
    json::object expected_;
};

double number(const json::value& value) { return value.to_number<double>(); }
std::int64_t minor(const json::value& value) { return std::llround(number(value) * 100); }

// [retained, eligible, rate]
void expect_window(const Window& window, const json::value& expected, bool with_rate = true) {
    const auto& list = expected.as_array();
    EXPECT_EQ(window.retained, list[0].as_int64());
    EXPECT_EQ(window.eligible, list[1].as_int64());
    if (!with_rate) return;
    EXPECT_EQ(window.rate.has_value(), !list[2].is_null());
    if (window.rate) {
        EXPECT_NEAR(*window.rate, number(list[2]), 1e-6);
    }
}

TEST_F(RetentionToy, Summary) {
    const Summary found = value_of(engine().summary(test::by_day()));
    const auto& basic = expected("basic");
    EXPECT_EQ(found.customers, basic.at("customers").as_int64());
    EXPECT_EQ(found.orders, basic.at("raw_rows").as_int64());
    EXPECT_EQ(found.purchases, basic.at("purchase_days").as_int64());
    EXPECT_EQ(found.revenue_minor, minor(basic.at("revenue")));
    EXPECT_EQ(found.first_day, test::day(basic.at("first_day").as_string()));
    EXPECT_EQ(found.last_day, test::day(basic.at("last_day").as_string()));
    EXPECT_EQ(found.repeat_customers, basic.at("repeaters").as_int64());
    EXPECT_NEAR(*found.repeat_purchase_rate, number(basic.at("repeat_purchase_rate")), 1e-6);
    EXPECT_NEAR(*found.purchases_per_customer, number(basic.at("purchase_frequency")), 1e-6);
    EXPECT_NEAR(static_cast<double>(found.average_purchase_value_minor->e4) / 1e6,
                number(basic.at("aov")), 1e-6);
    EXPECT_NEAR(static_cast<double>(found.revenue_per_customer_minor->e4) / 1e6,
                number(basic.at("revenue_per_customer")), 1e-6);
    EXPECT_EQ(found.customers_by_purchases,
              (std::array<std::int64_t, 10>{2, 3, 1, 2, 0, 0, 0, 0, 0, 0}));
    const auto& gaps = expected("interpurchase_days");
    EXPECT_EQ(found.days_between_purchases.gaps, gaps.at("pooled_n").as_int64());
    EXPECT_NEAR(*found.days_between_purchases.mean, number(gaps.at("pooled_mean")), 1e-6);
    EXPECT_NEAR(*found.days_between_purchases.median, number(gaps.at("pooled_median")), 1e-6);
    EXPECT_NEAR(*found.days_between_purchases.mean_of_customer_means,
                number(gaps.at("per_customer_mean_of_means")), 1e-6);
}

TEST_F(RetentionToy, Concentration) {
    const auto found = value_of(engine().summary(test::by_day())).concentration;
    const auto& shares = expected("concentration");
    EXPECT_NEAR(*found.top_10_percent_share, number(shares.at("top10pct_share")), 1e-6);
    EXPECT_NEAR(*found.top_20_percent_share, number(shares.at("top20pct_share")), 1e-6);
    EXPECT_NEAR(*found.gini, number(shares.at("gini")), 1e-6);
}

TEST_F(RetentionToy, Repurchase) {
    const auto windows = value_of(engine().repurchase(test::by_day())).windows;
    ASSERT_EQ(windows.size(), 35U);
    for (const Window& window : windows) {
        const std::string days = std::to_string(window.to);
        SCOPED_TRACE(days);
        switch (window.kind) {
            case WindowKind::within:
                expect_window(window, expected("repurchase_within_n").at(days));
                break;
            case WindowKind::exact:
                expect_window(window, expected("n_day_exact").at(days));
                break;
            case WindowKind::on_or_after:
                expect_window(window, expected("unbounded_on_or_after_n").at(days));
                break;
            case WindowKind::bracket:
                expect_window(
                    window, expected("bracket_days").at(std::to_string(window.from) + "-" + days));
        }
    }
}

TEST_F(RetentionToy, ClocksDisagree) {
    Options options;
    options.days = {0, 1, 7, 30};
    options.brackets = {};
    const auto& values = expected("day_n_by_clock_rule").at("values").as_object();
    const std::pair<ClockRule, const char*> clocks[] = {
        {ClockRule::rolling, "rolling24h_exact"},
        {ClockRule::rolling_hour, "rolling24h_hour_floored"},
        {ClockRule::calendar, "calendar_day"}};
    for (const auto& [clock, name] : clocks) {
        options.clock = clock;
        for (const Window& window : value_of(engine().repurchase(options)).windows) {
            if (window.kind != WindowKind::exact) continue;
            SCOPED_TRACE(std::string(name) + " " + std::to_string(window.to));
            expect_window(window, values.at(std::to_string(window.to)).at(name), false);
        }
    }
}

TEST_F(RetentionToy, MonthlyCohorts) {
    const Options options = test::by_day();
    const auto cohorts = value_of(engine().cohorts(options)).cohorts;
    const auto& table = expected("calendar_month_cohorts");
    ASSERT_EQ(cohorts.size(), table.size());
    for (const Cohort& cohort : cohorts) {
        const auto label = period_label(options.rules, options.by, cohort.period);
        SCOPED_TRACE(label);
        const auto& row = table.at(label).as_object();
        EXPECT_EQ(cohort.size, row.at("size").as_int64());
        ASSERT_EQ(cohort.cells.size(), row.at("active").as_array().size());
        for (std::size_t k = 0; k < cohort.cells.size(); ++k) {
            const CohortCell& cell = cohort.cells[k];
            EXPECT_EQ(cell.customers, row.at("active").at(k).as_int64());
            EXPECT_EQ(cell.unbounded_customers, row.at("unbounded").at(k).as_int64());
            EXPECT_EQ(cell.purchases, row.at("orders").at(k).as_int64());
            EXPECT_EQ(cell.revenue_minor, minor(row.at("revenue").at(k)));
            EXPECT_NEAR(*cell.nrr, number(row.at("nrr_vs_month0").at(k)), 1e-6);
            EXPECT_TRUE(cell.complete);
        }
    }
}

TEST_F(RetentionToy, RollingCohortsWhereComplete) {
    Options options = test::by_day();
    options.kind = CohortKind::rolling;
    const auto& table = expected("rolling_30d_cohorts_fully_matured");
    std::size_t with_complete_cells = 0;
    for (const Cohort& cohort : value_of(engine().cohorts(options)).cohorts) {
        const auto label = period_label(options.rules, options.by, cohort.period);
        SCOPED_TRACE(label);
        std::vector<std::int64_t> active;
        for (const CohortCell& cell : cohort.cells)
            if (cell.complete) active.push_back(cell.customers);
        if (active.empty()) continue;
        ++with_complete_cells;
        EXPECT_EQ(json::value_from(active), table.at(label).at("active"));
    }
    EXPECT_EQ(with_complete_cells, table.size());
}

TEST_F(RetentionToy, Periods) {
    const Options options = test::by_day();
    const auto periods = value_of(engine().periods(options)).periods;
    ASSERT_EQ(periods.size(), expected("monthly").size());
    for (const PeriodFigures& found : periods) {
        const auto label = period_label(options.rules, options.by, found.period);
        SCOPED_TRACE(label);
        const auto& month = expected("monthly").at(label).as_object();
        EXPECT_EQ(found.customers, month.at("customers").as_int64());
        EXPECT_EQ(found.new_customers, month.at("new").as_int64());
        EXPECT_EQ(found.returning_before_period, month.at("returning_before_period").as_int64());
        EXPECT_EQ(found.returning_any_earlier_order,
                  month.at("returning_any_earlier_order").as_int64());
        EXPECT_EQ(found.revenue_minor, minor(month.at("revenue")));
        EXPECT_EQ(found.revenue_from_repeat_orders_minor,
                  minor(month.at("revenue_from_repeat_orders")));
        EXPECT_EQ(found.customers, found.new_customers + found.returning + found.resurrected);
        const auto* over = expected("month_over_month").if_contains(label);
        EXPECT_EQ(found.retained_next.has_value(), over != nullptr);
        if (over == nullptr) continue;
        EXPECT_EQ(*found.retained_next, over->at("retained_next").as_int64());
        EXPECT_NEAR(*found.nrr, number(over->at("nrr")), 1e-6);
        EXPECT_NEAR(*found.grr, number(over->at("grr")), 1e-6);
    }
}

TEST_F(RetentionToy, Survival) {
    Options options = test::by_day();
    options.days = {7, 30, 60, 90};
    const Survival found = value_of(engine().survival(options));
    const auto& curve = expected("km_time_to_second_purchase");
    EXPECT_EQ(found.events, curve.at("events").as_int64());
    EXPECT_EQ(found.censored, curve.at("censored").as_int64());
    EXPECT_EQ(found.median_days, curve.at("median_days").as_int64());
    for (const SurvivalPoint& point : found.survival) {
        const auto& pair = curve.at("survival").at(std::to_string(point.days)).as_array();
        EXPECT_NEAR(*point.survival, number(pair[0]), 1e-6);
        EXPECT_NEAR(*point.standard_error, number(pair[1]), 1e-6);
    }
}

TEST_F(RetentionToy, Rfm) {
    const Rfm found = value_of(engine().rfm(test::by_day()));
    const auto& quintiles = expected("rfm_quintile");
    EXPECT_EQ(found.reference_day, test::day(quintiles.at("reference_day").as_string()));
    const auto& thresholds = quintiles.at("thresholds").as_object();
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_NEAR((*found.recency_days)[i], number(thresholds.at("recency_days").at(i)), 1e-9);
        EXPECT_NEAR((*found.frequency)[i], number(thresholds.at("frequency").at(i)), 1e-9);
        EXPECT_NEAR((*found.monetary_minor)[i], 100 * number(thresholds.at("monetary").at(i)),
                    1e-9);
    }
    EXPECT_EQ(json::value_from(found.recency_counts), quintiles.at("R_counts"));
    EXPECT_EQ(json::value_from(found.frequency_counts), quintiles.at("F_counts"));
    EXPECT_EQ(json::value_from(found.monetary_counts), quintiles.at("M_counts"));
    std::int64_t customers = 0;
    for (const auto& top : quintiles.at("top_cells").as_array()) {
        const auto& name = top.at(0).as_string();
        const auto at = 25 * (name[0] - '1') + 5 * (name[1] - '1') + (name[2] - '1');
        EXPECT_EQ(found.cells[static_cast<std::size_t>(at)], top.at(1).as_int64()) << name;
        customers += top.at(1).as_int64();
    }
    EXPECT_EQ(customers, 8);
    std::int64_t in_groups = 0;
    for (const RfmGroup& group : found.groups) in_groups += group.customers;
    EXPECT_EQ(in_groups, 8);
}

}  // namespace
}  // namespace vafa::metrics

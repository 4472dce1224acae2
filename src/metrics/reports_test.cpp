#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "metrics/test_store.h"

namespace vafa::metrics {
namespace {

using test::kCompleted;
using test::TestStore;
using test::value_of;

const std::vector<test::TestOrder> kOrders = {
    {1, "2024-01-05", 100, kCompleted, {{"city", "Tehran"}, {"total_minor", "150"}}},
    {1, "2024-02-05", 100, kCompleted, {{"city", "Shiraz"}}},
    {2, "2024-01-10", 100, kCompleted, {{"city", "Tehran"}}},
    {3, "2024-03-10", 100, kCompleted, {{"city", "Shiraz"}}},
    {4, "2024-03-11", 100},
    {0, "2024-03-20", 100},
};

TEST(RunReport, RefusesAnUnknownNameAndKnowsTheNearest) {
    const TestStore store({});
    const auto answer = run_report(store.engine(), "cohort", {});
    ASSERT_TRUE(answer.has_error());
    EXPECT_EQ(answer.error().code, ErrorCode::not_found);
    EXPECT_EQ(answer.error().params[1],
              (std::pair<std::string, std::string>("nearest", "cohorts")));
}

TEST(RunReport, NamesTheWrongOption) {
    const auto field_of = [](const Options& options) {
        const auto checked = check_options(options);
        return checked.has_error() ? checked.error().field : std::string("fine");
    };
    Options options;
    EXPECT_EQ(field_of(options), "fine");
    options.break_by = "colour";
    EXPECT_EQ(field_of(options), "/break");
    options.break_by = "trait:size";
    EXPECT_EQ(field_of(options), "fine");
    options.kind = CohortKind::rolling;
    options.by = PeriodKind::year;
    EXPECT_EQ(field_of(options), "/by");
    options = {};
    options.from = 20;
    options.to = 10;
    EXPECT_EQ(field_of(options), "/from");
    options = {};
    options.as_of = 70'000;
    EXPECT_EQ(field_of(options), "/as_of");
    options = {};
    options.brackets = {{9, 3}};
    EXPECT_EQ(field_of(options), "/brackets");
}

TEST(RunReport, SaysWhatItCounted) {
    const TestStore store(kOrders);
    Options options = test::by_day();
    options.from = test::day("2024-01-01");
    const auto definition =
        value_of(run_report(store.engine(), "cohorts", options)).at("definition").as_object();
    EXPECT_EQ(definition.at("from"), "2024-01-01");
    EXPECT_TRUE(definition.at("to").is_null());
    EXPECT_EQ(definition.at("data_end"), "2024-03-20");
    EXPECT_EQ(definition.at("purchase"), "day");
    EXPECT_EQ(definition.at("time_zone"), "UTC");
    EXPECT_EQ(definition.at("by"), "month");
    EXPECT_EQ(definition.at("terms").as_array().back(), "metrics.term.report_cohorts");
}

TEST(RunReport, BreaksDownByTheValueOfTheFirstOrder) {
    const TestStore store(kOrders);
    Options options;
    options.break_by = "city";
    const auto answer = value_of(run_report(store.engine(), "summary", options));
    const auto& parts = answer.at("breakdown").as_array();
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(parts[0].at("value"), "Tehran");
    EXPECT_EQ(parts[0].at("customers"), 2);
    EXPECT_EQ(parts[0].at("data").at("orders"), 3);  // one of them from Shiraz
    EXPECT_EQ(parts[0].at("data").at("anonymous_orders"), 0);
    EXPECT_EQ(parts[1].at("value"), "Shiraz");
    EXPECT_EQ(parts[2].at("kind"), "absent");
    EXPECT_TRUE(parts[2].at("value").is_null());
    EXPECT_EQ(answer.at("data").at("customers"), 4);
}

TEST(RunReport, GathersSmallPartsInTheRest) {
    std::vector<test::TestOrder> orders;
    for (std::int64_t customer = 1; customer <= 13; ++customer)
        orders.push_back({customer,
                          "2024-01-05",
                          100,
                          kCompleted,
                          {{"city", "city " + std::to_string(customer + 10)}}});
    const TestStore store(orders);
    Options options;
    options.break_by = "city";
    const auto parts = value_of(store.engine().parts(options));
    ASSERT_EQ(parts.size(), 11U);
    EXPECT_EQ(parts[0].value, "city 11");  // ties by name
    EXPECT_EQ(parts[9].value, "city 20");
    EXPECT_EQ(parts[10].kind, Part::Kind::other);
    EXPECT_EQ(parts[10].customers, 3);
    EXPECT_EQ(value_of(parts[10].engine->summary({})).customers, 3);
}

TEST(RunReport, EveryPartEndsWhereTheStoreDoes) {
    const TestStore store(kOrders);
    Options options;
    options.break_by = "city";
    options.days = {60};
    const auto answer = value_of(run_report(store.engine(), "repurchase", options));
    const auto& within = answer.at("breakdown").at(0).at("data").at("windows").at(0);
    EXPECT_EQ(within.at("eligible"), 2);  // by the store's end; by their own, one
}

TEST(Revenue, TotalFallsBackToNetWhereItIsUnknown) {
    const TestStore store(kOrders);
    Options options;
    options.revenue = RevenueKind::total;
    EXPECT_EQ(value_of(store.engine().summary(options)).revenue_minor, 550);
    EXPECT_EQ(value_of(store.engine().summary({})).revenue_minor, 500);
}

TEST(Zone, MovesOrdersToAnotherDay) {
    const TestStore store({{1, "2024-01-31T21:00:00Z", 100}, {1, "2024-02-01T10:00:00Z", 100}});
    Options options = test::by_day();
    EXPECT_EQ(value_of(store.engine().summary(options)).purchases, 2);
    options.zone = TimeZone("Asia/Tehran", {}, 12'600'000);
    EXPECT_EQ(value_of(store.engine().summary(options)).purchases, 1);
    EXPECT_EQ(value_of(store.engine().summary(options)).first_day, test::day("2024-02-01"));
}

TEST(Zone, RowsOfDayPrecisionMayStandBeforeEarlierDays) {
    // The date of customer 1 keeps its day; the order an hour later falls on the day before it.
    const auto date = static_cast<std::uint8_t>(kCompleted | commerce::flag::kDayPrecision);
    const TestStore store(
        {{1, "2024-03-10T12:00:00Z", 100, date}, {1, "2024-03-10T13:00:00Z", 30}});
    Options options;
    options.zone = TimeZone("Far/West", {}, -18 * 3'600'000);
    const auto found = value_of(store.engine().order_values(options)).ordinals;
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].revenue_minor, 30);
    EXPECT_EQ(value_of(store.engine().summary(options)).days_between_purchases.mean, 1.0);
}

TEST(Cohorts, RangeRestrictsFirstPurchasesNotLaterOnes) {
    const TestStore store(kOrders);
    Options options;
    options.from = test::day("2024-01-01");
    options.to = test::day("2024-01-31");
    EXPECT_EQ(value_of(store.engine().cohorts(options)).cohorts.at(0).cells.size(), 1U);
    options.as_of = test::day("2024-02-20");
    const auto cohorts = value_of(store.engine().cohorts(options)).cohorts;
    ASSERT_EQ(cohorts.size(), 1U);
    EXPECT_EQ(cohorts[0].size, 2);
    ASSERT_EQ(cohorts[0].cells.size(), 2U);
    EXPECT_EQ(cohorts[0].cells[1].customers, 1);
    EXPECT_TRUE(cohorts[0].cells[0].complete);
    EXPECT_FALSE(cohorts[0].cells[1].complete);
    EXPECT_EQ(cohorts[0].cells[1].cumulative_revenue_per_customer_minor, Average{1'500'000});
}

TEST(Cohorts, RefuseMorePeriodsThanATableHolds) {
    const TestStore store({{1, "2000-01-01", 100}, {1, "2024-01-01", 100}});
    Options options;
    options.by = PeriodKind::day;
    const auto refused = store.engine().cohorts(options);
    ASSERT_TRUE(refused.has_error());
    EXPECT_EQ(refused.error().code, ErrorCode::too_large);
    options.by = PeriodKind::week;
    EXPECT_TRUE(store.engine().cohorts(options).has_value());
}

TEST(RetentionRate, StartersLeftOverStarters) {
    const TestStore store({{1, "2023-05-01", 1},
                           {1, "2024-05-01", 1},  // stays
                           {2, "2023-05-01", 1},  // leaves
                           {3, "2021-05-01", 1},
                           {3, "2024-02-01", 1},  // comes back
                           {4, "2024-03-01", 1},
                           {0, "2024-06-30", 1}});
    const auto found = value_of(store.engine().retention_rate({}));
    EXPECT_EQ(found.start_day, test::day("2023-06-30"));
    EXPECT_EQ(found.start_customers, 2);
    EXPECT_EQ(found.end_customers, 3);
    EXPECT_EQ(found.retained_customers, 1);
    EXPECT_EQ(found.new_customers, 1);
    EXPECT_EQ(found.reactivated_customers, 1);
    EXPECT_EQ(found.retention_rate, 0.5);
    EXPECT_EQ(found.churn_rate, 0.5);
}

TEST(RetentionRate, TakesHalfAYearOfAYoungStore) {
    const TestStore store({{1, "2023-08-01", 1}, {0, "2024-06-30", 1}});
    const auto found = value_of(store.engine().retention_rate({}));
    EXPECT_EQ(found.start_day, test::day("2023-12-30"));
    EXPECT_EQ(found.retention_rate, 1.0);
}

TEST(ModelInputs, CountCustomerDays) {
    const TestStore store({{5, "2024-01-01", 1},
                           {5, "2024-01-01T20:00:00Z", 1},
                           {5, "2024-01-11", 1},
                           {9, "2024-01-05", 1},
                           {0, "2024-01-31", 1}});
    const auto inputs = value_of(store.engine().model_inputs({}));
    ASSERT_EQ(inputs.customers(), 2U);
    const auto& chunk = inputs.chunks.front();
    EXPECT_EQ(chunk.id.data()[0], 5);
    EXPECT_EQ(chunk.x.data()[0], 1);
    EXPECT_EQ(chunk.t_x.data()[0], 10);
    EXPECT_EQ(chunk.age.data()[0], 30);
    EXPECT_EQ(chunk.x.data()[1], 0);
    EXPECT_EQ(chunk.age.data()[1], 26);
}

TEST(WideAmounts, AreCountedWhole) {
    const std::int64_t huge = 900'000'000'000'000'000;
    const TestStore store({{1, "2024-01-01", huge}, {1, "2024-02-01", -5}, {1, "2024-02-02", 7}});
    EXPECT_EQ(value_of(store.engine().summary({})).revenue_minor, huge + 2);
    EXPECT_EQ(value_of(store.engine().cohorts({})).cohorts.at(0).cells.at(1).revenue_minor, 2);
}

}  // namespace
}  // namespace vafa::metrics

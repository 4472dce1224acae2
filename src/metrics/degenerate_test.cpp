// Stores with nothing, with nobody, with one customer: every report answers, and a rate that nobody
// was eligible for is null.
#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "metrics/test_store.h"

namespace vafa::metrics {
namespace {

using test::TestStore;
using test::value_of;

boost::json::object report(const TestStore& store, std::string_view name, Options options = {}) {
    return value_of(run_report(store.engine(), name, options));
}

TEST(EmptyStore, EveryReportAnswers) {
    const TestStore store({});
    for (const auto name : report_names()) {
        SCOPED_TRACE(name);
        const auto answer = report(store, name);
        EXPECT_EQ(answer.at("report").as_string(), name);
        EXPECT_TRUE(answer.at("definition").at("data_end").is_null());
        EXPECT_TRUE(answer.at("data").is_object());
    }
    EXPECT_TRUE(value_of(store.engine().model_inputs({})).chunks.empty());
}

TEST(EmptyStore, RatesAreNull) {
    const TestStore store({});
    const auto summary = report(store, "summary").at("data");
    EXPECT_EQ(summary.at("customers"), 0);
    EXPECT_TRUE(summary.at("repeat_purchase_rate").is_null());
    EXPECT_TRUE(summary.at("average_order_value_minor").is_null());
    EXPECT_TRUE(summary.at("first_day").is_null());
    EXPECT_TRUE(summary.at("concentration").at("gini").is_null());
    const auto repurchase = report(store, "repurchase");
    for (const auto& window : repurchase.at("data").at("windows").as_array())
        EXPECT_TRUE(window.at("rate").is_null());
    EXPECT_TRUE(report(store, "retention-rate").at("data").at("retention_rate").is_null());
    EXPECT_TRUE(report(store, "rfm").at("data").at("thresholds").at("frequency").is_null());
}

TEST(AnonymousStore, CountsOrdersAndNobody) {
    const TestStore store({{0, "2024-03-01", 500}, {0, "2024-03-09", 700}});
    for (const auto name : report_names()) report(store, name);
    const auto found = value_of(store.engine().summary({}));
    EXPECT_EQ(found.anonymous_orders, 2);
    EXPECT_EQ(found.customers, 0);
    EXPECT_EQ(found.orders, 0);
    EXPECT_EQ(store.engine().data_end({}), test::day("2024-03-09"));
    EXPECT_EQ(value_of(store.engine().stage({})).orders, 2);
}

TEST(OneCustomer, HasRatesOfZero) {
    const TestStore store({{7, "2024-03-01", 500}, {0, "2024-06-01", 1}});
    for (const auto name : report_names()) report(store, name);
    Options options;
    options.days = {30, 365};
    options.brackets = {};
    const auto windows = value_of(store.engine().repurchase(options)).windows;
    EXPECT_EQ(windows[0].rate, 0.0);
    EXPECT_EQ(windows[0].eligible, 1);
    EXPECT_EQ(windows[1].rate, std::nullopt);
    const auto found = value_of(store.engine().summary({}));
    EXPECT_EQ(found.repeat_purchase_rate, 0.0);
    EXPECT_EQ(found.days_between_purchases.median, std::nullopt);
    EXPECT_EQ(found.concentration.top_10_percent_share, 1.0);
    EXPECT_EQ(value_of(store.engine().survival({})).median_days, std::nullopt);
}

TEST(UncountedOrders, MakeNoCustomersButEndTheData) {
    const auto cancelled = static_cast<std::uint8_t>(commerce::OrderStatus::cancelled);
    const TestStore store({{1, "2024-01-01", 500}, {1, "2024-02-20", 900, cancelled}});
    EXPECT_EQ(store.engine().data_end({}), test::day("2024-02-20"));
    const auto found = value_of(store.engine().summary({}));
    EXPECT_EQ(found.orders, 1);
    EXPECT_EQ(found.revenue_minor, 500);
    Options with;
    with.include_cancelled = true;
    EXPECT_EQ(value_of(store.engine().summary(with)).revenue_minor, 1400);
}

}  // namespace
}  // namespace vafa::metrics

#include <gtest/gtest.h>

#include "ingest/test_store.h"

namespace vafa::ingest {
namespace {

using test::must;

// Published data sets beside the repository; counts as their README gives them.
ImportResult import(TestStore& store, const std::filesystem::path& file,
                    const std::string& preset = {}) {
    auto request = store.request({file.string()});
    request.preset = preset;
    return must(import_orders(store.deps(), request));
}

TEST(SharedData, OnlineRetail) {
    const auto folder = test::shared_data("online-retail");
    if (!folder) GTEST_SKIP() << "no ../shared/data/online-retail";
    TestStore store;
    const auto result = import(store, *folder / "online_retail.csv.gz", "online-retail");
    EXPECT_EQ(result.rows, 541'909);
    EXPECT_EQ(result.rejected, 0);
    EXPECT_EQ(result.orders_added, 25'900);
    EXPECT_EQ(result.customers_added, 4'372);
    EXPECT_EQ(day_label(CalendarKind::gregorian, *result.first_day), "2010-12-01");
    EXPECT_EQ(day_label(CalendarKind::gregorian, *result.last_day), "2011-12-09");
}

TEST(SharedData, CdnowSample) {
    const auto folder = test::shared_data("cdnow-sample");
    if (!folder) GTEST_SKIP() << "no ../shared/data/cdnow-sample";
    TestStore store;
    const auto result = import(store, *folder / "CDNOW_sample.txt", "cdnow");
    EXPECT_EQ(result.rows, 6'919);
    EXPECT_EQ(result.rejected, 0);
    EXPECT_EQ(result.orders_added, 6'919);
    EXPECT_EQ(result.customers_added, 2'357);
}

TEST(SharedData, Grocery) {
    const auto folder = test::shared_data("grocery");
    if (!folder) GTEST_SKIP() << "no ../shared/data/grocery";
    TestStore store;
    const auto result = import(store, *folder / "grocery_elog.csv");
    EXPECT_EQ(result.rows, 10'483);
    EXPECT_EQ(result.rejected, 0);
    EXPECT_EQ(result.orders_added, 10'483);
    EXPECT_EQ(result.customers_added, 1'525);
    EXPECT_FALSE(result.median_order_minor);
}

}  // namespace
}  // namespace vafa::ingest

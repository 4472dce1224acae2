#include "ingest/presets.h"

#include <gtest/gtest.h>

#include "ingest/test_store.h"

namespace vafa::ingest {
namespace {

using test::must;

// The made-up exports of testdata/, through the whole import.
class Presets : public ::testing::Test {
protected:
    ImportResult import(const std::string& preset, const std::string& file,
                        const std::string& currency = {}) {
        auto request =
            store_.request({(test::source_dir() / "src/ingest/testdata" / file).string()});
        request.preset = preset;
        request.currency = currency;
        return must(import_orders(store_.deps(), request));
    }
    TestStore store_;
};

TEST_F(Presets, ShopifyFillsLaterRowsOfAnOrderFromItsFirst) {
    const auto result = import("shopify", "shopify.csv");
    EXPECT_EQ(result.rows, 4);
    EXPECT_EQ(result.rejected, 0);
    EXPECT_EQ(result.orders_added, 3);
    EXPECT_EQ(result.customers_added, 2);
    EXPECT_EQ(result.currency.code, "USD");
    // 1003 alone counts: 2 × 15.00 + 30.00 − 7.00.
    EXPECT_EQ(result.revenue_minor, 5300);
    const auto told = store_.told();
    EXPECT_NE(told.find("\"Teapot, \\\"large\\\"\""), std::string::npos) << told;
    EXPECT_NE(told.find("+12125551234"), std::string::npos) << told;
}

TEST_F(Presets, WooCommerceExportPlugInRepeatsOrderValuesOnEachLine) {
    const auto result = import("woocommerce", "woocommerce_advanced_export.csv", "IRT");
    EXPECT_EQ(result.orders_added, 3);
    EXPECT_EQ(result.customers_added, 2);
    EXPECT_EQ(result.currency.code, "IRR");
    // (2 × 300,000 + 4 × 100,000 − 100,000) + 300,000 toman; the unpaid order is out.
    EXPECT_EQ(result.revenue_minor, 12'000'000);
    EXPECT_EQ(result.largest_order_minor, 9'000'000);
}

TEST_F(Presets, WooCommerceAnalyticsKnowsCustomersByNameAndSaysSo) {
    const auto result = import("woocommerce", "woocommerce_analytics.csv", "EUR");
    EXPECT_EQ(result.orders_added, 3);
    EXPECT_EQ(result.customers_added, 2);
    EXPECT_EQ(result.revenue_minor, 150'000);
    EXPECT_TRUE(std::any_of(result.notes.begin(), result.notes.end(), [](const Note& note) {
        return note.key == "import.note_customer_name";
    }));
}

TEST_F(Presets, OnlineRetailCancelsCInvoicesAndIgnoresAdjustments) {
    const auto result = import("online-retail", "online_retail.csv");
    EXPECT_EQ(result.rows, 8);
    EXPECT_EQ(result.rejected, 0);
    EXPECT_EQ(result.orders_added, 7);
    EXPECT_EQ(result.customers_added, 3);
    EXPECT_EQ(result.anonymous_orders, 4);
    EXPECT_EQ(result.currency.code, "GBP");
    // 15.30 + 20.34, 90.00 and the anonymous 2.51.
    EXPECT_EQ(result.revenue_minor, 12'815);
}

TEST_F(Presets, CdnowHasWordsAndNoHeader) {
    const auto result = import("cdnow", "cdnow.txt");
    EXPECT_EQ(result.rows, 4);
    EXPECT_EQ(result.orders_added, 4);
    EXPECT_EQ(result.customers_added, 3);
    EXPECT_EQ(result.currency.code, "USD");
    EXPECT_EQ(result.revenue_minor, 2933 + 2973 + 6334);
}

}  // namespace
}  // namespace vafa::ingest

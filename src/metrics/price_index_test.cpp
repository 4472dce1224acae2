#include "metrics/price_index.h"

#include <gtest/gtest.h>

#include "metrics/test_store.h"

namespace vafa::metrics {
namespace {

using test::day;

const PriceIndex kIndex({{day("2024-03-01"), 2'000'000, "2024-03"},
                         {day("2024-01-01"), 1'000'000, "2024-01"},
                         {day("2024-02-01"), 1'500'000, "2024-02"}});

TEST(PriceIndex, BringsAmountsToTheLastMonth) {
    EXPECT_EQ(kIndex.base().label, "2024-03");
    EXPECT_EQ(kIndex.real(100, day("2024-01-31")), 200);
    EXPECT_EQ(kIndex.real(150, day("2024-02-01")), 200);
    EXPECT_EQ(kIndex.real(200, day("2024-03-15")), 200);
}

TEST(PriceIndex, RoundsHalfAwayFromZero) {
    // 1 × 2 / 1.5 = 1.33 …, 5 × 4 / 3 = 6.67.
    EXPECT_EQ(kIndex.real(1, day("2024-02-10")), 1);
    EXPECT_EQ(kIndex.real(5, day("2024-02-10")), 7);
    EXPECT_EQ(kIndex.real(-5, day("2024-02-10")), -7);
    const PriceIndex half({{day("2024-01-01"), 20'000, "a"}, {day("2024-02-01"), 10'000, "b"}});
    EXPECT_EQ(half.real(5, day("2024-01-01")), 3);
    EXPECT_EQ(half.real(-5, day("2024-01-01")), -3);
}

TEST(PriceIndex, HoldsItsEndsBeyondTheTable) {
    EXPECT_EQ(kIndex.real(100, day("2019-06-01")), 200);
    EXPECT_EQ(kIndex.real(100, day("2030-06-01")), 100);
}

TEST(PriceIndex, WithoutMonthsChangesNothing) {
    EXPECT_TRUE(PriceIndex().empty());
    EXPECT_EQ(PriceIndex().real(123, day("2024-01-01")), 123);
}

TEST(PriceIndex, ALaterEntryOfOneDayCounts) {
    const PriceIndex index({{0, 10'000, "a"}, {0, 20'000, "b"}, {40, 40'000, "c"}});
    EXPECT_EQ(index.months().size(), 2U);
    EXPECT_EQ(index.real(10, 5), 20);
}

// Orders in a store, asked in real terms: the same orders count, and their amounts are of one
// month.
TEST(PriceIndex, MakesEveryReportsMoneyReal) {
    const test::TestStore store(
        {{1, "2024-01-05", 100}, {1, "2024-02-05", 150}, {2, "2024-03-05", 200}});
    Options options;
    EXPECT_EQ(test::value_of(store.engine().summary(options)).revenue_minor, 450);
    options.prices = Prices::real;
    options.price_index = std::make_shared<const PriceIndex>(kIndex);
    const auto real = test::value_of(store.engine().summary(options));
    EXPECT_EQ(real.revenue_minor, 600);
    EXPECT_EQ(real.orders, 3);
}

}  // namespace
}  // namespace vafa::metrics

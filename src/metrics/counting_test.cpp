#include "metrics/counting.h"

#include <gtest/gtest.h>

#include "metrics/test_store.h"

namespace vafa::metrics {
namespace {

namespace flag = commerce::flag;
using commerce::OrderStatus;

bool counts(OrderStatus status, unsigned flags, const Options& options) {
    return counting_of(options, 0).counted[static_cast<std::uint8_t>(status) | flags] == 1;
}

TEST(Counting, TakesPaidFulfilledAndCompletedByDefault) {
    std::vector<OrderStatus> taken;
    for (unsigned status = 0; status < 8; ++status)
        if (counts(static_cast<OrderStatus>(status), 0, {}))
            taken.push_back(static_cast<OrderStatus>(status));
    EXPECT_EQ(taken,
              (std::vector{OrderStatus::paid, OrderStatus::fulfilled, OrderStatus::completed}));
}

TEST(Counting, EachSwitchLetsItsOwnKindIn) {
    Options options;
    options.include_cancelled = true;
    EXPECT_TRUE(counts(OrderStatus::cancelled, 0, options));
    EXPECT_FALSE(counts(OrderStatus::refunded, 0, options));
    options.include_refunded = true;
    EXPECT_TRUE(counts(OrderStatus::refunded, 0, options));
    EXPECT_FALSE(counts(OrderStatus::failed, 0, options));
    options.include_unpaid = true;
    EXPECT_TRUE(counts(OrderStatus::failed, 0, options));
    EXPECT_TRUE(counts(OrderStatus::pending, 0, options));
    EXPECT_FALSE(counts(OrderStatus::deleted, 0, options));
}

TEST(Counting, ZeroValueAndTestsNeedTheirSwitchesWhateverTheStatus) {
    Options options;
    EXPECT_FALSE(counts(OrderStatus::paid, flag::kZeroValue, options));
    EXPECT_FALSE(counts(OrderStatus::paid, flag::kTest, options));
    options.include_zero_value = true;
    EXPECT_TRUE(counts(OrderStatus::paid, flag::kZeroValue, options));
    EXPECT_FALSE(counts(OrderStatus::paid, flag::kZeroValue | flag::kTest, options));
    options.include_test = true;
    EXPECT_TRUE(counts(OrderStatus::paid, flag::kZeroValue | flag::kTest, options));
}

TEST(Counting, UnknownAmountsAndDiscountsCount) {
    EXPECT_TRUE(counts(OrderStatus::paid, flag::kUnknownAmount, {}));
    EXPECT_TRUE(counts(OrderStatus::paid, flag::kDiscounted | flag::kDayPrecision, {}));
}

TEST(Average, RoundsHalfAwayFromZero) {
    EXPECT_EQ(average_of(1, 3), Average{3333});
    EXPECT_EQ(average_of(2, 3), Average{6667});
    EXPECT_EQ(average_of(-2, 3), Average{-6667});
    EXPECT_EQ(average_of(1, 20'000), Average{1});  // 0.00005
    EXPECT_EQ(average_of(-1, 20'000), Average{-1});
    EXPECT_EQ(average_of(1, 20'001), Average{0});
    EXPECT_EQ(average_of(5, 0), std::nullopt);
}

TEST(Between, KeepsPurchasesOfTheRange) {
    const std::vector<Purchase> purchases = {{1, 0, 1, 10}, {2, 1, 1, 20}, {3, 2, 1, 30}};
    EXPECT_EQ(between(purchases, 11, 30).size(), 2U);
    EXPECT_EQ(between(purchases, 11, 29).front().revenue, 2);
    EXPECT_TRUE(between(purchases, 21, 29).empty());
}

}  // namespace
}  // namespace vafa::metrics

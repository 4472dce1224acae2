#include <gtest/gtest.h>

#include "commerce/types.h"

namespace vafa::commerce {
namespace {

OrderFact order_of(OrderAmounts amounts) {
    OrderFact order;
    order.amounts = amounts;
    return order;
}

OrderStatus status_in(std::uint8_t flags) {
    return static_cast<OrderStatus>(flags & flag::kStatusMask);
}

TEST(NetRevenue, IsGoodsLessDiscountLessRefundWhenGoodsAreKnown) {
    EXPECT_EQ(net_revenue_minor(
                  {.goods = 1000, .discount = 100, .shipping = 50, .total = 950, .refund = 200}),
              700);
    EXPECT_EQ(net_revenue_minor({.goods = 1000, .total = 1090}), 1000);
}

TEST(NetRevenue, FallsBackToTotalAndIsUnknownWithoutEither) {
    EXPECT_EQ(net_revenue_minor({.discount = 5, .total = 950, .refund = 50}), 900);
    EXPECT_EQ(net_revenue_minor({.shipping = 50, .refund = 10}), std::nullopt);
}

TEST(TotalRevenue, IsTotalLessRefundAndNeverGuessedFromGoods) {
    EXPECT_EQ(total_revenue_minor({.goods = 900, .total = 1000, .refund = 1}), 999);
    EXPECT_EQ(total_revenue_minor({.goods = 900}), std::nullopt);
}

TEST(OrderFlags, CallARefundOfTheTotalRefunded) {
    OrderFact order = order_of({.goods = 900, .total = 1000, .refund = 999});
    EXPECT_EQ(status_in(order_flags(order)), OrderStatus::completed);
    order.amounts.refund = 1000;
    EXPECT_EQ(status_in(order_flags(order)), OrderStatus::refunded);
    order.status = OrderStatus::cancelled;
    EXPECT_EQ(status_in(order_flags(order)), OrderStatus::cancelled);
}

TEST(OrderFlags, DoNotCallAnOrderWorthNothingRefunded) {
    const std::uint8_t flags = order_flags(order_of({.total = 0}));
    EXPECT_EQ(status_in(flags), OrderStatus::completed);
    EXPECT_TRUE(flags & flag::kZeroValue);
}

TEST(OrderFlags, TellWorthNothingFromUnknown) {
    EXPECT_EQ(order_flags(order_of({})) & (flag::kZeroValue | flag::kUnknownAmount),
              flag::kUnknownAmount);
    EXPECT_EQ(order_flags(order_of({.goods = 0})) & (flag::kZeroValue | flag::kUnknownAmount),
              flag::kZeroValue);
    EXPECT_TRUE(order_flags(order_of({.goods = 700, .discount = 700, .total = 0})) &
                flag::kZeroValue);
    EXPECT_FALSE(order_flags(order_of({.total = 10, .refund = 10})) & flag::kZeroValue);
}

TEST(OrderFlags, FindADiscountOnTheOrderOrOnALine) {
    EXPECT_FALSE(order_flags(order_of({.goods = 10, .discount = 0})) & flag::kDiscounted);
    EXPECT_TRUE(order_flags(order_of({.goods = 10, .discount = 1})) & flag::kDiscounted);
    OrderFact order = order_of({.goods = 10});
    order.lines.resize(2);
    order.lines[1].discount_minor = 3;
    EXPECT_TRUE(order_flags(order) & flag::kDiscounted);
}

TEST(OrderFlags, CarryTestAndDayPrecision) {
    OrderFact order = order_of({.goods = 10});
    EXPECT_EQ(order_flags(order), static_cast<std::uint8_t>(OrderStatus::completed));
    order.test = true;
    order.day_precision = true;
    EXPECT_EQ(order_flags(order) & (flag::kTest | flag::kDayPrecision),
              flag::kTest | flag::kDayPrecision);
}

}  // namespace
}  // namespace vafa::commerce

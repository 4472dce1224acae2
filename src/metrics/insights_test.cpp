// Kinds, claims, stage, products, seasons, order values and simple CLV on stores small enough to
// count by hand.
#include <gtest/gtest.h>

#include "metrics/customer_kind.h"
#include "metrics/retention_rate.h"
#include "metrics/test_store.h"

namespace vafa::metrics {
namespace {

using test::kCompleted;
using test::TestOrder;
using test::TestStore;
using test::value_of;

constexpr auto kDiscounted = static_cast<std::uint8_t>(kCompleted | commerce::flag::kDiscounted);

CustomerKind kind_of(const std::vector<KindPurchase>& purchases, Day day,
                     const RiskLimits& limits = {}) {
    return customer_kind(purchases, day, {}, limits);
}

TEST(CustomerKind, LoyalIsOftenInRhythmAndAtFullPrice) {
    const std::vector<KindPurchase> thrice = {{0, 1, 0, 1}, {30, 1, 1, 2}, {60, 1, 0, 3}};
    EXPECT_EQ(kind_of(thrice, 70), CustomerKind::loyal);
    const RiskLimits limits = {20.0, 20.0, 20.0, 20.0};
    EXPECT_EQ(kind_of(thrice, 80, limits), CustomerKind::loyal);
    EXPECT_EQ(kind_of(thrice, 81, limits), CustomerKind::too_few);
}

TEST(CustomerKind, DiscountBuysMostlyWithDiscount) {
    EXPECT_EQ(kind_of({{0, 1, 1, 1}, {30, 1, 1, 2}, {60, 1, 1, 3}}, 70), CustomerKind::discount);
    EXPECT_EQ(kind_of({{0, 5, 3, 1}}, 70), CustomerKind::discount);
    EXPECT_EQ(kind_of({{0, 2, 1, 1}}, 70), CustomerKind::too_few);
}

TEST(CustomerKind, NeedBasedBuysOneCategorySteadily) {
    const RiskLimits limits = {1.0, 1.0, 1.0, 1.0};
    EXPECT_EQ(kind_of({{0, 1, 0, 9}, {30, 1, 0, 9}, {62, 1, 0, 9}}, 200, limits),
              CustomerKind::need_based);
    EXPECT_EQ(kind_of({{0, 1, 0, 9}, {2, 1, 0, 9}, {99, 1, 0, 9}}, 200, limits),
              CustomerKind::too_few);
}

TEST(CustomerKind, WanderingBuysManyCategoriesAtRandomTimes) {
    const RiskLimits limits = {1.0, 1.0, 1.0, 1.0};
    EXPECT_EQ(kind_of({{0, 1, 0, 7}, {2, 1, 0, 8}, {99, 1, 0, 9}}, 200, limits),
              CustomerKind::wandering);
    EXPECT_EQ(kind_of({{0, 1, 0, 7}, {50, 1, 0, 8}, {99, 1, 0, 9}}, 200, limits),
              CustomerKind::too_few);
}

TEST(Kinds, SharesAndMoves) {
    const TestStore store({
        {1, "2024-01-10", 3000},
        {1, "2024-02-10", 3000},
        {1, "2024-03-10", 3000},  // loyal since
        {2, "2024-01-15", 500, kDiscounted},
        {3, "2024-03-20", 500},
    });
    const Kinds found = value_of(store.engine().kinds({}));
    ASSERT_EQ(found.kinds.size(), kCustomerKinds);
    const auto& loyal = found.kinds[0];
    EXPECT_EQ(loyal.customers, 1);
    EXPECT_EQ(loyal.revenue_minor, 9000);
    EXPECT_EQ(loyal.revenue_share, 0.9);
    // By 2024-02-20, a month before E, two purchases said too little.
    EXPECT_EQ(loyal.moves, (std::array<std::int64_t, 6>{0, 0, 0, 0, 1, 0}));
    EXPECT_EQ(found.kinds[1].moves, (std::array<std::int64_t, 6>{0, 1, 0, 0, 0, 0}));
    EXPECT_EQ(found.kinds[4].moves, (std::array<std::int64_t, 6>{0, 0, 0, 0, 0, 1}));
    EXPECT_EQ(found.store_discounted_share, 0.2);
    EXPECT_DOUBLE_EQ(*found.loyal_share.customers_share, 1.0 / 3);
    EXPECT_DOUBLE_EQ(*found.loyal_share.customers_for_half_of_revenue, 1.0 / 3);
    EXPECT_EQ(found.risk_after_days[0], std::nullopt);
    EXPECT_DOUBLE_EQ(*found.risk_after_days[1], 30.8);  // of the gaps 29 and 31
}

TEST(Claims, AreSilentBelowThirtyCustomers) {
    const TestStore store({{1, "2024-01-10", 3000}, {1, "2024-02-10", 3000}});
    for (const auto& claim : value_of(store.engine().claims({})).claims) {
        EXPECT_EQ(claim.own, std::nullopt);
        EXPECT_FALSE(claim.needs.empty());
    }
}

TEST(Claims, HoldTheStoresNumberInItsInterval) {
    std::vector<TestOrder> orders;
    for (std::int64_t customer = 1; customer <= 40; ++customer) {
        orders.push_back({customer, "2024-01-10", 1000});
        if (customer % 2 == 0) orders.push_back({customer, "2024-02-10", 1500});
        if (customer % 8 == 0) orders.push_back({customer, "2024-03-10", 50'000});
    }
    const TestStore store(orders);
    const auto claims = value_of(store.engine().claims({})).claims;
    ASSERT_EQ(claims.size(), 5U);
    EXPECT_DOUBLE_EQ(*claims[0].own, (20 * 1500 + 5 * 50'000.0) / (40'000 + 30'000 + 250'000));
    EXPECT_EQ(claims[1].needs, "metrics.claims.needs_tracking");
    EXPECT_DOUBLE_EQ(*claims[3].own, (5 * 52'500 + 3 * 2'500.0) / 320'000);
    for (const std::size_t i : {0U, 3U}) {
        EXPECT_LT(*claims[i].low, *claims[i].own);
        EXPECT_GT(*claims[i].high, *claims[i].own);
    }
    EXPECT_EQ(claims[4].own, std::nullopt);  // twenty customers with a second purchase
}

TEST(Stage, FollowsOrdersADay) {
    std::vector<TestOrder> orders(27, {1, "2024-03-10", 100});
    EXPECT_EQ(value_of(TestStore(orders).engine().stage({})).stage, StageName::first_sales);
    orders.push_back({0, "2024-02-12", 100});  // 28 days up to E, its first day included
    EXPECT_EQ(value_of(TestStore(orders).engine().stage({})).stage, StageName::acquisition);
    orders.back().at = "2024-02-11";
    EXPECT_EQ(value_of(TestStore(orders).engine().stage({})).orders, 27);
    orders.assign(280, {1, "2024-03-10", 100});
    EXPECT_EQ(value_of(TestStore(orders).engine().stage({})).stage, StageName::retention);
}

TEST(Products, FollowWhoBeganWithThem) {
    const TestStore store({
        {1, "2023-01-01", 100, kCompleted, {{"product", "tea"}}},
        {1, "2023-01-11", 200, kCompleted, {{"product", "cup"}}},
        {1, "2024-01-02", 400, kCompleted, {{"product", "cup"}}},  // day 366
        {2, "2023-06-01", 100, kCompleted, {{"product", "tea"}}},
        {3, "2023-06-01", 100, kCompleted, {{"product", "cup"}}},
        {4, "2023-06-01", 100},
    });
    Options options;
    options.as_of = test::day("2024-02-01");
    const auto products = value_of(store.engine().products(options)).products;
    ASSERT_EQ(products.size(), 2U);
    EXPECT_EQ(products[0].value, "tea");
    EXPECT_EQ(products[0].customers, 2);
    EXPECT_EQ(products[0].repeat_purchase_rate, 0.5);
    EXPECT_EQ(products[0].year_customers, 1);
    EXPECT_EQ(products[0].value_after_year_minor, Average{3'000'000});
    EXPECT_EQ(products[0].next, (std::vector<NextProduct>{{"cup", 1, 10.0}}));
    EXPECT_EQ(products[1].value, "cup");
    EXPECT_TRUE(value_of(store.engine().products(options)).categories.empty());
}

TEST(Seasons, StandBesideTheYearBefore) {
    const TestStore store({
        {1, "2023-03-05", 1000},
        {2, "2023-03-06", 1000},
        {1, "2023-04-01", 100},
        {1, "2023-05-01", 100},
        {1, "2024-03-05", 500},
        {3, "2024-03-31", 500},
    });
    const Seasons found = value_of(store.engine().seasons({}));
    ASSERT_EQ(found.periods.size(), 13U);
    const SeasonFigures& march = found.periods.back();
    EXPECT_EQ(march.year_ago, found.periods.front().period);
    EXPECT_EQ(march.year_ago_revenue_minor, 2000);
    EXPECT_EQ(march.change, -0.5);
    EXPECT_TRUE(march.slump);
    EXPECT_EQ(march.loyal_customers, 1);  // three purchases before March 2024
    EXPECT_EQ(found.loyal_share_in_slumps, 0.5);
    EXPECT_EQ(found.loyal_share_elsewhere, std::nullopt);
    EXPECT_EQ(found.periods.front().year_ago_revenue_minor, std::nullopt);
}

TEST(Seasons, AlignPersianMonthsOnNowruz) {
    Options options;
    options.rules.calendar = CalendarKind::persian;
    const TestStore store({{1, "2023-03-21", 1000}, {1, "2024-03-20", 700}});
    const Seasons found = value_of(store.engine().seasons(options));
    EXPECT_EQ(period_label(options.rules, options.by, found.periods.back().period), "1403-01");
    EXPECT_EQ(found.periods.back().year_ago_revenue_minor, 1000);
}

TEST(OrderValues, CountTheOrdinalOnAllHistory) {
    const TestStore store({{1, "2024-01-01", 100}, {1, "2024-02-01", 300}, {2, "2024-02-01", 50}});
    Options options;
    options.from = test::day("2024-02-01");
    const auto ordinals = value_of(store.engine().order_values(options)).ordinals;
    ASSERT_EQ(ordinals.size(), 2U);
    EXPECT_EQ(ordinals[0], (OrderValue{1, 1, 50, Average{500'000}}));
    EXPECT_EQ(ordinals[1], (OrderValue{2, 1, 300, Average{3'000'000}}));
}

TEST(ClvSimple, MultipliesValueFrequencyAndLifetime) {
    // Active on 2023-06-30: both; a year later: customer 1 alone.
    const TestStore store({{1, "2022-07-10", 100},
                           {2, "2022-07-10", 100},
                           {1, "2023-08-01", 300},
                           {1, "2024-01-01", 500},
                           {0, "2024-06-30", 1}});
    Options options;
    options.margin = 0.25;
    options.as_of = test::day("2023-07-20");
    EXPECT_EQ(value_of(store.engine().clv_simple(options)).clv_minor, std::nullopt);
    options.as_of.reset();
    const ClvSimple found = value_of(store.engine().clv_simple(options));
    EXPECT_EQ(found.average_order_value_minor, Average{4'000'000});
    EXPECT_EQ(found.purchases_per_year, 2.0);
    EXPECT_EQ(found.yearly_churn_rate, 0.5);
    EXPECT_EQ(found.lifetime_years, 2.0);
    EXPECT_FALSE(found.lifetime_capped);
    EXPECT_EQ(found.clv_minor, Average{4'000'000});  // 400 × 2 × 2 × 0.25
}

TEST(MonthsBefore, FallsToTheShorterMonthsEnd) {
    EXPECT_EQ(months_before(CalendarKind::gregorian, test::day("2024-03-31"), 1),
              test::day("2024-02-29"));
    EXPECT_EQ(months_before(CalendarKind::gregorian, test::day("2024-02-29"), 12),
              test::day("2023-02-28"));
    EXPECT_EQ(months_before(CalendarKind::gregorian, test::day("2024-01-15"), 1),
              test::day("2023-12-15"));
}

}  // namespace
}  // namespace vafa::metrics

#include "app/demo/generate.h"

#include <gtest/gtest.h>
#include <map>
#include <set>

#include "app/demo/seasons.h"

namespace {

using namespace vafa;
using commerce::OrderFact;

constexpr Day kLastDay = 20454;  // 2026-01-01

std::vector<OrderFact> store(demo::DemoOptions options) {
    options.last_day = kLastDay;
    std::vector<OrderFact> orders;
    EXPECT_TRUE(demo::generate(options, TimeZone(), ShopId{1}, [&](OrderFact order) {
                    orders.push_back(std::move(order));
                    return Result<void>{};
                }).has_value());
    return orders;
}

std::string outline(const std::vector<OrderFact>& orders) {
    std::string text;
    for (const auto& order : orders) {
        text += order.key + " " + std::to_string(order.ordered_at) + " " +
                std::to_string(order.amounts.total.value_or(-1)) + "\n";
    }
    return text;
}

TEST(Demo, SameSeedGivesTheSameStore) {
    EXPECT_EQ(outline(store({.customers = 200})), outline(store({.customers = 200})));
    EXPECT_NE(outline(store({.customers = 200})), outline(store({.customers = 200, .seed = 2})));
}

TEST(Demo, MoreCustomersLeaveTheFirstOnesAsTheyWere) {
    const std::string small = outline(store({.customers = 50}));
    EXPECT_TRUE(outline(store({.customers = 90})).starts_with(small));
}

TEST(Demo, KeysAreUniqueAndOrdersLieInTheRange) {
    for (const auto market : {demo::Market::iran, demo::Market::russia, demo::Market::europe}) {
        std::set<std::string> keys;
        for (const auto& order : store({.customers = 500, .market = market})) {
            EXPECT_TRUE(keys.insert(order.key).second) << order.key;
            const auto day = static_cast<Day>(order.ordered_at / kMsPerDay);
            EXPECT_LE(day, kLastDay);
            EXPECT_GT(day, kLastDay - 1101);
            EXPECT_FALSE(order.lines.empty());
            std::int64_t goods = 0;
            for (const auto& line : order.lines) goods += *line.amount_minor;
            EXPECT_EQ(goods, *order.amounts.goods);
        }
    }
}

TEST(Demo, BlackFridayAndNowruzSellMore) {
    std::map<Day, int> orders_on;
    for (const auto& order : store({.customers = 8000})) {
        ++orders_on[static_cast<Day>(order.ordered_at / kMsPerDay)];
    }
    const auto total = [&](Day from, int days) {
        int sum = 0;
        for (Day d = from; d < from + days; ++d) sum += orders_on[d];
        return sum;
    };
    const Day friday = *from_date(CalendarKind::gregorian, {2025, 11, 28});
    EXPECT_GT(total(friday - 3, 7), 1.4 * total(friday - 24, 7));
    const Day nowruz = *from_date(CalendarKind::persian, {1404, 1, 1});
    EXPECT_GT(demo::season_factor(demo::Market::iran, nowruz - 3), 2.0);
    EXPECT_LT(demo::season_factor(demo::Market::iran, nowruz + 2), 0.5);
}

TEST(Demo, PlainStoreHasTheExpectedPurchasesOfItsModel) {
    // Pareto/NBD, mean repeat purchases by age t of a customer: r β / (α (s − 1)) (1 − (β / (β +
    // t))^(s − 1)).
    const demo::DemoOptions options{.customers = 8000, .last_day = kLastDay, .plain = true};
    const auto orders = store(options);
    const auto model = demo::plain_parameters(options.market);
    double expected = 0;
    std::map<std::string, TimeMs> first;
    for (const auto& order : orders) first.emplace(order.customer->value, order.ordered_at);
    for (const auto& [who, at] : first) {
        const double age = kLastDay + 1 - static_cast<double>(at) / kMsPerDay;
        expected += model.r * model.beta_days / (model.alpha_days * (model.s - 1)) *
                    (1 - std::pow(model.beta_days / (model.beta_days + age), model.s - 1));
    }
    const double repeats = static_cast<double>(orders.size() - first.size());
    EXPECT_NEAR(repeats / expected, 1.0, 0.05);
}

TEST(Demo, RefusesAStoreThatIsTooLarge) {
    const auto refused = demo::generate({.customers = demo::kMaxCustomers + 1}, TimeZone(),
                                        ShopId{1}, [](OrderFact) { return Result<void>{}; });
    EXPECT_EQ(refused.error().field, "--customers");
}

}  // namespace

#include "ingest/unit_check.h"

#include <cmath>
#include <gtest/gtest.h>

#include "base/rng.h"

namespace vafa::ingest {
namespace {

// An ordinary store: prices of a few hundred products, baskets of chance, inflation by the year.
struct Shop {
    std::uint64_t seed = 1;
    int products = 200;
    double yearly_inflation = 0.4;
    double spread = 0.9;  // of the logarithm of prices
    bool names_products = true;
};

// Orders numbered from `first_number`, over the days from `from` to `to`; amounts in rials divided
// by `unit`.
std::vector<UnitOrder> orders_of(const Shop& shop, Rng& rng, int count, int first_number, Day from,
                                 Day to, std::int64_t unit = 1) {
    UnitSample sample;
    for (int i = 0; i < count; ++i) {
        const auto span = static_cast<std::uint64_t>(to - from + 1);
        const Day day = from + static_cast<Day>(rng.below(span));
        const double level = std::pow(1 + shop.yearly_inflation, day / 365.0);
        const auto key = std::to_string(first_number + i);
        for (std::uint64_t line = 0, lines = 1 + rng.below(4); line < lines; ++line) {
            const auto product = rng.below(static_cast<std::uint64_t>(shop.products));
            Rng price(shop.seed * 1000 + product);
            const double base = 900'000 * price.lognormal(0, shop.spread);
            const auto rials = static_cast<std::int64_t>(base * level / 10'000) * 10'000 + 10'000;
            const std::string name = "p" + std::to_string(product);
            sample.add({.key = key,
                        .day = day,
                        .total = {},
                        .amount = rials / unit * static_cast<std::int64_t>(1 + rng.below(3)),
                        .product = shop.names_products ? name : std::string_view(),
                        .unit_price = rials / unit});
        }
    }
    return sample.orders();
}

constexpr Day kYear = 365;
constexpr std::uint64_t kSeeds = 60;  // 400 were tried, too

TEST(UnitCheck, OrdinaryStoresRaiseNoAlarm) {
    int alarms = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        Rng rng(seed);
        const Shop shop{.seed = seed,
                        .products = 20 + static_cast<int>(rng.below(400)),
                        .yearly_inflation = rng.uniform() * 0.6,
                        .spread = 0.3 + rng.uniform() * 1.2,
                        .names_products = rng.below(2) == 0};
        const Day end = 5 * kYear;
        const auto cut = static_cast<Day>(rng.below(static_cast<std::uint64_t>(end)));
        const int before = 30 + static_cast<int>(rng.below(3000));
        const int after = 30 + static_cast<int>(rng.below(600));
        const auto old = orders_of(shop, rng, before, 0, 0, cut);
        const auto fresh = orders_of(shop, rng, after, before, cut + 1, end);
        alarms += find_factor_ten(fresh, old) ? 1 : 0;
        alarms += find_factor_ten(old, fresh) ? 1 : 0;
    }
    EXPECT_EQ(alarms, 0) << "of " << 2 * kSeeds;
}

TEST(UnitCheck, FiveYearsOfStrongInflationAreNoFactorOfTen) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Rng rng(seed);
        const Shop shop{.seed = seed, .names_products = seed % 2 == 0};
        const auto old = orders_of(shop, rng, 500, 0, 0, kYear);
        const auto fresh = orders_of(shop, rng, 500, 500, 5 * kYear, 6 * kYear);
        const auto ancient = orders_of(shop, rng, 500, 5000, -2 * kYear, -kYear);
        EXPECT_FALSE(find_factor_ten(fresh, old)) << seed;
        EXPECT_FALSE(find_factor_ten(fresh, ancient)) << seed;
    }
}

TEST(UnitCheck, AFileInTomanAmongRialsIsNoticed) {
    int noticed = 0;
    int toward = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Rng rng(seed);
        const Shop shop{.seed = seed, .names_products = seed % 2 == 0};
        const auto old = orders_of(shop, rng, 1500, 0, 0, 3 * kYear);
        const auto fresh = orders_of(shop, rng, 300, 1500, 3 * kYear, 3 * kYear + 90, 10);
        const auto found = find_factor_ten(fresh, old);
        noticed += found ? 1 : 0;
        toward += found && !found->ours_is_greater ? 1 : 0;
        const auto other_way = find_factor_ten(old, fresh);
        noticed += other_way && other_way->ours_is_greater ? 1 : 0;
    }
    EXPECT_GE(noticed, 38) << "of 40";
    EXPECT_GE(toward, 19);
}

// A fifth of a year's orders on one day, each at a third of the price: both files have the day.
TEST(UnitCheck, ADayOfManySmallOrdersHidesNoToman) {
    const auto year = [](int first_number, std::int64_t unit) {
        Rng rng(static_cast<std::uint64_t>(first_number));
        UnitSample sample;
        for (int i = 0; i < 360; ++i) {
            const bool small = i >= 300;
            const auto amount = static_cast<std::int64_t>(small ? 200 : 100 + rng.below(800));
            sample.add({.key = std::to_string(first_number + i),
                        .day = 19'802 + (small ? 33 : static_cast<Day>(rng.below(kYear))),
                        .total = amount * 10'000 / unit,
                        .amount = {},
                        .product = {},
                        .unit_price = {}});
        }
        return sample.orders();
    };
    const auto found = find_factor_ten(year(5000, 10), year(1, 1));
    ASSERT_TRUE(found.has_value());
    EXPECT_FALSE(found->ours_is_greater);
}

std::vector<UnitOrder> numbered(int count, std::int64_t factor) {
    std::vector<UnitOrder> orders;
    for (int i = 0; i < count; ++i) {
        orders.push_back({.key = std::to_string(i), .day = 100, .amount = (i + 7) * 1000 * factor});
    }
    return orders;
}

TEST(UnitCheck, AFewOrdersThatBothHaveAreEnough) {
    const auto found = find_factor_ten(numbered(4, 10), numbered(4, 1));
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->ours_is_greater);
    EXPECT_EQ(found->our_median, found->their_median * 10);
    EXPECT_FALSE(find_factor_ten(numbered(4, 2), numbered(4, 1)));
    EXPECT_FALSE(find_factor_ten(numbered(2, 10), numbered(2, 1))) << "two may be chance";
}

TEST(UnitCheck, OrdersThatAgreeSilenceEverythingElse) {
    auto ours = numbered(20, 1);
    const auto theirs = ours;
    for (int i = 0; i < 100; ++i) {
        ours.push_back({.key = "x" + std::to_string(i), .day = 100, .amount = 200'000});
    }
    EXPECT_FALSE(find_factor_ten(ours, theirs));
}

TEST(UnitCheck, TheSampleKeepsTheSameOrdersOfDifferentSources) {
    UnitSample first, second;
    for (int i = 0; i < 50'000; ++i) {
        const auto key = std::to_string(i);
        first.add(
            {.key = key, .day = 1, .total = 10, .amount = {}, .product = {}, .unit_price = {}});
        if (i % 2 == 0) {
            second.add({.key = key,
                        .day = 1,
                        .total = 100,
                        .amount = {},
                        .product = {},
                        .unit_price = {}});
        }
    }
    EXPECT_EQ(first.orders().size(), kUnitSampleOrders);
    const auto found = find_factor_ten(second.orders(), first.orders());
    EXPECT_TRUE(found && found->ours_is_greater);
}

}  // namespace
}  // namespace vafa::ingest

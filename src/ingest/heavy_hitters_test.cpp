#include "ingest/heavy_hitters.h"

#include <gtest/gtest.h>
#include <string>

#include "base/hash.h"

namespace vafa::ingest {
namespace {

TEST(HeavyHitters, FindsTheOneInTenAmongAMillionOthers) {
    HeavyHitters hitters;
    std::int64_t of_one = 0;
    for (std::size_t i = 0; i < 1'000'000; ++i) {
        const bool one = i % 10 == 3;
        of_one += one ? 1 : 0;
        const std::string value = one ? "walk-in" : "customer " + std::to_string(i);
        hitters.add(hash64(value), value, i % 50);
    }
    const auto found = hitters.at_least(100'000);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].shown, "walk-in");
    EXPECT_EQ(found[0].count, of_one);
    EXPECT_EQ(found[0].companions, HeavyHitters::kCompanions);
}

TEST(HeavyHitters, CountsFewValuesExactlyAndSortsThem) {
    HeavyHitters hitters;
    for (int i = 0; i < 30; ++i) hitters.add(1, "a", 7);
    for (int i = 0; i < 50; ++i) hitters.add(2, "b", 0);
    for (int i = 0; i < 9; ++i) hitters.add(3, "c", 0);
    const auto found = hitters.at_least(10);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].shown, "b");
    EXPECT_EQ(found[0].count, 50);
    EXPECT_EQ(found[1].count, 30);
    EXPECT_EQ(found[1].companions, 1U);
}

TEST(HeavyHitters, NothingIsHeavyWhereAllAreAlike) {
    HeavyHitters hitters;
    for (std::size_t i = 0; i < 200'000; ++i) hitters.add(mix64(i + 1), "x", 0);
    EXPECT_TRUE(hitters.at_least(20'000).empty());
}

}  // namespace
}  // namespace vafa::ingest

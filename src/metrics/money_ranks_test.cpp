#include "metrics/money_ranks.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <limits>

#include "base/rng.h"

namespace vafa::metrics {
namespace {

std::int64_t any_amount(Rng& rng) {
    const auto bits = static_cast<std::int64_t>(rng.next() >> rng.below(64));
    return rng.chance(0.3) ? -bits : bits;
}

TEST(MoneyRanks, KeysSortAsTheAmountsDo) {
    Rng rng(1);
    std::vector<std::int64_t> amounts = {std::numeric_limits<std::int64_t>::min(), -1, 0, 1,
                                         std::numeric_limits<std::int64_t>::max()};
    for (std::int64_t near = 1; near > 0 && near < (1LL << 61); near *= 2)
        amounts.insert(amounts.end(), {near - 1, near, near + 1, -near, -near - 1, -near + 1});
    for (int i = 0; i < 20'000; ++i) amounts.push_back(any_amount(rng));
    std::sort(amounts.begin(), amounts.end());
    for (std::size_t i = 1; i < amounts.size(); ++i)
        ASSERT_LE(MoneyRanks::key_of(amounts[i - 1]), MoneyRanks::key_of(amounts[i]));
    EXPECT_NE(MoneyRanks::key_of(-1), MoneyRanks::key_of(0));
    EXPECT_NE(MoneyRanks::key_of(1000), MoneyRanks::key_of(1001));
    EXPECT_NE(MoneyRanks::key_of(1'000'000), MoneyRanks::key_of(1'002'000));
}

TEST(MoneyRanks, FindTheAmountsThatSortingFinds) {
    Rng rng(2);
    for (int round = 0; round < 60; ++round) {
        std::vector<std::int64_t> amounts;
        const std::uint64_t size = 1 + rng.below(3000);
        const bool narrow = rng.chance(0.5);
        for (std::uint64_t i = 0; i < size; ++i)
            amounts.push_back(narrow ? 5'000'000 + rng.between(0, 900) : any_amount(rng));
        MoneyRanks first, second;
        for (std::size_t i = 0; i < amounts.size(); ++i)
            (i % 3 == 0 ? first : second).add(amounts[i]);
        first.add(second);
        std::vector<std::int64_t> ranks, expected;
        for (int i = 0; i < 8; ++i)
            ranks.push_back(static_cast<std::int64_t>(rng.below(amounts.size())));
        std::vector<std::int64_t> sorted = amounts;
        std::sort(sorted.begin(), sorted.end());
        for (const auto rank : ranks) expected.push_back(sorted[static_cast<std::size_t>(rank)]);
        EXPECT_EQ(first.at(ranks,
                           [&](const auto& take) {
                               for (auto a : amounts) take(a);
                           }),
                  expected);
    }
}

}  // namespace
}  // namespace vafa::metrics

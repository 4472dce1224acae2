#include <algorithm>
#include <gtest/gtest.h>

#include "base/rng.h"
#include "metrics/concentration.h"
#include "metrics/histogram.h"
#include "metrics/rfm_groups.h"
#include "metrics/sorting.h"
#include "metrics/window_masks.h"

namespace vafa::metrics {
namespace {

TEST(RadixSort, SortsWhatComparingSorts) {
    Rng rng(3);
    for (const std::int64_t range : {std::int64_t{1}, std::int64_t{3000}, std::int64_t{1} << 40}) {
        std::vector<std::int64_t> values;
        for (int i = 0; i < 6000; ++i) values.push_back(rng.between(-range, range));
        auto expected = values;
        std::sort(expected.begin(), expected.end());
        radix_sort(values);
        EXPECT_EQ(values, expected);
    }
}

TEST(RadixSort, KeepsTheExtremesOfTheType) {
    std::vector<std::int64_t> values(5000, 7);
    values[10] = std::numeric_limits<std::int64_t>::max();
    values[4000] = std::numeric_limits<std::int64_t>::min();
    radix_sort(values);
    EXPECT_EQ(values.front(), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(values.back(), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(values[1], 7);
}

TEST(Histogram, MedianOfAnEvenNumberIsBetween) {
    Histogram histogram;
    EXPECT_EQ(histogram.median(), std::nullopt);
    for (const int value : {1, 29, 30, 500}) histogram.add(value);
    EXPECT_EQ(histogram.median(), 29.5);
    histogram.add(400);
    EXPECT_EQ(histogram.median(), 30);
}

TEST(Histogram, QuantilesInterpolate) {
    Histogram histogram;
    for (const int value : {10, 20, 30, 40, 50}) histogram.add(value);
    EXPECT_DOUBLE_EQ(*histogram.quantile(0.9), 46);
    EXPECT_DOUBLE_EQ(*histogram.quantile(0), 10);
    EXPECT_DOUBLE_EQ(*histogram.quantile(1), 50);
}

TEST(Concentration, OfEqualsIsEven) {
    const auto found = concentration_of({5, 5, 5, 5, 5, 5, 5, 5, 5, 5});
    EXPECT_EQ(found.top_10_percent_share, 0.1);
    EXPECT_EQ(found.top_20_percent_share, 0.2);
    EXPECT_EQ(found.gini, 0);
}

TEST(Concentration, TopIsRoundedUpToWholeCustomers) {
    EXPECT_EQ(revenue_of_top({1, 2, 3, 10}, 2), 10);
    EXPECT_EQ(revenue_of_top({1, 1, 1, 1, 1, 9}, 2), 10);
    EXPECT_EQ(concentration_of({0, 0, 0, 8}).gini, 0.75);
    EXPECT_EQ(concentration_of({-3, 1}).gini, std::nullopt);
}

TEST(Concentration, FewestCustomersWithHalfOfRevenue) {
    EXPECT_EQ(customers_for_half({1, 1, 2, 4}), 1);
    EXPECT_EQ(customers_for_half({1, 1, 2, 3}), 2);
    EXPECT_EQ(customers_for_half({}), 0);
}

TEST(RfmGroups, EveryCellHasOneAndEveryGroupHasCells) {
    std::array<int, kRfmGroups.size()> cells{};
    for (int r = 1; r <= 5; ++r)
        for (int f = 1; f <= 5; ++f)
            for (int m = 1; m <= 5; ++m) ++cells.at(rfm_group(r, f, m));
    for (const int count : cells) EXPECT_GT(count, 0);
    EXPECT_EQ(kRfmGroups[rfm_group(5, 5, 5)], "champions");
    EXPECT_EQ(kRfmGroups[rfm_group(5, 1, 1)], "new");
    EXPECT_EQ(kRfmGroups[rfm_group(1, 5, 4)], "cannot_lose");
    EXPECT_EQ(kRfmGroups[rfm_group(1, 1, 1)], "lost");
}

TEST(BitCounts, CountsPastOneByte) {
    BitCounts counts(40);
    for (int i = 0; i < 1000; ++i) counts.add(std::uint64_t{1} << 39 | (i % 2 == 0 ? 1 : 0));
    EXPECT_EQ(counts.counts()[39], 1000);
    EXPECT_EQ(counts.counts()[0], 500);
    EXPECT_EQ(counts.counts()[1], 0);
}

}  // namespace
}  // namespace vafa::metrics

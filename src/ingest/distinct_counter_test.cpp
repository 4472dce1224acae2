#include "ingest/distinct_counter.h"

#include <cmath>
#include <gtest/gtest.h>
#include <string>

#include "base/hash.h"

namespace vafa::ingest {
namespace {

std::uint64_t hash_of(std::size_t value) { return hash64("customer " + std::to_string(value)); }

TEST(DistinctCounter, CountsEachValueOnceAndExactlyBelowItsLimit) {
    DistinctCounter counter;
    EXPECT_EQ(counter.count(), 0);
    for (int round = 0; round < 2; ++round) {
        for (std::size_t i = 0; i < DistinctCounter::kExactDistinct; ++i) {
            EXPECT_EQ(counter.add(hash_of(i)), round == 0);
        }
    }
    EXPECT_TRUE(counter.is_exact());
    EXPECT_EQ(counter.count(), static_cast<std::int64_t>(DistinctCounter::kExactDistinct));
}

TEST(DistinctCounter, EstimatesWithinThreePercentBeyond) {
    DistinctCounter counter;
    for (std::size_t i = 0; i < 1'000'000; ++i) {
        counter.add(hash_of(i));
        if (i == 150'000 || i == 600'000 || i == 999'999) {
            const auto exact = static_cast<double>(i + 1);
            EXPECT_FALSE(counter.is_exact());
            EXPECT_LT(std::abs(static_cast<double>(counter.count()) - exact), exact * 0.03) << i;
        }
    }
}

}  // namespace
}  // namespace vafa::ingest

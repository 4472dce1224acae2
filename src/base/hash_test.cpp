#include "base/hash.h"

#include <array>
#include <gtest/gtest.h>

namespace vafa {
namespace {

TEST(Hash, IsXxHash64AndSoMayBeStored) {
    EXPECT_EQ(hash64(""), 0xef46db3751d8e999ULL);
    EXPECT_EQ(hash64("abc"), 0x44bc2cf5ad770999ULL);
    EXPECT_NE(hash64("abc", 1), hash64("abc"));
    EXPECT_EQ(hash64(static_cast<const void*>("abcd"), 3), hash64("abc"));
}

TEST(Hash, SpreadsProfilesOverThePartitionsForEver) {
    std::array<int, kPartitions> counts{};
    for (std::int64_t profile = 1; profile <= 64'000; ++profile)
        ++counts[static_cast<std::size_t>(partition_of(profile))];
    for (const int count : counts) EXPECT_NEAR(count, 1000, 150);
    EXPECT_EQ(partition_of(1), 37);
    EXPECT_EQ(partition_of(2), 10);
    EXPECT_EQ(partition_of(123'456'789'012'345), 59);
}

}  // namespace
}  // namespace vafa

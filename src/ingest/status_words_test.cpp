#include "ingest/status_words.h"

#include <gtest/gtest.h>

#include "testing/results.h"

namespace vafa::ingest {
namespace {

using commerce::OrderStatus;
using test::must;

TEST(StatusWords, TheUsersWordGoesBeforeTheUsualMeaning) {
    auto words = must(StatusWords::with({{"On hold", "paid"}, {"پیش‌نویس", "ignore"}}));
    EXPECT_EQ(words.read("on-hold").status, OrderStatus::paid);
    EXPECT_EQ(words.read("Completed").status, OrderStatus::completed);
    EXPECT_TRUE(words.read("پیش نویس").ignored);
}

TEST(StatusWords, RowsAreCountedUnderTheWordAsItStands) {
    auto words = must(StatusWords::with());
    for (const auto* word : {"paid", "Paid", "paid", "half-baked"}) words.read(word);
    const std::vector<StatusUse> expected{{"paid", 2, "paid", true},
                                          {"Paid", 1, "paid", true},
                                          {"half-baked", 1, "completed", false}};
    EXPECT_EQ(words.counted(), expected);
    EXPECT_EQ(words.unknown_rows(), 1);
}

TEST(StatusWords, SoManyWordsAreCountedAndAllAreRead) {
    auto words = must(StatusWords::with({{"last", "failed"}}));
    for (std::size_t i = 0; i < StatusWords::kMaxWords; ++i) words.read("w" + std::to_string(i));
    EXPECT_EQ(words.read("last").status, OrderStatus::failed);
    EXPECT_EQ(words.read("next").status, std::nullopt);
    EXPECT_EQ(words.counted().size(), StatusWords::kMaxWords);
    EXPECT_EQ(words.unknown_rows(), static_cast<std::int64_t>(StatusWords::kMaxWords) + 1);
}

TEST(StatusWords, AWrongStatusIsNamedWithTheNearest) {
    test::expect_error(StatusWords::with({{"x", "complete"}}), "error.import_status_did_you_mean");
    test::expect_error(StatusWords::with({{"x", "zzz"}}), "error.import_status");
}

}  // namespace
}  // namespace vafa::ingest

#include "ingest/statuses.h"

#include <gtest/gtest.h>

namespace vafa::ingest {
namespace {

using commerce::OrderStatus;

TEST(Statuses, KnowsThePlatformsWordsInThreeLanguages) {
    EXPECT_EQ(parse_status("wc-completed"), OrderStatus::completed);
    EXPECT_EQ(parse_status("Completed"), OrderStatus::completed);
    EXPECT_EQ(parse_status("processing"), OrderStatus::paid);
    EXPECT_EQ(parse_status("on-hold"), OrderStatus::pending);
    EXPECT_EQ(parse_status("partially_refunded"), OrderStatus::paid);
    EXPECT_EQ(parse_status("voided"), OrderStatus::cancelled);
    EXPECT_EQ(parse_status("تکمیل شده"), OrderStatus::completed);
    EXPECT_EQ(parse_status("تكميل‌شده"), OrderStatus::completed);
    EXPECT_EQ(parse_status("لغو شده"), OrderStatus::cancelled);
    EXPECT_EQ(parse_status("Отменён"), OrderStatus::cancelled);
    EXPECT_EQ(parse_status("Выполнен"), OrderStatus::completed);
    EXPECT_EQ(parse_status("Возвращён"), OrderStatus::refunded);
}

TEST(Statuses, DoesNotGuess) {
    EXPECT_FALSE(parse_status("half-baked"));
    EXPECT_FALSE(parse_status(""));
}

}  // namespace
}  // namespace vafa::ingest

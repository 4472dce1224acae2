#include "ingest/assemble.h"

#include <gtest/gtest.h>

namespace vafa::ingest {
namespace {

using N = StagedNumber;
using T = StagedText;
using Amount = std::optional<std::int64_t>;

StagedRow row(std::uint64_t line = 1) {
    StagedRow made;
    made.key = "A1";
    made.line = line;
    made.ordered_at = 1000;
    made[T::customer] = "ann";
    return made;
}

commerce::OrderFact order_of(const std::vector<StagedRow>& rows) {
    return assemble(rows, {.shop = {}, .import = {}, .currency = {}, .source = "file"});
}

TEST(Assemble, AmountsOfRowsAreSummedToTheTotal) {
    auto a = row(1), b = row(2);
    a[N::amount] = 500;
    b[N::amount] = 500;
    const auto order = order_of({a, b});
    EXPECT_EQ(order.amounts.total, 1000);
    EXPECT_FALSE(order.amounts.goods);
}

TEST(Assemble, LinesMakeTheGoodsAndTheAmountIsTheTotalOnce) {
    auto a = row(1), b = row(2);
    for (auto* line : {&a, &b}) {
        line->by_lines = true;
        (*line)[T::product] = "P";
        (*line)[N::quantity_milli] = 2000;
        (*line)[N::unit_price] = 300;
        (*line)[N::line_amount] = 600;
        (*line)[N::amount] = 1300;
    }
    const auto order = order_of({a, b});
    EXPECT_EQ(order.amounts.goods, 1200);
    EXPECT_EQ(order.amounts.total, 1300);
    ASSERT_EQ(order.lines.size(), 2U);
    EXPECT_EQ(order.lines[0].amount_minor, 600);
}

TEST(Assemble, OrderValuesAreTakenOnceWhenEqualOrBlankAndSummedOtherwise) {
    auto a = row(1), b = row(2), c = row(3);
    a[N::shipping] = 500;
    c[N::shipping] = 500;
    a[N::tax] = 10;
    b[N::tax] = 20;
    const auto order = order_of({a, b, c});
    EXPECT_EQ(order.amounts.shipping, 500);
    EXPECT_EQ(order.amounts.tax, 30);
    EXPECT_FALSE(order.amounts.discount);
    EXPECT_EQ(order.amounts.refund, 0);
}

TEST(Assemble, TheFirstWordOnStatusAndCustomerCounts) {
    auto a = row(1), b = row(2);
    a[T::customer] = {};
    b[T::customer] = "bob";
    b.status = commerce::OrderStatus::cancelled;
    b.ordered_at = 900;
    const auto order = order_of({a, b});
    ASSERT_TRUE(order.customer);
    EXPECT_EQ(order.customer->value, "bob");
    EXPECT_EQ(order.status, commerce::OrderStatus::cancelled);
    EXPECT_EQ(order.ordered_at, 900);
    EXPECT_EQ(order.version, commerce::make_version(900, commerce::SourceRank::file));
}

TEST(Assemble, OnlyTheNewestRowsSpeak) {
    auto old_row = row(1), new_row = row(2), its_line = row(3);
    old_row[N::amount] = 100;
    old_row[N::modified_at] = 10;
    new_row[N::amount] = 200;
    new_row[N::modified_at] = 20;
    its_line[N::amount] = 50;
    const auto order = order_of({old_row, new_row, its_line});
    EXPECT_EQ(order.amounts.total, 250);
    EXPECT_EQ(order.version, commerce::make_version(20, commerce::SourceRank::file));
}

TEST(Assemble, TheLastFileHasTheLastWord) {
    auto first = row(1), second = row(1);
    first[N::amount] = 100;
    second.file = 1;
    second[N::amount] = 300;
    EXPECT_EQ(order_of({first, second}).amounts.total, 300);
}

TEST(Assemble, HostileSumsStayWithinTheLimit) {
    auto a = row(1), b = row(2);
    a[N::amount] = kMaxAmountMinor;
    b[N::amount] = kMaxAmountMinor;
    EXPECT_EQ(order_of({a, b}).amounts.total, kMaxAmountMinor);
}

TEST(Assemble, NoticesTwoCustomers) {
    auto a = row(1), b = row(2), c = row(3);
    b[T::customer] = {};
    EXPECT_FALSE(has_two_customers(std::vector{a, b, c}));
    c[T::customer] = "bob";
    EXPECT_TRUE(has_two_customers(std::vector{a, b, c}));
}

TEST(StagedRows, SurviveTheirEncoding) {
    auto made = row(77);
    made.keyed_by_content = true;
    made.file = 3;
    made.day_precision = true;
    made.status = commerce::OrderStatus::refunded;
    made.customer_kind = commerce::ProfileKind::phone;
    made[N::amount] = -1'234'567'890'123;
    made[N::line_amount] = 0;
    made[T::city] = "تهران";
    std::string record;
    encode(made, record);
    EXPECT_EQ(key_of_record(record), "A1");
    StagedRow read;
    ASSERT_TRUE(decode(record, read));
    EXPECT_EQ(read.line, 77U);
    EXPECT_TRUE(read.keyed_by_content && read.day_precision && !read.by_lines);
    EXPECT_EQ(read.status, made.status);
    EXPECT_EQ(read.customer_kind, made.customer_kind);
    EXPECT_EQ(read.numbers, made.numbers);
    EXPECT_EQ(read.texts, made.texts);
    EXPECT_FALSE(decode(std::string_view(record).substr(0, record.size() - 1), read));
}

}  // namespace
}  // namespace vafa::ingest

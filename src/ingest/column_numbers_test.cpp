#include "ingest/column_numbers.h"

#include <gtest/gtest.h>
#include <vector>

namespace vafa::ingest {
namespace {

ColumnNumbers column_of(const std::vector<std::string>& cells) {
    ColumnNumbers column;
    for (const auto& cell : cells) column.see(cell);
    return column;
}

NumberDecision decide(const std::vector<std::string>& cells, const ValueHints& hints = {},
                      bool money = true) {
    return column_of(cells).decide(hints, money);
}

TEST(ColumnNumbers, NumbersOfOneMeaningNeedNoDecision) {
    EXPECT_FALSE(column_of({"12", "12.50", "1,234.50", "12,5", "", "x"}).is_open());
    EXPECT_TRUE(column_of({"12", "1.234"}).is_open());
}

TEST(ColumnNumbers, OneCellProvesTheMarkOfAll) {
    EXPECT_EQ(decide({"1,234", "12.50"}).reading.mark, DecimalMark::point);
    EXPECT_EQ(decide({"1,234", "12,50"}).reading.mark, DecimalMark::comma);
    EXPECT_EQ(decide({"1.234", "1.234.567"}).reading.mark, DecimalMark::comma);
    EXPECT_EQ(decide({"1,234", "1,234,567"}).reading.mark, DecimalMark::point);
    EXPECT_EQ(decide({"1,234", "0,500"}).reading.mark, DecimalMark::comma);
    EXPECT_EQ(decide({"1,234", "1 234,00"}).reading.mark, DecimalMark::comma);
    EXPECT_EQ(decide({"۱۲/۵", "۷/۲۵"}).reading.mark, DecimalMark::slash);
    EXPECT_TRUE(decide({"1,234", "12.50"}).certain);
}

TEST(ColumnNumbers, BothMarksProvedToBeDecimalIsAContradiction) {
    const auto decision = decide({"12,50", "12.50", "1.234"});
    EXPECT_TRUE(decision.contradicts);
    EXPECT_FALSE(decision.reading.mark);
    std::vector<std::string> cells(300, "12.50");
    cells.push_back("12,50");
    EXPECT_FALSE(decide(cells).contradicts);
}

TEST(ColumnNumbers, MoneyWithoutDecimalsHasThousandsOnly) {
    const ValueHints rials{.currency_digits = 0};
    EXPECT_EQ(decide({"150.000", "85.000"}, rials).reading.mark, DecimalMark::comma);
    EXPECT_EQ(decide({"150/000", "85/000"}, rials).reading.mark, DecimalMark::point);
    EXPECT_FALSE(decide({"150.000"}, rials).certain);
}

TEST(ColumnNumbers, ThousandsAreMarkedOnlyWhereThereAreAny) {
    EXPECT_EQ(decide({"1.234", "950"}).reading.mark, DecimalMark::comma);
    EXPECT_EQ(decide({"1,234", "950"}, {.comma_decimal = true}).reading.mark, DecimalMark::point);
    EXPECT_EQ(decide({"1.000", "2.000"}, {}, false).reading.mark, DecimalMark::point);
    EXPECT_EQ(decide({"1,000", "2,500"}, {}, false).reading.mark, DecimalMark::comma);
}

TEST(ColumnNumbers, WhatStillMeansTwoThingsStaysOpen) {
    EXPECT_FALSE(decide({"1.234", "8.500"}).reading.mark);
    EXPECT_FALSE(decide({"1,234", "8,500"}, {.comma_decimal = true}).reading.mark);
    EXPECT_FALSE(decide({"1,234", "8.500"}).reading.mark);
    EXPECT_EQ(decide({"1,234", "8,500"}).reading.mark, DecimalMark::point);
    EXPECT_EQ(decide({"1.234"}, {.mark_told = DecimalMark::point}).reading.mark,
              DecimalMark::point);
}

}  // namespace
}  // namespace vafa::ingest

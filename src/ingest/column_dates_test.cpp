#include "ingest/column_dates.h"

#include <gtest/gtest.h>
#include <vector>

namespace vafa::ingest {
namespace {

constexpr Day kToday = 20'000;  // 2024-10-04, 1403-07-13

ColumnDates column_of(const std::vector<std::string>& cells) {
    ColumnDates column(kToday);
    std::uint64_t line = 1;
    for (const auto& cell : cells) column.see(cell, ++line);
    return column;
}

DateDecision decide(const std::vector<std::string>& cells, ValueHints hints = {}) {
    hints.today = kToday;
    return column_of(cells).decide(hints);
}

// Cells of `days` days in a row up to `last`, printed by `print`.
template <class Print>
std::vector<std::string> days_until(Day last, int days, CalendarKind calendar, Print print) {
    std::vector<std::string> cells;
    for (Day day = last - days + 1; day <= last; ++day) {
        cells.push_back(print(to_date(calendar, day)));
    }
    return cells;
}

std::string two(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

TEST(ColumnDates, DatesThatTellThemselvesNeedNoDecision) {
    EXPECT_FALSE(column_of({"2024-03-05", "1403/05/02", "5 March 2024", "", "n/a"}).is_open());
}

TEST(ColumnDates, OneDayOverTwelveSettlesTheOrder) {
    const auto day_first = decide({"03/04/2024", "05/04/2024", "25/04/2024"});
    EXPECT_EQ(day_first.reading.order, DateOrder::dmy);
    EXPECT_TRUE(day_first.certain);
    const auto month_first = decide({"03/04/2024", "04/25/2024"});
    EXPECT_EQ(month_first.reading.order, DateOrder::mdy);
    EXPECT_TRUE(month_first.certain);
}

TEST(ColumnDates, ALaterCellCountsAsMuchAsAnEarlierOne) {
    std::vector<std::string> cells(500, "03/04/2024");
    cells.push_back("04/13/2024");
    EXPECT_EQ(decide(cells).reading.order, DateOrder::mdy);
}

TEST(ColumnDates, WhereNothingIsProvedTheHintsDecideAndItIsAGuess) {
    const std::vector<std::string> cells = {"03/04/2024", "05/04/2024"};
    EXPECT_EQ(decide(cells).reading.order, DateOrder::dmy);
    EXPECT_FALSE(decide(cells).certain);
    EXPECT_EQ(decide(cells, {.month_first = true}).reading.order, DateOrder::mdy);
    const auto told = decide(cells, {.order_told = DateOrder::mdy});
    EXPECT_EQ(told.reading.order, DateOrder::mdy);
    EXPECT_TRUE(told.certain);
}

TEST(ColumnDates, OrdersOfTheFutureSpeakAgainstAnOrder) {
    // 3 December 2024 is to come, 12 March is past.
    EXPECT_EQ(decide({"03/12/2024", "03/11/2024"}).reading.order, DateOrder::mdy);
    EXPECT_EQ(decide({"12/03/2024"}, {.month_first = true}).reading.order, DateOrder::dmy);
}

TEST(ColumnDates, AColumnThatContradictsItselfSaysSo) {
    const auto column = column_of({"13/05/2024", "05/13/2024", "03/04/2024"});
    EXPECT_TRUE(column.decide({.today = kToday}).contradicts);
    EXPECT_EQ(column.day_first_sample(), "13/05/2024 (2)");
    EXPECT_EQ(column.month_first_sample(), "05/13/2024 (3)");
    EXPECT_FALSE(column.decide({.today = kToday, .order_told = DateOrder::dmy}).contradicts);
}

TEST(ColumnDates, ASlipInHundredsDoesNot) {
    std::vector<std::string> cells(200, "13/05/2024");
    cells.push_back("05/13/2024");
    const auto decision = decide(cells);
    EXPECT_FALSE(decision.contradicts);
    EXPECT_EQ(decision.reading.order, DateOrder::dmy);
}

TEST(ColumnDates, TheSampleIsACellThatThePersonCouldDoubt) {
    EXPECT_EQ(column_of({"25/04/2024", "04/04/2024", "03/04/2024"}).sample(), "03/04/2024");
}

TEST(ColumnDates, ShortYearsAreOfTheCalendarThatLiesNearToday) {
    const auto persian = decide(days_until(kToday, 90, CalendarKind::persian, [](Date d) {
        return two(d.year % 100) + "/" + two(d.month) + "/" + two(d.day);
    }));
    EXPECT_EQ(persian.reading.order, DateOrder::ymd);
    EXPECT_EQ(persian.reading.short_years, CalendarKind::persian);
    EXPECT_TRUE(persian.certain);
    const auto german = decide(days_until(kToday, 90, CalendarKind::gregorian, [](Date d) {
        return two(d.day) + "." + two(d.month) + "." + two(d.year % 100);
    }));
    EXPECT_EQ(german.reading.order, DateOrder::dmy);
    EXPECT_EQ(german.reading.short_years, CalendarKind::gregorian);
    EXPECT_TRUE(german.certain);
    const auto american = decide(days_until(kToday, 90, CalendarKind::gregorian, [](Date d) {
        return std::to_string(d.month) + "/" + std::to_string(d.day) + "/" + two(d.year % 100);
    }));
    EXPECT_EQ(american.reading.order, DateOrder::mdy);
    EXPECT_TRUE(american.certain);
    const auto iso = decide(days_until(kToday, 90, CalendarKind::gregorian, [](Date d) {
        return two(d.year % 100) + two(d.month) + two(d.day);
    }));
    EXPECT_EQ(iso.reading.order, DateOrder::ymd);
    EXPECT_EQ(iso.reading.short_years, CalendarKind::gregorian);
    const auto persian_day_first = decide(days_until(kToday, 90, CalendarKind::persian, [](Date d) {
        return two(d.day) + "/" + two(d.month) + "/" + two(d.year % 100);
    }));
    EXPECT_EQ(persian_day_first.reading.order, DateOrder::dmy);
    EXPECT_EQ(persian_day_first.reading.short_years, CalendarKind::persian);
}

TEST(ColumnDates, AFewShortYearsAreAGuess) {
    const auto one = decide({"03/05/12"}, {.persian = true});
    EXPECT_EQ(one.reading.short_years, CalendarKind::persian);
    EXPECT_EQ(one.reading.order, DateOrder::ymd);
    EXPECT_FALSE(one.certain);
}

TEST(ColumnDates, NumbersCountWhatTheirSizeSays) {
    EXPECT_EQ(decide({"45356.4375", "45357"}).reading.count, DateCount::days_1900);
    EXPECT_EQ(decide({"1709634600", "1709634601"}).reading.count, DateCount::seconds);
    EXPECT_EQ(decide({"1709634600000"}).reading.count, DateCount::milliseconds);
    EXPECT_FALSE(decide({"7", "12"}).reading.count);
    EXPECT_FALSE(decide({"45356", "1709634600"}).certain);
    EXPECT_EQ(decide({"43894"}, {.from_1904 = true}).reading.count, DateCount::days_1904);
}

TEST(ColumnDates, DaysThatMayCountFrom1904AreAGuess) {
    EXPECT_TRUE(decide(std::vector<std::string>(30, "45356")).certain) << "1904 would be 2028";
    EXPECT_FALSE(decide(std::vector<std::string>(30, "43000")).certain);
}

TEST(ColumnDates, WhatFilesSayTogetherIsWhatTheyWouldSayAsOne) {
    auto first = column_of({"03/04/2024"});
    first.add(column_of({"04/25/2024"}));
    EXPECT_EQ(first.decide({.today = kToday}).reading.order, DateOrder::mdy);
    EXPECT_TRUE(first.is_proved());
}

}  // namespace
}  // namespace vafa::ingest

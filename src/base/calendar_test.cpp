#include "base/calendar.h"

#include <gtest/gtest.h>

namespace vafa {
namespace {

constexpr auto kGregorian = CalendarKind::gregorian;
constexpr auto kPersian = CalendarKind::persian;
constexpr Day kFirst = -60'000;  // 1805
constexpr Day kLast = 95'000;    // 2230

Day gregorian(int year, int month, int day) { return *from_date(kGregorian, {year, month, day}); }
Day persian(int year, int month, int day) { return *from_date(kPersian, {year, month, day}); }

TEST(Calendar, CountsDaysFrom1970) {
    EXPECT_EQ(gregorian(1970, 1, 1), 0);
    EXPECT_EQ(gregorian(2000, 3, 1), 11'017);
    EXPECT_EQ(gregorian(1969, 12, 31), -1);
}

TEST(Calendar, KnowsNowruz) {
    EXPECT_EQ(persian(1404, 1, 1), gregorian(2025, 3, 21));
    EXPECT_EQ(persian(1405, 1, 1), gregorian(2026, 3, 21));
    EXPECT_EQ(persian(1407, 1, 1), gregorian(2028, 3, 20));
    EXPECT_EQ(persian(1357, 11, 22), gregorian(1979, 2, 11));
}

TEST(Calendar, KnowsPersianLeapYears) {
    for (int year = 1399; year <= 1412; ++year) {
        const bool leap = year == 1399 || year == 1403 || year == 1408 || year == 1412;
        EXPECT_EQ(days_in_month(kPersian, year, 12), leap ? 30 : 29) << year;
    }
}

TEST(Calendar, TurnsEveryDayIntoADateAndBack) {
    for (const CalendarKind calendar : {kGregorian, kPersian}) {
        Date before = to_date(calendar, kFirst - 1);
        for (Day day = kFirst; day <= kLast; ++day) {
            const Date date = to_date(calendar, day);
            ASSERT_LT(before, date);
            ASSERT_EQ(from_date(calendar, date), day);
            before = date;
        }
    }
}

TEST(Calendar, MonthsHaveAsManyDaysAsTheyAreFarApart) {
    for (const CalendarKind calendar : {kGregorian, kPersian}) {
        for (int year = -2; year < 2100; ++year) {
            for (int month = 1; month <= 12; ++month) {
                const Date next = month == 12 ? Date{year + 1, 1, 1} : Date{year, month + 1, 1};
                ASSERT_EQ(*from_date(calendar, next) - *from_date(calendar, {year, month, 1}),
                          days_in_month(calendar, year, month));
            }
        }
    }
}

TEST(Calendar, RefusesDatesThatDoNotExist) {
    EXPECT_FALSE(from_date(kGregorian, {2023, 2, 29}));
    EXPECT_FALSE(from_date(kGregorian, {1900, 2, 29}));
    EXPECT_TRUE(from_date(kGregorian, {2000, 2, 29}));
    EXPECT_FALSE(from_date(kPersian, {1404, 12, 30}));
    EXPECT_FALSE(from_date(kPersian, {1404, 7, 31}));
    EXPECT_FALSE(from_date(kPersian, {1404, 13, 1}));
    EXPECT_FALSE(from_date(kPersian, {1404, 0, 1}));
    EXPECT_FALSE(from_date(kPersian, {1404, 1, 0}));
}

TEST(Calendar, KnowsWeekdays) {
    EXPECT_EQ(weekday_of(0), Weekday::thursday);
    EXPECT_EQ(weekday_of(-1), Weekday::wednesday);
    EXPECT_EQ(weekday_of(gregorian(2025, 3, 21)), Weekday::friday);
    EXPECT_EQ(weekday_of(gregorian(1900, 1, 1)), Weekday::monday);
}

TEST(Calendar, PeriodsFollowOneAnotherWithoutGapOrOverlap) {
    for (const CalendarKind calendar : {kGregorian, kPersian}) {
        for (int first_weekday = 0; first_weekday < 7; ++first_weekday) {
            const CalendarRules rules{calendar, static_cast<Weekday>(first_weekday)};
            for (const PeriodKind kind : {PeriodKind::day, PeriodKind::week, PeriodKind::month,
                                          PeriodKind::quarter, PeriodKind::year}) {
                for (Day day = -3000; day < 3000; ++day) {
                    const std::int32_t period = period_of(rules, kind, day);
                    ASSERT_LE(first_day_of(rules, kind, period), day);
                    ASSERT_GE(last_day_of(rules, kind, period), day);
                    ASSERT_LE(period_of(rules, kind, day + 1) - period, 1);
                }
            }
        }
    }
}

TEST(Calendar, WeeksStartOnTheChosenDay) {
    for (int first = 0; first < 7; ++first) {
        const CalendarRules rules{kPersian, static_cast<Weekday>(first)};
        const std::int32_t week = period_of(rules, PeriodKind::week, persian(1404, 5, 17));
        EXPECT_EQ(weekday_of(first_day_of(rules, PeriodKind::week, week)), rules.first_weekday);
    }
}

std::string label(const CalendarRules& rules, PeriodKind kind, Day day) {
    return period_label(rules, kind, period_of(rules, kind, day));
}

TEST(Calendar, LabelsPeriods) {
    const CalendarRules iso{kGregorian, Weekday::monday};
    const Day day = gregorian(1997, 1, 31);
    EXPECT_EQ(label(iso, PeriodKind::day, day), "1997-01-31");
    EXPECT_EQ(label(iso, PeriodKind::week, day), "1997-W05");
    EXPECT_EQ(label(iso, PeriodKind::month, day), "1997-01");
    EXPECT_EQ(label(iso, PeriodKind::quarter, day), "1997-Q1");
    EXPECT_EQ(label(iso, PeriodKind::year, day), "1997");
    const CalendarRules iran{kPersian, Weekday::saturday};
    EXPECT_EQ(label(iran, PeriodKind::month, gregorian(2025, 3, 21)), "1404-01");
    EXPECT_EQ(label(iran, PeriodKind::quarter, gregorian(2025, 3, 20)), "1403-Q4");
}

TEST(Calendar, PutsAWeekIntoTheYearOfItsFourthDay) {
    const CalendarRules iso{kGregorian, Weekday::monday};
    EXPECT_EQ(label(iso, PeriodKind::week, gregorian(2005, 1, 1)), "2004-W53");
    EXPECT_EQ(label(iso, PeriodKind::week, gregorian(2008, 12, 29)), "2009-W01");
    EXPECT_EQ(label(iso, PeriodKind::week, gregorian(2021, 1, 3)), "2020-W53");
    // 1 Farvardin 1404 is a Friday: its Saturday week has six days of 1403.
    const CalendarRules iran{kPersian, Weekday::saturday};
    EXPECT_EQ(label(iran, PeriodKind::week, persian(1404, 1, 1)), "1403-W52");
    EXPECT_EQ(label(iran, PeriodKind::week, persian(1404, 1, 2)), "1404-W01");
}

TEST(Calendar, ReadsDaysBackFromTheirLabels) {
    for (const CalendarKind calendar : {kGregorian, kPersian})
        for (Day day = -400; day < 20'000; day += 7)
            ASSERT_EQ(parse_day(calendar, day_label(calendar, day)), day);
    for (const char* wrong :
         {"", "1997-1-31", "1997-01-32", "1997/01/31", "1997-01-31 ", "-997-01-31", "1997-0a-31"})
        EXPECT_FALSE(parse_day(kGregorian, wrong)) << wrong;
}

}  // namespace
}  // namespace vafa

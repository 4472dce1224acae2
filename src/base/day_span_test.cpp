#include "base/day_span.h"

#include <gtest/gtest.h>

namespace vafa {
namespace {

Day gregorian(int year, int month, int day) {
    return from_date(CalendarKind::gregorian, {year, month, day}).value();
}
Day persian(int year, int month, int day) {
    return from_date(CalendarKind::persian, {year, month, day}).value();
}

TEST(DaySpan, TheYearTellsTheCalendar) {
    const DaySpan norooz{gregorian(2025, 3, 21), gregorian(2025, 3, 21)};
    EXPECT_EQ(parse_day_span("2025-03-21"), norooz);
    EXPECT_EQ(parse_day_span("1404-01-01"), norooz);
    EXPECT_EQ(parse_day_span(" ۱۴۰۴-۰۱-۰۱"), norooz);
}

TEST(DaySpan, MonthsAndYearsAreAllTheirDays) {
    EXPECT_EQ(parse_day_span("2024-02"), (DaySpan{gregorian(2024, 2, 1), gregorian(2024, 2, 29)}));
    EXPECT_EQ(parse_day_span("2024"), (DaySpan{gregorian(2024, 1, 1), gregorian(2024, 12, 31)}));
    EXPECT_EQ(parse_day_span("1403"), (DaySpan{persian(1403, 1, 1), persian(1403, 12, 30)}));
}

TEST(DaySpan, OtherTextsAreNone) {
    for (const auto* wrong : {"", "2024-13", "2024-00", "2024-02-30", "1404-12-30", "x",
                              "2024-1-1-1", "0", "-5", "99999", "2024-", "2024-1x"}) {
        EXPECT_EQ(parse_day_span(wrong), std::nullopt) << wrong;
    }
}

}  // namespace
}  // namespace vafa

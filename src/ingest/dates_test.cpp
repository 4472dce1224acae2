#include "ingest/dates.h"

#include <gtest/gtest.h>

namespace vafa::ingest {
namespace {

constexpr Day kDay = 19'787;  // 2024-03-05

std::int64_t clock_ms(int hour, int minute, int second = 0) {
    return ((hour * 60 + minute) * 60 + second) * kMsPerSecond;
}

void expect_when(std::string_view text, Day day, std::int64_t ms_of_day) {
    const auto when = parse_when(text);
    ASSERT_TRUE(when) << text;
    EXPECT_EQ(when->day, day) << text;
    EXPECT_TRUE(when->has_time) << text;
    EXPECT_EQ(when->ms_of_day, ms_of_day) << text;
}

void expect_day(std::string_view text, Day day) {
    const auto when = parse_when(text);
    ASSERT_TRUE(when) << text;
    EXPECT_EQ(when->day, day) << text;
    EXPECT_FALSE(when->has_time) << text;
}

TEST(Dates, ReadsDaysInTheUsualSpellings) {
    for (const char* text : {"2024-03-05", "20240305", "2024/03/05", "2024/3/5", "2024.03.05",
                             " 2024-03-05 ", "۲۰۲۴-۰۳-۰۵"}) {
        expect_day(text, kDay);
    }
}

TEST(Dates, ReadsTimes) {
    expect_when("2024-03-05 10:30", kDay, clock_ms(10, 30));
    expect_when("2024-03-05 8:26:01", kDay, clock_ms(8, 26, 1));
    expect_when("2024-03-05T10:30:15.250", kDay, clock_ms(10, 30, 15) + 250);
    expect_when("2024-03-05 10:30:15.123456", kDay, clock_ms(10, 30, 15) + 123);
    expect_when("20240305103015", kDay, clock_ms(10, 30, 15));
    expect_when("۱۴۰۲/۱۲/۱۵ ۱۰:۳۰", kDay, clock_ms(10, 30));
}

TEST(Dates, ReadsOffsets) {
    const TimeZone utc;
    const TimeMs expected = kDay * kMsPerDay + clock_ms(10, 30);
    for (const char* text :
         {"2024-03-05T10:30:00Z", "2024-03-05 10:30:00 UTC", "2024-03-05T14:00:00+03:30",
          "2024-03-05 05:30:00 -0500", "2024-03-05T12:30+02"}) {
        const auto when = parse_when(text);
        ASSERT_TRUE(when) << text;
        EXPECT_EQ(instant_of(*when, utc), expected) << text;
    }
}

TEST(Dates, AYearFrom1300To1500IsPersian) {
    expect_day("1402/12/15", kDay);
    expect_day("1402-12-15", kDay);
    expect_day("۱۴۰۲/۱۲/۱۵", kDay);
    EXPECT_EQ(parse_when("1402/12/15")->calendar, CalendarKind::persian);
    EXPECT_EQ(parse_when("2024/03/05")->calendar, CalendarKind::gregorian);
}

TEST(Dates, RefusesWhatIsNoDate) {
    for (const char* text :
         {"", "yesterday", "2024-02-30", "2023-02-29", "1402/12/30", "0000-00-00", "2024-13-01",
          "2024-03", "05/03/2024", "2024-03-05 25:00", "2024-03-05 10:61", "2024-03-05x",
          "2024-03-05 10:30 +99:00", "1969-12-31", "2150-01-01", "24-03-05", "2024-03-05 10"}) {
        EXPECT_FALSE(parse_when(text)) << text;
    }
}

TEST(Dates, ADateAloneIsLocalNoon) {
    const TimeZone tehran("Asia/Tehran", {}, 3 * 3'600'000 + 1'800'000);
    EXPECT_EQ(instant_of(*parse_when("2024-03-05"), tehran), kDay * kMsPerDay + clock_ms(8, 30));
}

}  // namespace
}  // namespace vafa::ingest

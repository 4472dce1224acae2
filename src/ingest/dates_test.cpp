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

constexpr DateReading kDayFirst{.order = DateOrder::dmy};
constexpr DateReading kMonthFirst{.order = DateOrder::mdy};
constexpr DateReading kYearFirst{.order = DateOrder::ymd};
constexpr DateReading kPersianYearFirst{.order = DateOrder::ymd,
                                        .short_years = CalendarKind::persian};
constexpr DateReading kPersianDayFirst{.order = DateOrder::dmy,
                                       .short_years = CalendarKind::persian};

Day gregorian(int year, int month, int day) {
    return *from_date(CalendarKind::gregorian, {year, month, day});
}

TEST(Dates, ReadsDayAndMonthInTheOrderItIsTold) {
    for (const char* text : {"05.03.2024", "5/3/2024", "5-3-2024", "5. 3. 2024", "05/03/24",
                             "5/3/24", "05032024", "050324"}) {
        EXPECT_EQ(parse_when(text, kDayFirst)->day, kDay) << text;
    }
    for (const char* text : {"03/05/2024", "3/5/2024", "3/5/24", "03-05-24"}) {
        EXPECT_EQ(parse_when(text, kMonthFirst)->day, kDay) << text;
    }
    for (const char* text : {"24/03/05", "24-3-5", "240305", "2024/3/5"}) {
        EXPECT_EQ(parse_when(text, kYearFirst)->day, kDay) << text;
    }
    for (const char* text : {"02/12/15", "۰۲/۱۲/۱۵", "021215"}) {
        EXPECT_EQ(parse_when(text, kPersianYearFirst)->day, kDay) << text;
    }
    for (const char* text : {"15/12/02", "15/12/1402", "۱۵-۱۲-۱۴۰۲"}) {
        EXPECT_EQ(parse_when(text, kPersianDayFirst)->day, kDay) << text;
    }
}

TEST(Dates, ADayOverTwelveTellsTheOrderItself) {
    EXPECT_EQ(parse_when("25/12/2024")->day, gregorian(2024, 12, 25));
    EXPECT_EQ(parse_when("12/25/2024")->day, gregorian(2024, 12, 25));
    EXPECT_FALSE(parse_when("13/5/2024", kMonthFirst));
    EXPECT_FALSE(parse_when("5/13/2024", kDayFirst));
}

TEST(Dates, ReadsNamesOfMonths) {
    for (const char* text : {"5 March 2024",
                             "Mar 5, 2024",
                             "March 5th, 2024",
                             "Tuesday, 5 March 2024",
                             "05-Mar-24",
                             "5-MAR-2024",
                             "2024 Mar 5",
                             "5 марта 2024",
                             "5 марта 2024 г.",
                             "вторник, 5 марта 2024 года",
                             "05 мар. 2024",
                             "5.мар.2024",
                             "۱۵ اسفند ۱۴۰۲",
                             "15 اسفند 1402",
                             "اسفند ۱۵, ۱۴۰۲",
                             "اسفند ۱۵، ۱۴۰۲",
                             "سه‌شنبه ۱۵ اسفند ۱۴۰۲",
                             "سه شنبه، ۱۵ اسفند ماه ۱۴۰۲",
                             "۱۵ اسفند ۰۲",
                             "15 Esfand 1402",
                             "۵ مارس ۲۰۲۴",
                             "۵ مارس ۲۰۲۴ میلادی",
                             "۱۴۰۲ اسفند ۱۵",
                             "15-اسفند-1402",
                             "15 حوت 1402"}) {
        expect_day(text, kDay);
    }
}

TEST(Dates, ReadsClocksOfTwelveHours) {
    expect_when("2024-03-05 10:30 PM", kDay, clock_ms(22, 30));
    expect_when("2024-03-05 12:05 AM", kDay, clock_ms(0, 5));
    expect_when("2024-03-05 12:05:10pm", kDay, clock_ms(12, 5, 10));
    expect_when("5 March 2024 1:05 a.m.", kDay, clock_ms(1, 5));
    expect_when("۱۴۰۲/۱۲/۱۵ ۱۰:۳۰ ق.ظ", kDay, clock_ms(10, 30));
    expect_when("۱۴۰۲/۱۲/۱۵ ۱۰:۳۰ ق‌ظ", kDay, clock_ms(10, 30));
    expect_when("۱۴۰۲/۱۲/۱۵ ۱۰:۳۰:۰۱ ب.ظ", kDay, clock_ms(22, 30, 1));
    expect_when("۱۴۰۲/۱۲/۱۵ ۰۴:۱۵ بعد از ظهر", kDay, clock_ms(16, 15));
    expect_when("۱۴۰۲/۱۲/۱۵ ۰۴:۱۵ عصر", kDay, clock_ms(16, 15));
    expect_when("۱۴۰۲/۱۲/۱۵ ساعت ۸:۱۵ صبح", kDay, clock_ms(8, 15));
    expect_when("۱۴۰۲/۱۲/۱۵ ۹:۰۰ شب", kDay, clock_ms(21, 0));
    expect_when("۱۴۰۲/۱۲/۱۵ ۱:۰۰ ظهر", kDay, clock_ms(13, 0));
    expect_when("5 марта 2024 г. 9:00 вечера", kDay, clock_ms(21, 0));
    expect_when("5 марта 2024 в 2:00 ночи", kDay, clock_ms(2, 0));
}

TEST(Dates, ATimeMayStandBeforeTheDay) {
    expect_when("10:30 - 1402/12/15", kDay, clock_ms(10, 30));
    expect_when("۱۰:۳۰:۰۵ ۱۴۰۲/۱۲/۱۵", kDay, clock_ms(10, 30, 5));
    expect_when("10:30 2024-03-05", kDay, clock_ms(10, 30));
    expect_when("22:15 ، ۱۵ اسفند ۱۴۰۲", kDay, clock_ms(22, 15));
}

TEST(Dates, ReadsWhatProgramsPrint) {
    expect_when("Tue Mar 05 2024 10:30:00 GMT+0330 (Iran Standard Time)", kDay, clock_ms(10, 30));
    expect_when("Tue, 05 Mar 2024 10:30:00 +0300", kDay, clock_ms(10, 30));
    expect_when("05-Mar-2024 10:30:00.000", kDay, clock_ms(10, 30));
    EXPECT_EQ(parse_when("2024-03-05T10:30:00.000Z")->offset_ms, 0);
}

TEST(Dates, CountsDaysAsSpreadsheetsDo) {
    constexpr DateReading kFrom1900{.count = DateCount::days_1900};
    constexpr DateReading kFrom1904{.count = DateCount::days_1904};
    EXPECT_EQ(parse_when("45356", kFrom1900)->day, kDay);
    EXPECT_FALSE(parse_when("45356", kFrom1900)->has_time);
    EXPECT_EQ(parse_when("45356.4375", kFrom1900)->ms_of_day, clock_ms(10, 30));
    EXPECT_EQ(parse_when("45356,4375", kFrom1900)->ms_of_day, clock_ms(10, 30));
    // 10:29:59.9999… of a sum in floating point is half past ten.
    EXPECT_EQ(parse_when("45356.4374999999", kFrom1900)->ms_of_day, clock_ms(10, 30));
    EXPECT_EQ(parse_when("43894", kFrom1904)->day, kDay);
    EXPECT_FALSE(parse_when("45356")) << "nobody said that it counts days";
}

TEST(Dates, CountsSecondsSince1970) {
    const TimeMs instant = kDay * kMsPerDay + clock_ms(10, 30);
    const auto seconds = parse_when(std::to_string(instant / 1000), {.count = DateCount::seconds});
    EXPECT_EQ(instant_of(*seconds, TimeZone()), instant);
    const auto ms = parse_when(std::to_string(instant), {.count = DateCount::milliseconds});
    EXPECT_EQ(instant_of(*ms, TimeZone()), instant);
}

TEST(Dates, DirectionMarksAndNarrowSpacesAreNoPartOfADate) {
    expect_day("\u200f۱۴۰۲/۱۲/۱۵\u200e", kDay);
    expect_when("2024-03-05\u00a010:30\u202fPM", kDay, clock_ms(22, 30));
}

TEST(Dates, RefusesWhatIsNoDate) {
    for (const char* text : {"",
                             "yesterday",
                             "2024-02-30",
                             "2023-02-29",
                             "1402/12/30",
                             "0000-00-00",
                             "2024-13-01",
                             "2024-03",
                             "05/03/2024",
                             "2024-03-05 25:00",
                             "2024-03-05 10:61",
                             "2024-03-05x",
                             "2024-03-05 10:30 +99:00",
                             "1899-12-31",
                             "2150-01-01",
                             "24-03-05",
                             "2024-03-05 10",
                             "March 2024",
                             "5 Mar",
                             "5 خرداد",
                             "5 خرداد 2024",
                             "1/2/3/4",
                             "5//3/2024",
                             "PM",
                             "10:30",
                             "2024-03-05 PM",
                             "5 Mar 2024 6",
                             "12345678901234567890",
                             "2024-03-05 10:30 10:31"}) {
        EXPECT_FALSE(parse_when(text)) << text;
    }
}

TEST(Dates, ADateAloneIsLocalNoon) {
    const TimeZone tehran("Asia/Tehran", {}, 3 * 3'600'000 + 1'800'000);
    EXPECT_EQ(instant_of(*parse_when("2024-03-05"), tehran), kDay * kMsPerDay + clock_ms(8, 30));
}

}  // namespace
}  // namespace vafa::ingest

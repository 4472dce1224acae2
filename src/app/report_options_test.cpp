#include "app/report_options.h"

#include <gtest/gtest.h>

namespace {

using namespace vafa;

metrics::Options options(std::map<std::string, std::string> typed) {
    return app::report_options(typed, {}).value();
}

std::string wrong(std::string name, std::string value) {
    return app::report_options({{name, value}}, {}).error().field;
}

TEST(ReportOptions, DaysOfEitherCalendarAreToldByTheirYear) {
    EXPECT_EQ(app::parse_any_day("2025-03-21"), app::parse_any_day("1404-01-01"));
    EXPECT_EQ(app::parse_any_day("۱۴۰۴-۰۱-۰۱"), app::parse_any_day("2025-03-21"));
    EXPECT_EQ(app::parse_any_day("2024-02", true), app::parse_any_day("2024-02-29"));
    EXPECT_EQ(app::parse_any_day("2024"), app::parse_any_day("2024-01-01"));
    EXPECT_EQ(app::parse_any_day("1403", true), app::parse_any_day("1403-12-30"));
    for (const auto* bad : {"", "2024-13", "2024-02-30", "1404-12-30", "x", "2024-1-1-1"}) {
        EXPECT_EQ(app::parse_any_day(bad), std::nullopt) << bad;
    }
}

TEST(ReportOptions, ListsAndSwitchesAreRead) {
    const auto read = options({{"days", "1,7"},
                               {"brackets", "1-30,31-60"},
                               {"include", "test,refunded"},
                               {"by", "quarter"},
                               {"first-weekday", "saturday"},
                               {"margin", "0.4"}});
    EXPECT_EQ(read.days, (std::vector<std::int32_t>{1, 7}));
    EXPECT_EQ(read.brackets, (std::vector<metrics::Bracket>{{1, 30}, {31, 60}}));
    EXPECT_TRUE(read.include_test && read.include_refunded && !read.include_cancelled);
    EXPECT_EQ(read.by, PeriodKind::quarter);
    EXPECT_EQ(read.rules.first_weekday, Weekday::saturday);
    EXPECT_EQ(read.margin, 0.4);
}

TEST(ReportOptions, WrongValuesNameTheirFlag) {
    EXPECT_EQ(wrong("to", "yesterday"), "--to");
    EXPECT_EQ(wrong("days", "1,x"), "--days");
    EXPECT_EQ(wrong("brackets", "1-"), "--brackets");
    EXPECT_EQ(wrong("by", "decade"), "--by");
    EXPECT_EQ(wrong("time-zone", "Mars/Olympus"), "--time-zone");
    EXPECT_EQ(wrong("include", "everything"), "--include");
}

}  // namespace

#include "app/report_options.h"

#include <gtest/gtest.h>

namespace {

using namespace vafa;

Error wrong(std::string name, std::string value) {
    return app::report_options({{name, value}}, {}).error();
}

TEST(ReportOptions, FlagsAreTheRequestsFields) {
    const auto read = app::report_options({{"as-of", "1404-01"},
                                           {"include", "test,zero_value"},
                                           {"first-weekday", "saturday"},
                                           {"brackets", "1-30,31-60"},
                                           {"window", "۹۰"},
                                           {"break", "first_category"}},
                                          {})
                          .value();
    EXPECT_EQ(read.as_of, from_date(CalendarKind::persian, {1404, 1, 31}));
    EXPECT_TRUE(read.include_test && read.include_zero_value && !read.include_refunded);
    EXPECT_EQ(read.rules.first_weekday, Weekday::saturday);
    EXPECT_EQ(read.brackets, (std::vector<metrics::Bracket>{{1, 30}, {31, 60}}));
    EXPECT_EQ(read.window_days, 90);
    EXPECT_EQ(read.break_by, "first_category");
}

TEST(ReportOptions, WrongValuesNameTheirFlag) {
    EXPECT_EQ(wrong("to", "yesterday").field, "--to");
    EXPECT_EQ(wrong("as-of", "2200").field, "--as-of");
    EXPECT_EQ(wrong("days", "1,x").field, "--days");
    EXPECT_EQ(wrong("brackets", "1-").field, "--brackets");
    EXPECT_EQ(wrong("time-zone", "Mars/Olympus").field, "--time-zone");
    EXPECT_EQ(wrong("include", "everything").field, "--include");
    EXPECT_EQ(wrong("loyal-purchases", "0").field, "--loyal-purchases");
}

TEST(ReportOptions, AWrongChoiceNamesTheOthers) {
    const Error error = wrong("by", "decade");
    EXPECT_EQ(error.field, "--by");
    EXPECT_EQ(error.params.back().second, "day, week, month, quarter, year");
}

}  // namespace

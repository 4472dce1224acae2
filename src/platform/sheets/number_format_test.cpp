#include "platform/sheets/number_format.h"

#include <gtest/gtest.h>

namespace vafa::sheets {
namespace {

using Kind = NumberFormat::Kind;

std::string shown(std::string_view number, std::string_view code,
                  DateSystem system = DateSystem::from_1900) {
    return formatted_number(number, parse_number_format(code), system);
}

TEST(NumberText, IsTheShortestDecimalOfTheNumber) {
    EXPECT_EQ(number_text("9.12E+09"), "9120000000");
    EXPECT_EQ(number_text("9123456789"), "9123456789");
    EXPECT_EQ(number_text("134.36000000000001"), "134.36");
    EXPECT_EQ(number_text("1.0"), "1");
    EXPECT_EQ(number_text("-0"), "0");
    EXPECT_EQ(number_text("1E-3"), "0.001");
    EXPECT_EQ(number_text("1e300"), "1e+300");
    EXPECT_EQ(number_text("نه"), "نه");
}

TEST(NumberFormat, TellsDaysFromNumbers) {
    EXPECT_EQ(shown("45356", "yyyy\\-mm\\-dd"), "2024-03-05");
    EXPECT_EQ(shown("45356.604166666664", "d/m/yy h:mm"), "2024-03-05 14:30:00");
    EXPECT_EQ(shown("45356", "d/m/yy h:mm"), "2024-03-05 00:00:00");
    EXPECT_EQ(shown("45356.5", "yyyy/mm/dd"), "2024-03-05 12:00:00");
    EXPECT_EQ(shown("45356", "[$-fa-IR,16]dd/mm/yyyy;@"), "2024-03-05");
    EXPECT_EQ(shown("0.604166666666667", "h:mm AM/PM"), "14:30:00");
    EXPECT_EQ(shown("45356", "#,##0\\ \"days\""), "45356");
    EXPECT_EQ(shown("45356", "#,##0.00[$ریال-fa-IR]"), "45356");
    EXPECT_EQ(shown("45356", "#,##0_-;[Red]-#,##0_-"), "45356");
    EXPECT_EQ(shown("45356", "General"), "45356");
    EXPECT_EQ(shown("45356", "0.00E+00"), "45356");
    EXPECT_EQ(shown("45356", "@"), "45356");
}

TEST(NumberFormat, KnowsBothDateSystems) {
    EXPECT_EQ(shown("43894", "yyyy-mm-dd", DateSystem::from_1904), "2024-03-05");
    EXPECT_EQ(shown("1", "yyyy-mm-dd"), "1900-01-01");
    EXPECT_EQ(shown("59", "yyyy-mm-dd"), "1900-02-28");
    EXPECT_EQ(shown("61", "yyyy-mm-dd"), "1900-03-01");
    EXPECT_EQ(shown("-1", "yyyy-mm-dd"), "-1");
    EXPECT_EQ(shown("99999999", "yyyy-mm-dd"), "99999999");
}

TEST(NumberFormat, KeepsPercentAndLeadingZeros) {
    EXPECT_EQ(shown("0.07", "0%"), "7%");
    EXPECT_EQ(shown("0.125", "0.00%"), "12.5%");
    EXPECT_EQ(shown("9123456789", "00000000000"), "09123456789");
    EXPECT_EQ(shown("12.5", "00000"), "12.5");
}

TEST(NumberFormat, KnowsTheNumberedOnes) {
    EXPECT_EQ(builtin_number_format(0).kind, Kind::plain);
    EXPECT_EQ(builtin_number_format(4).kind, Kind::plain);
    EXPECT_EQ(builtin_number_format(9).kind, Kind::percent);
    EXPECT_EQ(builtin_number_format(14).kind, Kind::date);
    EXPECT_EQ(builtin_number_format(22).kind, Kind::date_time);
    EXPECT_EQ(builtin_number_format(49).kind, Kind::plain);
}

}  // namespace
}  // namespace vafa::sheets

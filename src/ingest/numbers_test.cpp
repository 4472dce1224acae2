#include "ingest/numbers.h"

#include <gtest/gtest.h>

namespace vafa::ingest {
namespace {

const CurrencyAtTheDoor kPounds{.currency = {.code = "GBP", .digits = 2}};
const CurrencyAtTheDoor kToman{.currency = {.code = "IRR", .digits = 0}, .multiplier = 10};

std::string plain(std::string_view text) {
    std::string scratch;
    const auto found = plain_decimal(text, scratch);
    return found ? std::string(*found) : "none";
}

TEST(Numbers, BringsSpellingsToPlainForm) {
    EXPECT_EQ(plain("12.50"), "12.50");
    EXPECT_EQ(plain("-3"), "-3");
    EXPECT_EQ(plain("1,234"), "1234");
    EXPECT_EQ(plain("1,234,567.50"), "1234567.50");
    EXPECT_EQ(plain("۱۲۳٫۵"), "123.5");
    EXPECT_EQ(plain("۱٬۲۳۴٬۰۰۰"), "1234000");
    EXPECT_EQ(plain("(12.50)"), "-12.50");
    EXPECT_EQ(plain("12-"), "-12");
}

TEST(Numbers, RefusesWhatMayMeanTwoThingsOrNothing) {
    for (const char* text : {"12,50", "0,500", "1,23,456", "1,2345", "1.5,000", "", "-", ".",
                             "1.2.3", "12 kg", "1e5", "=1+1", "--1"}) {
        EXPECT_EQ(plain(text), "none") << text;
    }
}

TEST(Numbers, QuickAndExactAgree) {
    EXPECT_EQ(to_minor("29.33", kPounds), 2933);
    EXPECT_EQ(to_minor("-29.3", kPounds), -2930);
    EXPECT_EQ(to_minor("0.005", kPounds), 1);
    EXPECT_EQ(to_minor("123456", kToman), 1'234'560);
    EXPECT_EQ(to_minor("12345678901234.56", kPounds), 1'234'567'890'123'456);
    EXPECT_FALSE(to_minor("99999999999999999999", kPounds));
}

TEST(Numbers, LinesAreRoundedOnceHalfUp) {
    EXPECT_EQ(to_line_minor("6", "2.55", kPounds), 1530);
    EXPECT_EQ(to_line_minor("3", "0.335", kPounds), 101);
    EXPECT_EQ(to_line_minor("0.5", "0.01", kPounds), 1);
    EXPECT_EQ(to_line_minor("-1", "27.5", kPounds), -2750);
    EXPECT_EQ(to_milli("1.5"), 1500);
}

}  // namespace
}  // namespace vafa::ingest

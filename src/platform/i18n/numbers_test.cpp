#include "platform/i18n/numbers.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace vafa::i18n {
namespace {

constexpr const char* kNbsp = "\u00A0";
const Currency kRial{"IRR", 0};
const Currency kDollar{"USD", 2};

TEST(FormatInteger, GroupsInEachLanguage) {
    EXPECT_EQ(format_integer(Locale::en, 1'234'567), "1,234,567");
    EXPECT_EQ(format_integer(Locale::fa, 1'234'567), "۱٬۲۳۴٬۵۶۷");
    EXPECT_EQ(format_integer(Locale::ru, 1'234'567), "1\u00A0234\u00A0567");
    EXPECT_EQ(format_integer(Locale::en, 0), "0");
    EXPECT_EQ(format_integer(Locale::en, 999), "999");
    EXPECT_EQ(format_integer(Locale::en, -1000), "-1,000");
    EXPECT_EQ(format_integer(Locale::fa, -890), "\u200E−۸۹۰");
    EXPECT_EQ(format_integer(Locale::en, std::numeric_limits<std::int64_t>::min()),
              "-9,223,372,036,854,775,808");
}

TEST(FormatDecimal, RoundsAndUsesThePointOfTheLanguage) {
    EXPECT_EQ(format_decimal(Locale::en, 1234.567, 2), "1,234.57");
    EXPECT_EQ(format_decimal(Locale::fa, 1234.567, 2), "۱٬۲۳۴٫۵۷");
    EXPECT_EQ(format_decimal(Locale::ru, 1234.567, 2), "1\u00A0234,57");
    EXPECT_EQ(format_decimal(Locale::en, 2.0, 0), "2");
    EXPECT_EQ(format_decimal(Locale::en, -0.001, 2), "0.00");
    EXPECT_EQ(format_decimal(Locale::en, std::nan(""), 2), "–");
    EXPECT_EQ(format_decimal(Locale::en, std::numeric_limits<double>::infinity(), 2), "–");
}

TEST(FormatPercent, PutsTheSignAsTheLanguageDoes) {
    EXPECT_EQ(format_percent(Locale::en, 0.384, 1), "38.4%");
    EXPECT_EQ(format_percent(Locale::fa, 0.384, 1), "۳۸٫۴٪");
    EXPECT_EQ(format_percent(Locale::ru, 0.384, 1), std::string("38,4") + kNbsp + "%");
    EXPECT_EQ(format_percent(Locale::ru, std::nan(""), 1), "–");
}

TEST(LocalDigits, ChangesDigitsAlone) {
    EXPECT_EQ(local_digits(Locale::fa, "1404-W01 کد 9"), "۱۴۰۴-W۰۱ کد ۹");
    EXPECT_EQ(local_digits(Locale::ru, "1404"), "1404");
}

TEST(FormatMoney, ShowsSignsAndWords) {
    const Money money{-123'450, kDollar};
    EXPECT_EQ(format_money(Locale::en, money), "-$1,234.50");
    EXPECT_EQ(format_money(Locale::ru, money), "-1\u00A0234,50\u00A0$");
    EXPECT_EQ(format_money(Locale::fa, money), "\u200E−۱٬۲۳۴٫۵۰\u00A0دلار");
    EXPECT_EQ(format_money(Locale::en, {100'000, {"CHF", 2}}), "CHF\u00A01,000.00");
    EXPECT_EQ(format_money(Locale::en, {1'000, {"XXX", 2}}), "10.00");
    EXPECT_EQ(format_money(Locale::ru, {1'000, {"KWD", 3}}), "1,000\u00A0KWD");
}

TEST(FormatMoney, ShowsRialsAsTomanWhenAsked) {
    const Money money{12'500'000, kRial};
    EXPECT_EQ(format_money(Locale::fa, money), "۱۲٬۵۰۰٬۰۰۰\u00A0ریال");
    EXPECT_EQ(format_money(Locale::fa, money, IrrShownAs::toman), "۱٬۲۵۰٬۰۰۰\u00A0تومان");
    EXPECT_EQ(format_money(Locale::en, money, IrrShownAs::toman), "1,250,000\u00A0toman");
    EXPECT_EQ(format_money(Locale::ru, money, IrrShownAs::toman), "1\u00A0250\u00A0000\u00A0томан");
    EXPECT_EQ(format_money(Locale::en, {12'345, kRial}, IrrShownAs::toman), "1,234.5\u00A0toman");
    EXPECT_EQ(format_money(Locale::en, {12'345, kDollar}, IrrShownAs::toman), "$123.45");
}

TEST(FormatAmount, LeavesTheSignToTheHeadOfTheColumn) {
    EXPECT_EQ(format_amount(Locale::en, {123'450, kDollar}), "1,234.50");
    EXPECT_EQ(currency_sign(Locale::en, kRial, IrrShownAs::toman), "toman");
    EXPECT_EQ(currency_sign(Locale::fa, {"EUR", 2}), "یورو");
    EXPECT_EQ(currency_sign(Locale::en, {"XXX", 2}), "");
}

}  // namespace
}  // namespace vafa::i18n

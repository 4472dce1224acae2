#include "base/money.h"

#include <gtest/gtest.h>
#include <limits>

#include "base/rng.h"

namespace vafa {
namespace {

CurrencyAtTheDoor door(std::string_view code) { return parse_currency(code).value(); }

std::int64_t minor(std::string_view text, std::string_view code = "USD") {
    return parse_decimal_minor(text, door(code)).value();
}

std::string key_of(const Result<std::int64_t>& result) {
    return result.has_error() ? result.error().key : "no error";
}

TEST(Currency, KnowsIsoCodesInAnyCase) {
    EXPECT_EQ(door("usd").currency, (Currency{"USD", 2}));
    EXPECT_EQ(door("JPY").currency.digits, 0);
    EXPECT_EQ(door("Kwd").currency.digits, 3);
    EXPECT_EQ(door("CLF").currency.digits, 4);
    EXPECT_EQ(door("IRR").currency.digits, 0);
    EXPECT_EQ(door("RUB").currency.digits, 2);
    EXPECT_EQ(door("XXX").currency, Currency{});
}

TEST(Currency, TakesTomanAsRials) {
    for (const auto& [code, rials] :
         {std::pair{"IRT", 10}, std::pair{"irhr", 1000}, std::pair{"IRHT", 10'000}}) {
        EXPECT_EQ(door(code).currency, (Currency{"IRR", 0}));
        EXPECT_EQ(door(code).multiplier, rials);
    }
}

TEST(Currency, RefusesTheUnknown) {
    for (const char* code : {"", "US", "USDX", "BTC", "ABC", "$", "تومان"}) {
        const auto result = parse_currency(code);
        ASSERT_TRUE(result.has_error()) << code;
        EXPECT_EQ(result.error(), invalid("currency.unknown").with("code", code));
    }
}

TEST(ParseDecimalMinor, ReadsPlainDecimals) {
    EXPECT_EQ(minor("12.34"), 1234);
    EXPECT_EQ(minor("-12.3"), -1230);
    EXPECT_EQ(minor("+.5"), 50);
    EXPECT_EQ(minor("7."), 700);
    EXPECT_EQ(minor("0"), 0);
    EXPECT_EQ(minor("-0.00"), 0);
    EXPECT_EQ(minor("1234", "JPY"), 1234);
    EXPECT_EQ(minor("1.2345", "KWD"), 1235);
}

TEST(ParseDecimalMinor, RoundsHalvesAwayFromZero) {
    EXPECT_EQ(minor("1234.565"), 123457);
    EXPECT_EQ(minor("-1234.565"), -123457);
    EXPECT_EQ(minor("0.005"), 1);
    EXPECT_EQ(minor("0.0049999999999999999999999999999999999999999999999"), 0);
    EXPECT_EQ(minor("0.00000000000000000000000000000000000000000000000009"), 0);
    EXPECT_EQ(minor("1.5", "IRR"), 2);
}

TEST(ParseDecimalMinor, AppliesTheMultiplierBeforeRounding) {
    EXPECT_EQ(minor("12.5", "IRT"), 125);
    EXPECT_EQ(minor("1.25", "IRHT"), 12'500);
    EXPECT_EQ(minor("0.04", "IRT"), 0);
    EXPECT_EQ(minor("0.05", "IRT"), 1);
}

TEST(ParseDecimalMinor, RefusesOtherSpellings) {
    for (const char* text :
         {"", "-", "+", ".", "1,5", "1.2.3", "1e5", " 1", "1 ", "--1", "0x1", "۱۲", "NaN", "$1"})
        EXPECT_EQ(key_of(parse_decimal_minor(text, door("USD"))), "amount.not_a_number") << text;
}

TEST(ParseDecimalMinor, RefusesWhatIsTooLarge) {
    EXPECT_EQ(minor("10000000000000000.00"), kMaxAmountMinor);
    EXPECT_EQ(key_of(parse_decimal_minor("10000000000000000.01", door("USD"))), "amount.too_large");
    EXPECT_EQ(key_of(parse_decimal_minor("-10000000000000000.005", door("USD"))),
              "amount.too_large");
    EXPECT_EQ(key_of(parse_decimal_minor(std::string(30, '9'), door("IRHT"))), "amount.too_large");
    EXPECT_EQ(key_of(parse_decimal_minor(std::string(500, '9'), door("USD"))), "amount.too_large");
    EXPECT_EQ(minor(std::string(500, '0') + "1"), 100);
}

TEST(ParseDecimalMinor, ReadsBackWhatFormatMinorWrote) {
    Rng rng(1);
    for (int i = 0; i < 2000; ++i) {
        const std::int64_t bound = std::int64_t{1} << rng.between(0, 59);
        const std::int64_t amount = rng.between(-bound, bound);
        for (const char* code : {"IRR", "EUR", "BHD", "UYW"})
            ASSERT_EQ(minor(format_minor(amount, door(code).currency.digits), code), amount);
    }
}

TEST(MultiplyMinor, RoundsOnceAtTheEnd) {
    const auto times = [](std::string_view quantity, std::string_view price) {
        return multiply_minor(quantity, price, door("GBP")).value();
    };
    EXPECT_EQ(times("6", "2.55"), 1530);
    EXPECT_EQ(times("3", "0.335"), 101);   // 1.005; rounding the price first would give 1.02
    EXPECT_EQ(times("-2", "0.0025"), -1);  // -0.005
    EXPECT_EQ(times("-2", "-1.25"), 250);
    EXPECT_EQ(times("0", "99.99"), 0);
    EXPECT_EQ(times("0.333", "3"), 100);
    EXPECT_EQ(multiply_minor("1.5", "2", door("IRHT")).value(), 30'000);
}

TEST(MultiplyMinor, RefusesWhatItCannotHoldExactly) {
    const auto usd = door("USD");
    EXPECT_EQ(key_of(multiply_minor("999999999", "999999999999", usd)), "amount.too_large");
    EXPECT_EQ(key_of(multiply_minor("999999999999999999", "999999999999999999", door("IRHT"))),
              "amount.too_large");
    EXPECT_EQ(key_of(multiply_minor("1.0000000000000000001", "2", usd)), "amount.too_precise");
    EXPECT_EQ(key_of(multiply_minor("1", "x", usd)), "amount.not_a_number");
}

TEST(MultiplyMinor, EqualsExactArithmeticOnWholeCents) {
    Rng rng(2);
    for (int i = 0; i < 2000; ++i) {
        const std::int64_t quantity = rng.between(-100'000, 100'000);
        const std::int64_t price = rng.between(-1'000'000, 1'000'000);
        ASSERT_EQ(multiply_minor(std::to_string(quantity), format_minor(price, 2), door("EUR")),
                  quantity * price);
    }
}

TEST(FormatMinor, WritesPlainMachineForm) {
    EXPECT_EQ(format_minor(-1250, 2), "-12.50");
    EXPECT_EQ(format_minor(5, 2), "0.05");
    EXPECT_EQ(format_minor(-5, 3), "-0.005");
    EXPECT_EQ(format_minor(1250, 0), "1250");
    EXPECT_EQ(format_minor(0, 2), "0.00");
    EXPECT_EQ(format_minor(std::numeric_limits<std::int64_t>::min(), 0), "-9223372036854775808");
}

}  // namespace
}  // namespace vafa

#include "ingest/numbers.h"

#include <gtest/gtest.h>

#include "ingest/money_words.h"

namespace vafa::ingest {
namespace {

const CurrencyAtTheDoor kPounds{.currency = {.code = "GBP", .digits = 2}};
const CurrencyAtTheDoor kToman{.currency = {.code = "IRR", .digits = 0}, .multiplier = 10};

constexpr NumberReading kPoint{.mark = DecimalMark::point};
constexpr NumberReading kComma{.mark = DecimalMark::comma};
constexpr NumberReading kSlash{.mark = DecimalMark::slash};

std::string plain(std::string_view text, const NumberReading& reading = {}) {
    std::string scratch;
    const auto found = plain_decimal(text, scratch, reading);
    return found ? std::string(*found) : "none";
}

TEST(Numbers, BringsSpellingsToPlainForm) {
    EXPECT_EQ(plain("12.50"), "12.50");
    EXPECT_EQ(plain("-3"), "-3");
    EXPECT_EQ(plain("1,234,567.50"), "1234567.50");
    EXPECT_EQ(plain("1.234.567,50"), "1234567.50");
    EXPECT_EQ(plain("1 234 567,50"), "1234567.50");
    EXPECT_EQ(plain("1\u00a0234\u202f567,5"), "1234567.5");
    EXPECT_EQ(plain("1'234'567.5"), "1234567.5");
    EXPECT_EQ(plain("1’234.5"), "1234.5");
    EXPECT_EQ(plain("12,50"), "12.50");
    EXPECT_EQ(plain("0,500"), "0.500");
    EXPECT_EQ(plain("1234,567"), "1234.567");
    EXPECT_EQ(plain(",5"), ".5");
    EXPECT_EQ(plain("1 234"), "1234");
    EXPECT_EQ(plain("1,234,567"), "1234567");
    EXPECT_EQ(plain("1.234.567"), "1234567");
    EXPECT_EQ(plain("۱۲۳٫۵"), "123.5");
    EXPECT_EQ(plain("۱٬۲۳۴٬۰۰۰"), "1234000");
    EXPECT_EQ(plain("۱٬۲۳۴٫۵"), "1234.5");
    EXPECT_EQ(plain("۱،۲۳۴،۰۰۰"), "1234000");
    EXPECT_EQ(plain("١٬٢٣٤"), "1234");
    EXPECT_EQ(plain("۱/۲۰۰/۰۰۰"), "1200000");
    EXPECT_EQ(plain("\u200f۱۲۰۰۰\u200e"), "12000");
}

TEST(Numbers, ReadsSignsWhereverTheyStand) {
    for (const char* text : {"-12.50", "(12.50)", "12.50-", "−12.50", "12.50−", "- 12.50",
                             "($12.50)", "-$12.50", "$-12.50", "-12.50 руб.", "(۱۲٫۵۰) تومان"}) {
        EXPECT_TRUE(plain(text) == "-12.50") << text << ' ' << plain(text);
    }
    EXPECT_EQ(plain("+12.50"), "+12.50");
    EXPECT_EQ(plain("+1 234"), "1234");
}

TEST(Numbers, WordsOfMoneyAndPiecesMayStandBeside) {
    for (const char* text :
         {"1200 تومان", "۱۲۰۰ تومان",      "1200تومان",    "تومان 1200",       "1 200 руб.",
          "1200р.",     "1200 ₽",        "₽1200",      "$1,200.00",        "1200 $",
          "USD 1200",   "1200 EUR",        "1.200,00 €",   "IRR 1200",         "1200 IRT",
          "1200 TL",    "₺1200",           "1 200.00 RUB", "1200 шт.",         "1200 عدد",
          "١٢٠٠ ریال",  "1200 هزار تومان", "﷼1200",        "\u200f1200\u00a0﷼"}) {
        const auto found = plain(text);
        EXPECT_TRUE(found == "1200" || found == "1200.00") << text << ' ' << found;
    }
}

TEST(Numbers, OneMarkAndThreeDigitsAreReadAsTheColumnSays) {
    for (const char* text : {"1,234", "12,345", "۱،۲۳۴"}) EXPECT_EQ(plain(text), "none") << text;
    EXPECT_EQ(plain("1,234", kPoint), "1234");
    EXPECT_EQ(plain("1,234", kComma), "1.234");
    EXPECT_EQ(plain("1.234", kPoint), "1.234");
    EXPECT_EQ(plain("1.234", kComma), "1234");
    EXPECT_EQ(plain("-1.234", kComma), "-1234");
    EXPECT_EQ(plain("1.234 руб.", kComma), "1234");
    EXPECT_EQ(plain("1.234"), "none");
    EXPECT_EQ(plain("۱۲۰/۰۰۰", kPoint), "120000");
    EXPECT_EQ(plain("12/5", kSlash), "12.5");
    EXPECT_EQ(plain("۱۲/۵"), "none");
    EXPECT_EQ(plain("12/5", kPoint), "none");
}

TEST(Numbers, RefusesWhatIsNone) {
    for (const char* text : {"1,23,456",  "1.5,000", "",     "-",      ".",     "1.2.3",
                             "12 apples", "1e5",     "=1+1", "--1",    "12 34", "1,234.567.890",
                             "(-5)",      "-5-",     "5%",   "$5 USD", "1٫2٫3", "1٫234,5",
                             "1.234 567", "12-13",   "5 5",  "٬۱۲",    "0 123"}) {
        EXPECT_EQ(plain(text, kPoint), "none") << text;
    }
}

TEST(Numbers, WordsOfMoneyTellCurrencyAndFactor) {
    const auto told = [](std::string_view word) {
        const auto found = money_word(word);
        return found ? found->door.currency.code + "*" + std::to_string(found->door.multiplier)
                     : "none";
    };
    EXPECT_EQ(told("تومان"), "IRR*10");
    EXPECT_EQ(told("تومن"), "IRR*10");
    EXPECT_EQ(told("ریال"), "IRR*1");
    EXPECT_EQ(told("ريال"), "IRR*1");
    EXPECT_EQ(told("هزار تومان"), "IRR*10000");
    EXPECT_EQ(told("тыс. руб."), "RUB*1000");
    EXPECT_EQ(told("Руб."), "RUB*1");
    EXPECT_EQ(told("р."), "RUB*1");
    EXPECT_EQ(told("$"), "USD*1");
    EXPECT_EQ(told("irt"), "IRR*10");
    EXPECT_EQ(told("CHF"), "CHF*1");
    EXPECT_EQ(told("apples"), "none");
    EXPECT_TRUE(agrees(*money_word("$"), {.code = "CAD"}));
    EXPECT_FALSE(agrees(*money_word("€"), {.code = "USD"}));
}

TEST(Numbers, FindsMoneyInNamesOfColumns) {
    EXPECT_EQ(money_word_in("مبلغ کل (تومان)")->door.multiplier, 10);
    EXPECT_EQ(money_word_in("مبلغ به هزار تومان")->door.multiplier, 10'000);
    EXPECT_EQ(money_word_in("Сумма, руб.")->door.currency.code, "RUB");
    EXPECT_EQ(money_word_in("Total (USD)")->door.currency.code, "USD");
    EXPECT_EQ(money_word_in("Price, €")->door.currency.code, "EUR");
    EXPECT_FALSE(money_word_in("All orders top total"));
    EXPECT_FALSE(money_word_in("ORDER TOTAL"));
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

#include "platform/i18n/i18n.h"

#include <gtest/gtest.h>

namespace vafa::i18n {
namespace {

TEST(ParseLocale, TakesTheSpellingsOfTerminalsAndBrowsers) {
    EXPECT_EQ(parse_locale("fa"), Locale::fa);
    EXPECT_EQ(parse_locale("fa-IR"), Locale::fa);
    EXPECT_EQ(parse_locale("ru_RU.UTF-8"), Locale::ru);
    EXPECT_EQ(parse_locale("en_GB@euro"), Locale::en);
    EXPECT_FALSE(parse_locale("C"));
    EXPECT_FALSE(parse_locale(""));
    EXPECT_FALSE(parse_locale("fas"));
}

TEST(Translate, FillsPlaceholders) {
    const Params params = {{"code", "ABC"}};
    EXPECT_EQ(translate(Locale::en, "currency.unknown", params),
              "The currency code “ABC” is not known");
    EXPECT_EQ(translate(Locale::fa, "currency.unknown", params),
              "کد ارز «ABC» شناخته‌شده نیست");
    EXPECT_EQ(translate(Locale::ru, "currency.unknown", params), "Неизвестный код валюты: «ABC»");
}

TEST(Translate, LeavesAnUnfilledPlaceholderToBeSeen) {
    EXPECT_EQ(translate(Locale::en, "currency.unknown", {}),
              "The currency code “{code}” is not known");
}

TEST(Translate, DoesNotFillWhatAValueBrought) {
    EXPECT_EQ(translate(Locale::en, "currency.unknown", {{"code", "{code}"}}),
              "The currency code “{code}” is not known");
}

TEST(Translate, AnswersAnUnknownKeyWithItself) {
    EXPECT_EQ(translate(Locale::ru, "no.such_key", {{"a", "b"}}), "no.such_key");
    EXPECT_EQ(translate(Locale::en, ""), "");
}

TEST(Translate, ChoosesThePluralFormByCount) {
    const auto said = [](Locale locale, const char* count) {
        return translate(locale, "i18n.days", {{"count", count}});
    };
    EXPECT_EQ(said(Locale::en, "1"), "1 day");
    EXPECT_EQ(said(Locale::en, "1200"), "1,200 days");
    EXPECT_EQ(said(Locale::fa, "0"), "۰ روز");
    EXPECT_EQ(said(Locale::fa, "1200"), "۱٬۲۰۰ روز");
    EXPECT_EQ(said(Locale::ru, "1"), "1 день");
    EXPECT_EQ(said(Locale::ru, "22"), "22 дня");
    EXPECT_EQ(said(Locale::ru, "11"), "11 дней");
    EXPECT_EQ(said(Locale::ru, "-1"), "-1 день");
    EXPECT_EQ(said(Locale::en, "many"), "many days");
}

TEST(Describe, NamesTheField) {
    EXPECT_EQ(describe(Locale::en, invalid("currency.unknown").with("code", "X").at("--currency")),
              "--currency: The currency code “X” is not known");
    EXPECT_EQ(describe(Locale::en, invalid("currency.unknown").with("code", "X")),
              "The currency code “X” is not known");
}

}  // namespace
}  // namespace vafa::i18n

#include "platform/i18n/texts.h"

#include <gtest/gtest.h>
#include <set>
#include <string>

namespace vafa::i18n {
namespace {

std::set<std::string> placeholders(std::string_view text) {
    std::set<std::string> names;
    for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
        const std::size_t close = text.find('}', open);
        names.emplace(text.substr(open + 1, close - open - 1));
    }
    return names;
}

std::string_view form(const Forms& forms, Plural plural) {
    return forms[static_cast<std::size_t>(plural)];
}

bool is_counted(const Forms& forms) { return !form(forms, Plural::one).empty(); }

TEST(Texts, AreSortedAndUnique) {
    const auto texts = all_texts();
    ASSERT_GT(texts.size(), 5U);
    for (std::size_t i = 1; i < texts.size(); ++i) EXPECT_LT(texts[i - 1].key, texts[i].key);
}

TEST(Texts, ExistInEveryLanguage) {
    for (const Text& text : all_texts())
        for (const Forms& forms : text.forms)
            EXPECT_FALSE(form(forms, Plural::other).empty()) << text.key;
}

TEST(Texts, HaveTheSamePlaceholdersInEveryLanguage) {
    for (const Text& text : all_texts()) {
        const auto expected = placeholders(form(text.forms[0], Plural::other));
        for (const Forms& forms : text.forms)
            EXPECT_EQ(placeholders(form(forms, Plural::other)), expected) << text.key;
    }
}

TEST(Texts, HaveEveryPluralFormTheirLanguageNeeds) {
    for (const Text& text : all_texts()) {
        for (std::size_t language = 0; language < kLocales; ++language) {
            const Forms& forms = text.forms[language];
            if (!is_counted(forms)) continue;
            const bool russian = static_cast<Locale>(language) == Locale::ru;
            EXPECT_EQ(!form(forms, Plural::few).empty(), russian) << text.key;
            EXPECT_EQ(!form(forms, Plural::many).empty(), russian) << text.key;
        }
    }
}

TEST(Texts, AreCountedInRussianWhereTheyAreInEnglish) {
    for (const Text& text : all_texts())
        if (is_counted(text.forms[static_cast<std::size_t>(Locale::en)])) {
            EXPECT_TRUE(is_counted(text.forms[static_cast<std::size_t>(Locale::ru)])) << text.key;
        }
}

TEST(Texts, UsePersianLettersInPersian) {
    for (const Text& text : all_texts())
        for (const std::string_view form : text.forms[static_cast<std::size_t>(Locale::fa)])
            for (const char* arabic : {"ي", "ك", "ة", "٠", "١", "٢"})
                EXPECT_EQ(form.find(arabic), form.npos) << text.key;
}

}  // namespace
}  // namespace vafa::i18n

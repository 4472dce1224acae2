#include "base/text.h"

#include <gtest/gtest.h>

#include "base/rng.h"
#include "base/utf8.h"

namespace vafa {
namespace {

TEST(Utf8, TakesCharactersThereAndBack) {
    for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 11) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        append_utf8(text, c);
        const CodePoint point = code_point_at(text, 0);
        ASSERT_TRUE(point.valid && point.value == c && point.bytes == text.size())
            << static_cast<std::uint32_t>(c);
    }
}

TEST(ValidUtf8, ReplacesEachBrokenSequenceOnce) {
    EXPECT_EQ(valid_utf8("a\xFFz"), "a�z");
    EXPECT_EQ(valid_utf8("\xE2\x82"), "�");             // cut off
    EXPECT_EQ(valid_utf8("\xC0\xAF"), "��");            // overlong
    EXPECT_EQ(valid_utf8("\xED\xA0\x80"), "���");       // surrogate
    EXPECT_EQ(valid_utf8("\xF4\x90\x80\x80"), "����");  // over U+10FFFF
    EXPECT_EQ(valid_utf8("وفا"), "وفا");
    EXPECT_EQ(valid_utf8(std::string_view("a\0b", 3)), "ab");
}

TEST(ValidUtf8, IsValidAfterwardsWhateverCameIn) {
    Rng rng(1);
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        for (std::uint64_t n = rng.below(12); n > 0; --n) {
            const std::uint64_t byte = rng.chance(0.5) ? 0x80 + rng.below(128) : rng.below(256);
            text += static_cast<char>(byte);
        }
        const std::string valid = valid_utf8(text);
        ASSERT_TRUE(is_valid_utf8(valid));
        ASSERT_EQ(valid_utf8(valid), valid);
        if (is_valid_utf8(text) && text.find('\0') == std::string::npos) {
            ASSERT_EQ(valid, text);
        }
    }
}

TEST(Trim, RemovesInvisibleMarginsOnly) {
    EXPECT_EQ(trim("  a b \t\r\n"), "a b");
    EXPECT_EQ(trim("\u00A0\u200B\uFEFFسلام دنیا\u200F\u200E "), "سلام دنیا");
    EXPECT_EQ(trim(" \u200B "), "");
    EXPECT_EQ(trim(""), "");
    EXPECT_EQ(trim("\x80\x80 "), "\x80\x80");
    EXPECT_EQ(trim("می\u200Cروم"), "می\u200Cروم");
}

TEST(AsciiDigits, TurnsPersianAndArabicDigits) {
    EXPECT_EQ(ascii_digits("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩"), "01234567890123456789");
    EXPECT_EQ(ascii_digits("کد ۱۲-a"), "کد 12-a");
    EXPECT_EQ(ascii_digits("\xDB"), "\xDB");
}

TEST(SearchKey, MakesSpellingsOfOneWordEqual) {
    EXPECT_EQ(search_key("علي"), search_key("علی"));
    EXPECT_EQ(search_key("كتاب"), search_key("کتاب"));
    EXPECT_EQ(search_key("می\u200Cروم"), search_key("میروم"));
    EXPECT_EQ(search_key("آرش"), search_key("ارش"));
    EXPECT_EQ(search_key("فاطمة"), search_key("فاطمه"));
    EXPECT_EQ(search_key("مـحـمّد"), search_key("محمد"));
    EXPECT_EQ(search_key("خانۀ"), search_key("خانه"));
    EXPECT_EQ(search_key("Фёдор"), search_key("ФЕДОР"));
    EXPECT_EQ(search_key("Crème BRÛLÉE"), "creme brulee");
    EXPECT_EQ(search_key("ŁÓDŹ Øre"), "lodz ore");
    EXPECT_EQ(search_key("سفارش ۱۲٣"), "سفارش 123");
}

TEST(SearchKey, KeepsShortIApartFromI) {
    EXPECT_EQ(search_key("Й"), "й");
    EXPECT_EQ(search_key("И\u0306"), "й");
    EXPECT_NE(search_key("й"), search_key("и"));
}

TEST(SearchKey, FoldsSpacesToOne) {
    EXPECT_EQ(search_key(" \t a \u00A0\u2003 b  "), "a b");
    EXPECT_EQ(search_key("  "), "");
}

TEST(SearchKey, IsItsOwnKey) {
    for (const char* text :
         {"Ünïcode İstanbul ŉ", "ЙОД Ґанок Ӂ", "۱۲ كتاب‌خانهٔ آبي", "日本 Ω"})
        EXPECT_EQ(search_key(search_key(text)), search_key(text)) << text;
}

TEST(SearchTokens, SplitsAtWhatIsNeitherLetterNorDigit) {
    EXPECT_EQ(search_tokens("Mary-Ann O'Neil (2)"),
              (std::vector<std::string>{"mary", "ann", "o", "neil", "2"}));
    EXPECT_EQ(search_tokens("علي، رضا؛ «تهران» №۵ 🎁"),
              (std::vector<std::string>{"علی", "رضا", "تهران", "5"}));
    EXPECT_EQ(search_tokens("…—"), std::vector<std::string>{});
}

TEST(NormaliseEmail, LowersAndTrims) {
    EXPECT_EQ(normalise_email("  Ali.Reza+X@Example.COM\u200F"), "ali.reza+x@example.com");
    EXPECT_EQ(normalise_email("почта@пример.рф"), "почта@пример.рф");
}

TEST(NormaliseEmail, IsEmptyForWhatCannotBeAnAddress) {
    for (const char* text : {"", "a", "@b.c", "a@", "a@b", "a@@b.c", "a@b@c.d", "a b@c.d", "a@.c",
                             "a@c.", "a@b..c", "a\u200C@b.c", "a\x01@b.c", "a\xFF@b.c"})
        EXPECT_EQ(normalise_email(text), "") << text;
    EXPECT_EQ(normalise_email(std::string(250, 'a') + "@b.c"), std::string(250, 'a') + "@b.c");
    EXPECT_EQ(normalise_email(std::string(251, 'a') + "@b.c"), "");
}

TEST(EqualsIgnoringAsciiCase, ComparesLengthAndLetters) {
    EXPECT_TRUE(equals_ignoring_ascii_case("Order ID", "oRDER id"));
    EXPECT_FALSE(equals_ignoring_ascii_case("order", "orders"));
    EXPECT_FALSE(equals_ignoring_ascii_case("[", "{"));
}

TEST(Nearest, SuggestsWhatIsAFewLettersAway) {
    const std::vector<std::string_view> reports = {"summary", "cohorts", "rfm", "repurchase"};
    EXPECT_EQ(nearest("cohort", reports), "cohorts");
    EXPECT_EQ(nearest("Sumary", reports), "summary");
    EXPECT_EQ(nearest("rfn", reports), "rfm");
    EXPECT_EQ(nearest("rf", reports), "");
    EXPECT_EQ(nearest("something", reports), "");
    EXPECT_EQ(nearest("", reports), "");
    EXPECT_EQ(nearest("cohorts", {}), "");
}

}  // namespace
}  // namespace vafa

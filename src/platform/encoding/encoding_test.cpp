#include "platform/encoding/encoding.h"

#include <gtest/gtest.h>

namespace vafa::encoding {
namespace {

// "заказ;клиент\n12;Анна Петрова" and "سفارش;مشتری\n12;علی رضایی" as Windows programs write them.
constexpr std::string_view kRussian =
    "\xE7\xE0\xEA\xE0\xE7;\xEA\xEB\xE8\xE5\xED\xF2\n12;\xC0\xED\xED\xE0 "
    "\xCF\xE5\xF2\xF0\xEE\xE2\xE0";
constexpr std::string_view kPersian =
    "\xD3\xDD\xC7\xD1\xD4;\xE3\xD4\xCA\xD1\xED\n12;\xDA\xE1\xED \xD1\xD6\xC7\xED\xED";

std::string decoded(std::string_view bytes, Encoding encoding, std::size_t step) {
    const auto read = as_utf8(
        [&bytes, step](std::span<char> into) -> Result<std::size_t> {
            const std::size_t n = std::min({into.size(), step, bytes.size()});
            std::copy_n(bytes.begin(), n, into.begin());
            bytes.remove_prefix(n);
            return n;
        },
        encoding);
    std::string out, piece(5, '\0');
    while (const std::size_t n = read(piece).value()) out.append(piece, 0, n);
    return out;
}

std::string wide(std::u16string_view text, bool little) {
    std::string bytes;
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
        bytes += little ? low : high;
        bytes += little ? high : low;
    }
    return bytes;
}

TEST(Recognise, TellsEncodingsByContent) {
    EXPECT_EQ(recognise("order,customer\n1,a", true), Encoding::utf_8);
    EXPECT_EQ(recognise("سفارش,заказ", true), Encoding::utf_8);
    EXPECT_EQ(recognise(std::string("سفارش").substr(0, 9), false), Encoding::utf_8);
    EXPECT_EQ(recognise(kRussian, true), Encoding::windows_1251);
    EXPECT_EQ(recognise("\xC7\xC0\xCA\xC0\xC7;\xC4\xC0\xD2\xC0;\xD1\xD2\xC0\xD2\xD3\xD1", true),
              Encoding::windows_1251);  // capitals
    EXPECT_EQ(recognise(kPersian, true), Encoding::windows_1256);
    EXPECT_EQ(recognise("name,city\nJos\xE9,M\xFCnchen\nZo\xEB,Orl\xE9"
                        "ans",
                        true),
              Encoding::windows_1252);
    for (const auto* text : {u"order,date\n1,2", u"سفارش,تاریخ\n1,2", u"заказ;дата\n1;2"}) {
        EXPECT_EQ(recognise(wide(text, true), true), Encoding::utf_16le);
        EXPECT_EQ(recognise(wide(text, false), true), Encoding::utf_16be);
    }
    EXPECT_EQ(recognise("\xFF\xFE"
                        "a",
                        true),
              Encoding::utf_16le);
    EXPECT_EQ(recognise("", true), Encoding::utf_8);
}

TEST(Recognise, ForgivesAFewBrokenBytes) {
    std::string text;
    for (int i = 0; i < 20; ++i) text += "سفارش,";
    EXPECT_EQ(recognise(text + "\xD3", true), Encoding::utf_8);
}

TEST(AsUtf8, DecodesWhateverThePieces) {
    const std::u16string_view text = u"\uFEFFسفارش, заказ 😀\n";
    for (std::size_t step = 1; step < 8; ++step) {
        EXPECT_EQ(decoded(kRussian, Encoding::windows_1251, step), "заказ;клиент\n12;Анна Петрова");
        EXPECT_EQ(decoded(kPersian, Encoding::windows_1256, step), "سفارش;مشتري\n12;علي رضايي");
        EXPECT_EQ(decoded(wide(text, true), Encoding::utf_16le, step), "سفارش, заказ 😀\n");
        EXPECT_EQ(decoded(wide(text, false), Encoding::utf_16be, step), "سفارش, заказ 😀\n");
    }
}

TEST(AsUtf8, MarksWhatMeansNothing) {
    EXPECT_EQ(decoded("a\x98"
                      "b",
                      Encoding::windows_1251, 9),
              "a\xFF"
              "b");
    EXPECT_EQ(decoded(wide(u"a\xD800z", true), Encoding::utf_16le, 9), "a\xFFz");
    EXPECT_EQ(decoded(wide(u"ab", true) + "c", Encoding::utf_16le, 9), "ab\xFF");
}

TEST(Encoding, HasNames) {
    EXPECT_EQ(parse_encoding("Windows-1256"), Encoding::windows_1256);
    EXPECT_EQ(parse_encoding("koi8"), std::nullopt);
    EXPECT_EQ(name_of(Encoding::utf_16be), "utf-16be");
}

}  // namespace
}  // namespace vafa::encoding

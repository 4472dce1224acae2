#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/rng.h"
#include "ingest/numbers.h"

// Amounts of chance, printed in every form that is known, are read back.
namespace vafa::ingest {
namespace {

struct Style {
    const char* group;
    const char* mark;
    DecimalMark decimal;
};
constexpr Style kStyles[] = {
    {"", ".", DecimalMark::point},       {",", ".", DecimalMark::point},
    {"'", ".", DecimalMark::point},      {" ", ".", DecimalMark::point},
    {"", ",", DecimalMark::comma},       {".", ",", DecimalMark::comma},
    {" ", ",", DecimalMark::comma},      {"\u00a0", ",", DecimalMark::comma},
    {"\u202f", ",", DecimalMark::comma}, {"’", ".", DecimalMark::point},
    {"٬", "٫", DecimalMark::point},      {"،", "٫", DecimalMark::point},
    {",", "/", DecimalMark::slash},      {"", "/", DecimalMark::slash},
};
constexpr const char* kAround[][2] = {
    {"", ""},     {"", " تومان"}, {"", " ریال"},        {"", " руб."}, {"", "р."},
    {"₽", ""},  {"$", ""},      {"", " $"},           {"€ ", ""},    {"", " EUR"},
    {"IRR ", ""}, {"", " TL"},    {"\u200f", "\u200e"},
};

std::string grouped(std::uint64_t whole, const char* group) {
    std::string digits = std::to_string(whole);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), group);
    }
    return digits;
}

std::string in_persian(const std::string& text) {
    std::string out;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        out +=
            digit ? std::string("\xDB") + static_cast<char>(0xB0 + (c - '0')) : std::string(1, c);
    }
    return out;
}

std::string signed_text(const std::string& number, int sign, const char* const around[2]) {
    switch (sign) {
        case 1:
            return "-" + (around[0] + number + around[1]);
        case 2:
            return "(" + (around[0] + number + around[1]) + ")";
        case 3:
            return around[0] + ("−" + number) + around[1];
        case 4:
            return around[0] + number + around[1] + "-";
        default:
            return around[0] + number + around[1];
    }
}

TEST(NumbersProperty, AmountsInEverySpellingAreReadBack) {
    Rng rng(7);
    std::string scratch;
    const CurrencyAtTheDoor cents{.currency = {.code = "EUR", .digits = 2}};
    int failures = 0;
    for (int i = 0; i < 60'000; ++i) {
        const auto& [group, mark, decimal] = kStyles[rng.below(std::size(kStyles))];
        const auto& around = kAround[rng.below(std::size(kAround))];
        const std::uint64_t whole = rng.below(1ULL << (1 + rng.below(40)));
        const auto decimals = rng.below(4);
        constexpr std::uint64_t kPowers[] = {1, 10, 100, 1000};
        const std::uint64_t fraction = rng.below(kPowers[decimals]);
        const auto sign = static_cast<int>(rng.below(5));
        std::string number = grouped(whole, group);
        if (decimals > 0) number += fmt::format("{}{:0{}}", mark, fraction, decimals);
        if (rng.below(2) == 0) number = in_persian(number);
        const std::string text = signed_text(number, sign, around);
        std::string plain = std::to_string(whole);
        if (decimals > 0) plain += fmt::format(".{:0{}}", fraction, decimals);
        const auto expected = to_minor((sign > 0 ? "-" : "") + plain, cents);
        const auto found = plain_decimal(text, scratch, {.mark = decimal});
        const bool right = found && to_minor(*found, cents) == expected;
        if (!right && ++failures < 20) {
            ADD_FAILURE() << text << " is " << plain << ", not "
                          << (found ? std::string(*found) : "readable");
        }
    }
    EXPECT_EQ(failures, 0);
}

TEST(NumbersProperty, WhatIsReadWithoutBeingToldIsReadAlikeByEveryReading) {
    Rng rng(11);
    constexpr std::string_view kAlphabet = "0123456789.,/ -()'";
    std::string scratch, other;
    for (int i = 0; i < 200'000; ++i) {
        std::string text;
        for (std::uint64_t n = 1 + rng.below(9); n > 0; --n) {
            text += kAlphabet[rng.below(kAlphabet.size())];
        }
        const auto told = plain_decimal(text, scratch);
        if (!told) continue;
        for (const auto mark : {DecimalMark::point, DecimalMark::comma}) {
            ASSERT_EQ(plain_decimal(text, other, {.mark = mark}), told) << text;
        }
    }
}

}  // namespace
}  // namespace vafa::ingest

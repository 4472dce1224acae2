#include <algorithm>

#include "base/utf8.h"
#include "platform/encoding/encoding.h"

namespace vafa::encoding {
namespace {

// Digits, separators and line ends of any table are ASCII: in UTF-16 every few characters have a
// zero half, always the same one.
constexpr std::size_t kPairsPerZero = 20;
// UTF-8 with a few broken bytes is UTF-8.
constexpr std::size_t kGoodPerBad = 10;

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::optional<Encoding> by_zeros(std::string_view start) {
    std::size_t even = 0, odd = 0;
    const std::size_t pairs = start.size() / 2;
    for (std::size_t i = 0; i < pairs; ++i) {
        if (start[2 * i] == '\0') ++even;
        if (start[2 * i + 1] == '\0') ++odd;
    }
    if (odd * kPairsPerZero > pairs && even * kGoodPerBad < odd) return Encoding::utf_16le;
    if (even * kPairsPerZero > pairs && odd * kGoodPerBad < even) return Encoding::utf_16be;
    return std::nullopt;
}

bool is_nearly_utf8(std::string_view start, bool whole) {
    std::size_t good = 0, bad = 0;
    for (std::size_t at = 0; at < start.size();) {
        if (!is_high(start[at])) {
            ++at;
            continue;
        }
        const CodePoint point = code_point_at(start, at);
        const bool cut = !whole && start.size() - at < 4;
        if (point.valid)
            ++good;
        else if (!cut)
            ++bad;
        at += point.bytes;
    }
    return bad == 0 || good >= bad * kGoodPerBad;
}

// Lower-case Cyrillic letters of 1251 that 1256 has accented Latin ones or signs for.
bool is_russian_alone(unsigned char c) {
    return c == 0xE0 || c == 0xE2 || (c >= 0xE7 && c <= 0xEB) || c == 0xEE || c == 0xEF ||
           c == 0xF4 || c == 0xF7 || c == 0xF9 || (c >= 0xF0 && c <= 0xF2) || c >= 0xFB;
}

// О Е А Н Т Р of 1251: half of a text in capitals. 1256 has rare letters there.
bool is_russian_capital(unsigned char c) {
    return c == 0xCE || c == 0xC5 || c == 0xC0 || c == 0xCD || c == 0xD2 || c == 0xD0;
}

Encoding by_letters(std::string_view start) {
    std::size_t high = 0, among_latin = 0, russian = 0, capital = 0;
    for (std::size_t i = 0; i < start.size(); ++i) {
        if (!is_high(start[i])) continue;
        ++high;
        const char before = i == 0 ? ' ' : start[i - 1];
        const char after = i + 1 == start.size() ? ' ' : start[i + 1];
        const bool alone = !is_high(before) && !is_high(after);
        if (alone && (is_ascii_letter(before) || is_ascii_letter(after))) ++among_latin;
        const auto c = static_cast<unsigned char>(start[i]);
        if (is_russian_alone(c)) ++russian;
        if (is_russian_capital(c)) ++capital;
    }
    if (among_latin * 2 > high) return Encoding::windows_1252;
    return russian * 4 > high || capital * 4 > high ? Encoding::windows_1251
                                                    : Encoding::windows_1256;
}

}  // namespace

Encoding recognise(std::string_view start, bool whole) {
    if (start.starts_with("\xEF\xBB\xBF")) return Encoding::utf_8;
    if (start.starts_with("\xFF\xFE")) return Encoding::utf_16le;
    if (start.starts_with("\xFE\xFF")) return Encoding::utf_16be;
    if (const auto wide = by_zeros(start)) return *wide;
    return is_nearly_utf8(start, whole) ? Encoding::utf_8 : by_letters(start);
}

}  // namespace vafa::encoding

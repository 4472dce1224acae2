#include <array>
#include <span>

#include "base/text.h"
#include "base/utf8.h"

namespace vafa {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// `ranges` ascending.
bool within(char32_t c, std::span<const Range> ranges) {
    for (const Range& range : ranges)
        if (c <= range.last) return c >= range.first;
    return false;
}

constexpr std::array kDropped = {
    Range{0x00AD, 0x00AD},                                                // soft hyphen
    Range{0x0300, 0x036F},                                                // combining marks
    Range{0x0610, 0x061A}, Range{0x061C, 0x061C}, Range{0x0640, 0x0640},  // tatweel
    Range{0x064B, 0x065F}, Range{0x0670, 0x0670}, Range{0x06D6, 0x06ED},
    Range{0x200B, 0x200F},  // ZWSP, ZWNJ, ZWJ, directions
    Range{0x202A, 0x202E}, Range{0x2060, 0x2069}, Range{0xFE00, 0xFE0F},
    Range{0xFEFF, 0xFEFF},
};

constexpr std::array kSpaces = {
    Range{'\t', '\r'},     Range{' ', ' '},       Range{0x00A0, 0x00A0}, Range{0x2000, 0x200A},
    Range{0x2028, 0x2029}, Range{0x202F, 0x202F}, Range{0x205F, 0x205F}, Range{0x3000, 0x3000},
};

// Beyond ASCII: what separates words.
constexpr std::array kPunctuation = {
    Range{0x0080, 0x00A9}, Range{0x00AB, 0x00B4},   Range{0x00B6, 0x00B9}, Range{0x00BB, 0x00BF},
    Range{0x00D7, 0x00D7}, Range{0x00F7, 0x00F7},   Range{0x0609, 0x060F}, Range{0x061B, 0x061F},
    Range{0x066A, 0x066D}, Range{0x06D4, 0x06D4},   Range{0x2010, 0x2BFF}, Range{0x2E00, 0x2E7F},
    Range{0x3001, 0x3004}, Range{0x3008, 0x3020},   Range{0xFD3E, 0xFD3F}, Range{0xFE10, 0xFE6F},
    Range{0xFFF9, 0xFFFD}, Range{0x1F000, 0x1FAFF},
};

// U+00C0 to U+017F without their accents; '.' where a letter has no single plain one.
constexpr std::string_view kPlainLatin =
    "aaaaaa.ceeeeiiii"   // 00C0
    ".nooooo.ouuuuy.."   // 00D0
    "aaaaaa.ceeeeiiii"   // 00E0
    ".nooooo.ouuuuy.y"   // 00F0
    "aaaaaaccccccccdd"   // 0100
    "ddeeeeeeeeeegggg"   // 0110
    "gggghhhhiiiiiiii"   // 0120
    "ii..jjkk.lllllll"   // 0130
    "lllnnnnnn...oooo"   // 0140
    "oo..rrrrrrssssss"   // 0150
    "ssttttttuuuuuuuu"   // 0160
    "uuuuwwyyyzzzzzz.";  // 0170
static_assert(kPlainLatin.size() == 0x180 - 0xC0);

char32_t fold_latin(char32_t c) {
    if (c >= 'A' && c <= 'Z') return c + 32;
    if (c < 0xC0 || c > 0x17F) return c;
    const char plain = kPlainLatin[c - 0xC0];
    if (plain != '.') return static_cast<char32_t>(plain);
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
    if (c == 0x0132 || c == 0x014A || c == 0x0152) return c + 1;
    return c;
}

char32_t fold_cyrillic(char32_t c) {
    if (c >= 0x0410 && c <= 0x042F) c += 32;
    if (c >= 0x0400 && c <= 0x040F) c += 80;
    if (c >= 0x048A && c <= 0x04BF) c |= 1;
    if (c >= 0x04D0 && c <= 0x04FF) c |= 1;
    return c == 0x0451 ? U'е' : c;
}

char32_t fold_arabic(char32_t c) {
    if (c >= 0x0660 && c <= 0x0669) return '0' + (c - 0x0660);
    if (c >= 0x06F0 && c <= 0x06F9) return '0' + (c - 0x06F0);
    switch (c) {
        case U'ي':
        case U'ى':
        case U'ئ':
            return U'ی';
        case U'ك':
            return U'ک';
        case U'ة':
        case U'ۀ':
            return U'ه';
        case U'أ':
        case U'إ':
        case U'آ':
        case U'ٱ':
            return U'ا';
        case U'ؤ':
            return U'و';
        default:
            return c;
    }
}

char32_t fold(char32_t c) {
    if (c < 0x0180) return fold_latin(c);
    if (c >= 0x0400 && c <= 0x04FF) return fold_cyrillic(c);
    if (c >= 0x0600 && c <= 0x06FF) return fold_arabic(c);
    return c;
}

bool is_word_character(CodePoint point) {
    const char32_t c = point.value;
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return point.valid && !within(c, kPunctuation);
}

}  // namespace

std::string search_key(std::string_view text) {
    constexpr std::string_view kShortI = "й";
    std::string key;
    key.reserve(text.size());
    bool space_waits = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        at += point.bytes;
        // й is a letter, not an и with an accent: its decomposed form is made whole.
        if (point.value == 0x0306 && key.ends_with("и")) {
            key.replace(key.size() - kShortI.size(), kShortI.size(), kShortI);
        } else if (within(point.value, kSpaces)) {
            space_waits = !key.empty();
        } else if (point.value != 0 && !within(point.value, kDropped)) {
            if (space_waits) key += ' ';
            space_waits = false;
            append_utf8(key, fold(point.value));
        }
    }
    return key;
}

std::vector<std::string> search_tokens(std::string_view text) {
    const std::string key = search_key(text);
    std::vector<std::string> tokens;
    bool inside = false;
    for (std::size_t at = 0; at < key.size();) {
        const CodePoint point = code_point_at(key, at);
        const bool word = is_word_character(point);
        if (word && !inside) tokens.emplace_back();
        if (word) tokens.back().append(key, at, point.bytes);
        inside = word;
        at += point.bytes;
    }
    return tokens;
}

}  // namespace vafa

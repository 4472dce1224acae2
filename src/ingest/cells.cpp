#include "ingest/cells.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/text.h"

namespace vafa::ingest {

namespace {

bool is_plain(char c) { return c > ' ' && c <= '~'; }

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return text.size() == word.size() && equals_ignoring_ascii_case(text, word);
    });
}

constexpr std::array<std::string_view, 7> kBlank = {"null", "nan",  "none", "n/a",
                                                    "\\n",  "#n/a", "nil"};
constexpr std::array<std::string_view, 8> kYes = {"1", "true", "yes", "y", "t", "بله", "да", "Да"};

}  // namespace

std::string_view trimmed(std::string_view cell) {
    if (cell.empty() || (is_plain(cell.front()) && is_plain(cell.back()))) return cell;
    return trim(cell);
}

bool is_ascii(std::string_view text) {
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, 8);
        if ((word & 0x8080808080808080ULL) != 0) return false;
    }
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_clean_text(std::string_view text) {
    if (text.find('\0') != std::string_view::npos) return false;
    return is_ascii(text) || is_valid_utf8(text);
}

std::string_view shortened(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
    return text.substr(0, bytes);
}

bool is_blank_word(std::string_view cell) { return cell.size() <= 4 && is_one_of(cell, kBlank); }

bool is_yes(std::string_view cell) { return is_one_of(cell, kYes); }

std::string_view without_decimals(std::string_view id) {
    if (!id.ends_with(".0")) return id;
    const auto whole = id.substr(0, id.size() - 2);
    const bool digits = !whole.empty() && std::all_of(whole.begin(), whole.end(),
                                                      [](char c) { return c >= '0' && c <= '9'; });
    return digits ? whole : id;
}

std::vector<std::string_view> split(std::string_view words) {
    std::vector<std::string_view> pieces;
    while (true) {
        const std::size_t end = words.find('|');
        pieces.push_back(words.substr(0, end));
        if (end == std::string_view::npos) return pieces;
        words.remove_prefix(end + 1);
    }
}

std::string joined(std::span<const std::string> names) {
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
    return all;
}

std::string content_key(std::uint64_t hash) {
    constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";
    std::string key = "~";
    for (int shift = 60; shift >= 0; shift -= 5) key += kDigits[(hash >> shift) & 31];
    return key;
}

}  // namespace vafa::ingest

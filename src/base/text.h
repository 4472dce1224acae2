#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vafa {

// Outside text before it is stored: invalid UTF-8 becomes U+FFFD, NUL is dropped.
std::string valid_utf8(std::string_view text);
bool is_valid_utf8(std::string_view text);

std::string_view trim(std::string_view text);  // ASCII space, NBSP, ZWSP, BOM, bidi marks

// ۰–۹ and ٠–٩ to 0–9; the rest stays.
std::string ascii_digits(std::string_view text);
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
// Of a hexadecimal digit; -1 for whatever is none.
constexpr int hex_value(char c) {
    if (is_digit(c)) return c - '0';
    const char lower = ascii_lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}
bool equals_ignoring_ascii_case(std::string_view a, std::string_view b);

// For comparing and searching, never for showing: lower case (Latin, Cyrillic), ي→ی, ك→ک, ة→ه,
// أإآ→ا kept apart only as ا, ё→е, digits to ASCII, ZWNJ and diacritics and tatweel dropped, spaces
// folded to one. Unicode normalisation does none of the Persian part, hence the table.
std::string search_key(std::string_view text);
// search_key split at everything that is neither letter nor digit.
std::vector<std::string> search_tokens(std::string_view text);

// Lower-cased and trimmed; empty when it cannot be an address (no single '@', no dot after it,
// spaces, over 254 bytes).
std::string normalise_email(std::string_view text);

// A cell of CSV, quoted; one that a spreadsheet would take for a formula begins with an apostrophe.
std::string csv_cell(std::string_view text);

// The Levenshtein-nearest of `candidates` within a third of the length, else empty.
std::string_view nearest(std::string_view name, const std::vector<std::string_view>& candidates);

}  // namespace vafa

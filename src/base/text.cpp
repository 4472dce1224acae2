#include "base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/utf8.h"

namespace vafa {
namespace {

constexpr std::size_t kMaxEmailBytes = 254;  // RFC 3696, erratum 1690

bool is_margin(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x061C ||
           c == 0xFEFF;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Start of the last character of non-empty text; for broken text, of its last byte.
std::size_t last_character(std::string_view text) {
    std::size_t at = text.size() - 1;
    while (at > 0 && text.size() - at < 4 && is_continuation(text[at])) --at;
    return code_point_at(text, at).bytes == text.size() - at ? at : text.size() - 1;
}

bool is_domain(std::string_view domain) {
    return domain.find('.') != std::string_view::npos && domain.front() != '.' &&
           domain.back() != '.' && domain.find("..") == std::string_view::npos;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        std::uint64_t eight = 0;  // mostly ASCII: eight bytes a step
        if (text.size() - at >= sizeof eight) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if ((eight & 0x8080'8080'8080'8080ULL) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        const CodePoint point = code_point_at(text, at);
        if (!point.valid) return false;
        at += point.bytes;
    }
    return true;
}

std::string valid_utf8(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        if (!point.valid)
            append_utf8(result, kReplacement);
        else if (point.value != 0)
            result.append(text, at, point.bytes);
        at += point.bytes;
    }
    return result;
}

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        const CodePoint point = code_point_at(text, 0);
        if (!is_margin(point.value)) break;
        text.remove_prefix(point.bytes);
    }
    while (!text.empty()) {
        const std::size_t last = last_character(text);
        if (!is_margin(code_point_at(text, last).value)) break;
        text = text.substr(0, last);
    }
    return text;
}

std::string ascii_digits(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        if (point.value >= 0x06F0 && point.value <= 0x06F9)
            result += static_cast<char>('0' + (point.value - 0x06F0));
        else if (point.value >= 0x0660 && point.value <= 0x0669)
            result += static_cast<char>('0' + (point.value - 0x0660));
        else
            result.append(text, at, point.bytes);
        at += point.bytes;
    }
    return result;
}

bool equals_ignoring_ascii_case(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, ascii_lower, ascii_lower);
}

std::string normalise_email(std::string_view text) {
    std::string email(trim(text));
    std::ranges::transform(email, email.begin(), ascii_lower);
    const std::size_t at = email.find('@');
    if (email.size() > kMaxEmailBytes || at == std::string::npos || at == 0 ||
        at + 1 == email.size() || email.find('@', at + 1) != std::string::npos)
        return {};
    if (!is_domain(std::string_view(email).substr(at + 1)) || !is_valid_utf8(email)) return {};
    for (std::size_t i = 0; i < email.size();) {
        const CodePoint point = code_point_at(email, i);
        if (is_margin(point.value) || point.value < ' ' || point.value == 0x7F) return {};
        i += point.bytes;
    }
    return email;
}

}  // namespace vafa

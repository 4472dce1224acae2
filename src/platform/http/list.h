#pragma once

#include <string_view>
#include <utility>

namespace vafa::http {

// Spaces and tabs of a field's value (RFC 9110: OWS).
constexpr std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t";
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

// Takes what stands before the next `separator` off `rest`, trimmed: for lists without quotes.
constexpr std::string_view next_item(std::string_view& rest, char separator) {
    const std::size_t end = rest.find(separator);
    const std::string_view item = trimmed(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    return item;
}

}  // namespace vafa::http

#include "platform/http/range.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "platform/http/list.h"

namespace vafa::http {
namespace {

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

ByteRange byte_range(std::string_view field, std::uint64_t size) {
    const ByteRange whole{ByteRange::Kind::whole, 0, size};
    constexpr std::string_view kUnit = "bytes=";
    if (!field.starts_with(kUnit)) return whole;
    const std::string_view range = trimmed(field.substr(kUnit.size()));
    const std::size_t dash = range.find('-');
    if (dash == std::string_view::npos) return whole;
    const std::string_view from = range.substr(0, dash), to = range.substr(dash + 1);
    const auto first = number(from), last = number(to);
    if ((!first && !from.empty()) || (!last && !to.empty()) || (!first && !last)) return whole;

    const ByteRange none{ByteRange::Kind::unsatisfiable, 0, 0};
    if (!first) {  // the last so many bytes
        const std::uint64_t length = std::min(*last, size);
        return length == 0 ? none : ByteRange{ByteRange::Kind::part, size - length, length};
    }
    if (last && *last < *first) return whole;
    if (*first >= size) return none;
    const std::uint64_t end = last ? std::min(*last, size - 1) : size - 1;
    return {ByteRange::Kind::part, *first, end - *first + 1};
}

}  // namespace vafa::http

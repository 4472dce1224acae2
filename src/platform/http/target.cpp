#include "platform/http/target.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace vafa::http {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

// "http://host/path" → "/path"; what begins with '/' stays.
std::optional<std::string_view> without_authority(std::string_view raw) {
    if (raw.starts_with('/')) return raw;
    const std::size_t scheme = raw.find("://");
    if (scheme == std::string_view::npos) return std::nullopt;
    const std::string_view name = raw.substr(0, scheme);
    if (!equals_ignoring_ascii_case(name, "http") && !equals_ignoring_ascii_case(name, "https"))
        return std::nullopt;
    const std::size_t end = raw.find_first_of("/?", scheme + 3);
    if (end == scheme + 3) return std::nullopt;
    return end == std::string_view::npos ? std::string_view("/") : raw.substr(end);
}

std::optional<std::string> normalised(std::string_view path) {
    std::vector<std::string_view> segments;
    bool folder = true;  // ends with '/'
    for (std::size_t at = 1; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view segment = path.substr(at, end - at);
        folder = segment.empty() || segment == "." || segment == "..";
        if (segment == "..") {
            if (segments.empty()) return std::nullopt;
            segments.pop_back();
        } else if (!folder) {
            segments.push_back(segment);
        }
        at = end + 1;
    }
    std::string out;
    out.reserve(path.size() + 1);
    for (const auto segment : segments) out.append("/").append(segment);
    if (folder) out += '/';
    return out;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        if (i + 2 >= text.size()) return std::nullopt;
        const int high = hex_value(text[i + 1]), low = hex_value(text[i + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

std::optional<Target> parse_target(std::string_view raw) {
    const auto local = without_authority(raw);
    if (!local || local->find('#') != std::string_view::npos) return std::nullopt;
    const std::size_t mark = std::min(local->find('?'), local->size());
    Target target;
    if (mark < local->size()) target.query = local->substr(mark + 1);
    if (std::any_of(target.query.begin(), target.query.end(),
                    [](char c) { return is_control(c) || c == ' '; }))
        return std::nullopt;

    const std::string_view path = mark == 0 ? std::string_view("/") : local->substr(0, mark);
    auto decoded = percent_decoded(path);
    if (!decoded || !is_valid_utf8(*decoded) ||
        std::any_of(decoded->begin(), decoded->end(), is_control))
        return std::nullopt;
    auto normal = normalised(*decoded);
    if (!normal) return std::nullopt;
    target.path = std::move(*normal);
    return target;
}

}  // namespace vafa::http

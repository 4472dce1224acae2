#include "app/render/report_parts.h"

#include <algorithm>

namespace vafa::render {

void Page::heading(std::string_view key, const i18n::Params& params) {
    out += "\n" + painted(terminal, Tone::strong, words.text(key, params)) + "\n\n";
}

void Page::sentence(std::string_view key, const i18n::Params& params) {
    out += words.text(key, params) + "\n";
}

void Page::table(const Table& made) { out += made.print(terminal); }

void Page::figures(const std::vector<std::pair<std::string, std::string>>& lines) {
    int name_width = 0;
    for (const auto& [name, value] : lines) {
        name_width = std::max(name_width, display_width(name));
    }
    for (const auto& [name, value] : lines) {
        const int missing = name_width - display_width(name);
        out += "  " + painted(terminal, Tone::dim, name) +
               std::string(static_cast<std::size_t>(missing) + 3, ' ') +
               painted(terminal, Tone::strong, value) + "\n";
    }
}

const boost::json::array& list_of(const boost::json::object& data, std::string_view key) {
    static const boost::json::array kNone;
    const auto* value = data.if_contains(key);
    return value != nullptr && value->is_array() ? value->get_array() : kNone;
}

std::string text_of(const boost::json::value& value) {
    return value.is_string() ? std::string(value.get_string()) : std::string();
}

}  // namespace vafa::render

#include "platform/rest/input.h"

#include "base/text.h"
#include "platform/json/json.h"
#include "platform/rest/route_make.h"

namespace vafa::rest {
namespace {

std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                            hex_value(text[i + 2]) >= 0;
        if (escape) {
            out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

bool storable(std::string_view text) {
    return is_valid_utf8(text) && text.find('\0') == std::string_view::npos;
}

bool is_json(std::string_view content_type) {
    return equals_ignoring_ascii_case(trim(content_type.substr(0, content_type.find(';'))),
                                      "application/json");
}

Result<boost::json::object> parse_body(const http::Request& request) {
    if (request.body.empty()) return boost::json::object();
    if (!is_json(request.headers.get("content-type"))) {
        return invalid("error.content_type").with("expected", "application/json");
    }
    if (!storable(request.body)) return invalid("error.text_encoding").at("/");
    VAFA_TRY(auto parsed, json::parse(request.body));
    if (!parsed.is_object()) {
        return invalid("error.json_type").with("expected", "object").at("/");
    }
    return std::move(parsed.get_object());
}

// The request in its parts has no member twice, not even across them.
Result<void> add(boost::json::object& into, std::string_view name, boost::json::value value) {
    if (!into.emplace(name, std::move(value)).second) {
        return invalid("error.query_repeated").at("/" + std::string(name));
    }
    return {};
}

}  // namespace

Result<boost::json::object> parse_query(std::string_view query) {
    boost::json::object found;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (pair.empty()) continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        const std::string name = percent_decoded(pair.substr(0, equals));
        const std::string value = percent_decoded(pair.substr(std::min(equals + 1, pair.size())));
        if (!storable(name)) return invalid("error.text_encoding").at("/");
        if (!storable(value)) return invalid("error.text_encoding").at("/" + name);
        VAFA_CHECK(add(found, name, boost::json::string(value)));
        if (found.size() > kMaxQueryParameters) {
            return Error{ErrorCode::too_large, "error.query_too_many"};
        }
    }
    return found;
}

Result<boost::json::object> gather_input(const Route& route,
                                         const std::map<std::string, std::string>& path,
                                         const http::Request& request) {
    VAFA_TRY(auto input, parse_query(request.query));
    if (detail::reads_body(route.kind, route.info.method)) {
        // Such routes read nothing from the query: a name there is in the wrong place.
        if (!input.empty()) {
            return invalid("error.json_unknown").at("/" + std::string(input.begin()->key()));
        }
        VAFA_TRY(input, parse_body(request));
    }
    for (const auto& [name, value] : path) {
        VAFA_CHECK(add(input, name, boost::json::string(value)));
    }
    return input;
}

}  // namespace vafa::rest

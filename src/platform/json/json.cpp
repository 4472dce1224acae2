#include "platform/json/json.h"

#include <algorithm>
#include <fmt/format.h>

namespace vafa::json {
namespace {

void write_indent(std::string& out, std::size_t depth) {
    out += '\n';
    out.append(depth * 2, ' ');
}

void write_pretty(std::string& out, const boost::json::value& value, std::size_t depth) {
    VAFA_ASSERT(depth < 4 * kMaxDepth);
    if (const auto* object = value.if_object(); object != nullptr && !object->empty()) {
        out += '{';
        bool first = true;
        for (const auto& [key, item] : *object) {
            if (!first) out += ',';
            first = false;
            write_indent(out, depth + 1);
            out += boost::json::serialize(boost::json::string(key));
            out += ": ";
            write_pretty(out, item, depth + 1);
        }
        write_indent(out, depth);
        out += '}';
    } else if (const auto* array = value.if_array(); array != nullptr && !array->empty()) {
        out += '[';
        bool first = true;
        for (const auto& item : *array) {
            if (!first) out += ',';
            first = false;
            write_indent(out, depth + 1);
            write_pretty(out, item, depth + 1);
        }
        write_indent(out, depth);
        out += ']';
    } else if (const auto* number = value.if_double(); number != nullptr) {
        out += fmt::format("{}", *number);
    } else {
        out += boost::json::serialize(value);
    }
}

}  // namespace

void Decoder::report(const char* key, std::string_view expected) {
    Error error = invalid(key);
    if (!expected.empty()) error.params.emplace_back("expected", std::string(expected));
    error.field = path_.empty() ? "/" : path_;
    errors_.push_back(std::move(error));
}

Result<boost::json::value> parse(std::string_view text) {
    boost::json::parse_options options;
    options.max_depth = kMaxDepth;
    boost::json::stream_parser parser({}, options);
    boost::system::error_code failed;
    const std::size_t read = parser.write_some(text.data(), text.size(), failed);
    if (!failed && read == text.size()) parser.finish(failed);
    if (failed || read < text.size()) {
        const std::string_view before = text.substr(0, read);
        const auto line = std::count(before.begin(), before.end(), '\n') + 1;
        const std::size_t start = before.rfind('\n');
        const std::size_t column = start == std::string_view::npos ? read + 1 : read - start;
        return invalid("error.json_syntax")
            .with("line", std::to_string(line))
            .with("column", std::to_string(column));
    }
    return parser.release();
}

std::string pretty(const boost::json::value& value) {
    std::string out;
    write_pretty(out, value, 0);
    out += '\n';
    return out;
}

}  // namespace vafa::json

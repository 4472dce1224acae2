#include "platform/json/json.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"

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

boost::json::object detail::encode_members(const void* owner,
                                           std::span<const WrittenMember> members) {
    boost::json::object out;
    out.reserve(members.size());
    boost::json::value item;
    for (const auto& member : members) {
        if (member.write(owner, item)) out[member.name] = std::move(item);
    }
    return out;
}

void Decoder::read_members(const boost::json::object& from, void* owner,
                           std::span<const Member> members, const Notes* notes) {
    std::size_t known = 0;
    for (const Member& member : members) {
        if (const auto* item = from.if_contains(member.name)) {
            ++known;
            inside(member.name, [&] { read_known(*item, owner, member, notes); });
        } else if (!member.may_lack) {
            inside(member.name, [&] { report("error.json_missing"); });
        }
    }
    if (unknown_ == UnknownKeys::ignore || known == from.size()) return;
    for (const auto& member : from) {
        const std::string_view key = member.key();
        const bool found = std::any_of(members.begin(), members.end(),
                                       [&](const Member& m) { return m.name == key; });
        if (!found) inside(key, [&] { report("error.json_unknown"); });
    }
}

void Decoder::read_known(const boost::json::value& from, void* owner, const Member& member,
                         const Notes* notes) {
    const std::size_t before = errors_.size();
    member.read(*this, from, owner);
    if (notes == nullptr || errors_.size() > before) return;
    for (const auto& note : notes->fields) {
        if (note.name == member.name) member.check(*this, note, owner);
    }
}

void Decoder::report(const char* key, std::string_view expected) {
    Error error = invalid(key);
    if (!expected.empty()) error.params.emplace_back("expected", std::string(expected));
    error.field = path_.empty() ? "/" : path_;
    errors_.push_back(std::move(error));
}

void Decoder::report_choice(std::string_view given, const std::vector<std::string_view>& choices) {
    std::string all;
    for (const auto choice : choices) all.append(all.empty() ? "" : ", ").append(choice);
    report("error.json_choice", given);
    errors_.back().params.emplace_back("choices", std::move(all));
}

void Decoder::check_range(const FieldNote& note, double value) {
    if ((!note.min || value >= *note.min) && (!note.max || value <= *note.max)) return;
    report_range(note.min, note.max);
}

void Decoder::report_range(std::optional<double> min, std::optional<double> max) {
    report("error.json_out_of_range");
    auto& params = errors_.back().params;
    params.emplace_back("min", min ? fmt::format("{}", *min) : "−∞");
    params.emplace_back("max", max ? fmt::format("{}", *max) : "∞");
}

void Decoder::check_length(std::size_t limit, std::size_t length) {
    if (length <= limit) return;
    report("error.json_too_long");
    errors_.back().params.emplace_back("limit", std::to_string(limit));
}

boost::json::value Decoder::value_of(const boost::json::value& from) const {
    if (texts_ == Texts::as_texts || !from.is_string()) return from;
    const std::string plain = ascii_digits(std::string_view(from.get_string()));
    boost::system::error_code failed;
    auto parsed = boost::json::parse(plain, failed);
    return failed || parsed.is_structured() || parsed.is_string() || parsed.is_null()
               ? from
               : std::move(parsed);
}

std::vector<boost::json::value> Decoder::items_of(std::string_view text) {
    std::vector<boost::json::value> items;
    for (std::size_t start = 0; start <= text.size() && !text.empty();) {
        const std::size_t end = std::min(text.find(',', start), text.size());
        items.emplace_back(boost::json::string(text.substr(start, end - start)));
        start = end + 1;
    }
    return items;
}

std::size_t text_length(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
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

#include "platform/json/schema.h"

namespace vafa::json {
namespace detail {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::string;
using boost::json::value;

// Whole numbers up to 2⁵³ are exact for every reader; wider ranges say so by their format.
constexpr double kExact = 9'007'199'254'740'992.0;

// "cus_…" as a format: an id with that prefix.
constexpr std::string_view kIdMark = "_…";

value whole_or_real(double number) {
    const auto whole = static_cast<std::int64_t>(number);
    if (static_cast<double>(whole) == number) return whole;
    return number;
}

// Limits belong to the value itself, not to the choice "or null" around it.
void add_limits(object& schema, const FieldNote& note) {
    if (note.min) schema["minimum"] = whole_or_real(*note.min);
    if (note.max) schema["maximum"] = whole_or_real(*note.max);
    const auto* type = schema.if_contains("type");
    const auto is = [&](std::string_view name) {  // itself, or "or null"
        if (type == nullptr) return false;
        return type->is_array() ? type->get_array().at(0) == string(name) : *type == string(name);
    };
    const bool is_list = is("array");
    const bool is_text = is("string") && !schema.contains("enum");
    if (note.max_length) {
        schema[is_list ? "maxItems" : "maxLength"] = *note.max_length;
    } else if (is_text) {
        schema["maxLength"] = kMaxText;
    }
    if (note.format.ends_with(kIdMark)) {
        // As base/ids.h writes them.
        const std::string prefix(note.format.substr(0, note.format.size() - kIdMark.size()));
        schema["pattern"] = string("^" + prefix + "_[0-9a-hjkmnp-tv-z]{13}$");
        schema.erase("maxLength");
    } else if (!note.format.empty()) {
        schema["format"] = string(note.format);
    }
}

value with_note(value schema, const Notes* notes, std::string_view name) {
    if (notes == nullptr) return schema;
    for (const auto& note : notes->fields) {
        if (note.name != name) continue;
        object& described = schema.get_object();
        described["description"] = string(note.text);
        add_limits(described, note);
        if (!note.example.empty()) {
            described["examples"] = array{boost::json::parse(
                boost::json::string_view(note.example.data(), note.example.size()))};
        }
    }
    return schema;
}

}  // namespace

object typed(std::string_view type) { return {{"type", string(type)}}; }

object integer_schema(double low, double high) {
    object schema = typed("integer");
    if (high > kExact) {
        schema["format"] = "int64";
        if (low == 0) schema["minimum"] = 0;
        return schema;
    }
    schema["minimum"] = whole_or_real(low);
    schema["maximum"] = whole_or_real(high);
    return schema;
}

object list_of(value items) { return {{"type", "array"}, {"items", std::move(items)}}; }

object map_of(value items) {
    return {{"type", "object"}, {"additionalProperties", std::move(items)}};
}

object choice_of(const std::vector<std::string_view>& names) {
    array choices;
    for (const auto name : names) choices.emplace_back(string(name));
    return {{"type", "string"}, {"enum", std::move(choices)}};
}

value nullable(value schema) {
    object& inner = schema.get_object();
    if (inner.empty()) return schema;  // anything, null among it
    if (auto* type = inner.if_contains("type"); type != nullptr && type->is_string()) {
        *type = array{*type, "null"};
        if (auto* choices = inner.if_contains("enum")) choices->get_array().emplace_back(nullptr);
        return schema;
    }
    return object{{"anyOf", array{std::move(schema), typed("null")}}};
}

object object_of(object properties, array required, bool closed) {
    object schema = typed("object");
    schema["properties"] = std::move(properties);
    if (!required.empty()) schema["required"] = std::move(required);
    if (closed) schema["additionalProperties"] = false;
    return schema;
}

}  // namespace detail

boost::json::object SchemaSet::of_members(std::span<const Member> members, const Notes* notes) {
    boost::json::object properties;
    boost::json::array required;
    for (const Member& member : members) {
        properties[member.name] = detail::with_note(member.schema(*this), notes, member.name);
        const bool always = direction_ == Direction::answer && !member.left_out;
        if (always || !member.may_lack) required.emplace_back(boost::json::string(member.name));
    }
    return detail::object_of(std::move(properties), std::move(required),
                             direction_ == Direction::request);
}

boost::json::object SchemaSet::component(std::string_view name, boost::json::object made) {
    const auto [place, is_new] = components_.try_emplace(std::string(name), made);
    VAFA_ASSERT(is_new || place->second == made);  // one name, one shape, one direction
    return {{"$ref", boost::json::string("#/components/schemas/" + std::string(name))}};
}

}  // namespace vafa::json

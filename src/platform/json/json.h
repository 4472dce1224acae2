#pragma once

#include <array>
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/result.h"
#include "platform/json/notes.h"

// Structs described by BOOST_DESCRIBE_STRUCT, to JSON and back. Boost's own value_to (1.81) refuses
// a missing optional key and names no field, hence our decoder. The rules:
//   member names are the keys; a missing std::optional member is nullopt and encodes as null;
//   enumerators are their names, a trailing '_' dropped (delete_); std::map<std::string, T> is an
//   object; 64-bit integers are numbers (ids travel as strings by convention).
// What else a member may be: LeftOut<T> has no key when it is absent, Fields<T> is an object in its
// own order, and an AsText type travels as a text of its own making.
namespace vafa::json {

// A member whose key is absent rather than null when there is nothing.
template <class T>
struct LeftOut {
    std::optional<T> value;
    bool operator==(const LeftOut&) const = default;
};

// An object whose keys are data, in the order given.
template <class T>
struct Fields {
    std::vector<std::pair<std::string, T>> items;
    bool operator==(const Fields&) const = default;
};

// The error of from_text comes back at the member's pointer.
template <class T>
concept AsText = requires(const T& value, std::string_view text) {
    { T::from_text(text) } -> std::same_as<Result<T>>;
    { value.to_text() } -> std::same_as<std::string>;
};

namespace detail {

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};
template <class T>
struct is_string_map : std::false_type {};
template <class T>
struct is_string_map<std::map<std::string, T>> : std::true_type {};
template <class T>
struct is_left_out : std::false_type {};
template <class T>
struct is_left_out<LeftOut<T>> : std::true_type {};
template <class T>
struct is_fields : std::false_type {};
template <class T>
struct is_fields<Fields<T>> : std::true_type {};

// Whether a document may lack the member.
template <class T>
inline constexpr bool kMayLack = is_optional<T>::value || is_left_out<T>::value;

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_any_access |
                                                         boost::describe::mod_inherited>;

constexpr std::string_view wire_name(std::string_view name) {
    if (name.ends_with('_')) name.remove_suffix(1);
    return name;
}

// What walks over members and enumerators works on tables without their types, so that it is
// compiled once and not for each of them: these few lines a member are most of what a build does.

template <class E>
struct Enumerator {
    std::string_view name;
    E value;
};

template <class E, template <class...> class List, class... D>
constexpr std::array<Enumerator<E>, sizeof...(D)> enumerators(List<D...>) {
    return {{{wire_name(D::name), D::value}...}};
}

template <class E>
inline constexpr auto kEnumerators = enumerators<E>(boost::describe::describe_enumerators<E>());

struct WrittenMember {
    std::string_view name;
    // false: it has no key
    bool (*write)(const void* owner, boost::json::value& into);
};

boost::json::object encode_members(const void* owner, std::span<const WrittenMember> members);

}  // namespace detail

template <class E>
requires std::is_enum_v<E> std::string_view enum_name(E value) {
    for (const auto& e : detail::kEnumerators<E>) {
        if (e.value == value) return e.name;
    }
    return {};
}

template <class E>
requires std::is_enum_v<E> std::optional<E> parse_enum(std::string_view text) {
    for (const auto& e : detail::kEnumerators<E>) {
        if (e.name == text) return e.value;
    }
    return std::nullopt;
}

// The wire names of an enumeration, in order of declaration: for messages and help.
template <class E>
requires std::is_enum_v<E> std::vector<std::string_view> enum_names() {
    std::vector<std::string_view> names;
    for (const auto& e : detail::kEnumerators<E>) names.push_back(e.name);
    return names;
}

template <class T>
boost::json::value encode(const T& value);

namespace detail {

template <class T, class D>
bool write_member(const void* owner, boost::json::value& into) {
    const auto& member = static_cast<const T*>(owner)->*D::pointer;
    if constexpr (is_left_out<std::remove_cvref_t<decltype(member)>>::value) {
        if (!member.value) return false;
        into = encode(*member.value);
    } else {
        into = encode(member);
    }
    return true;
}

template <class T, template <class...> class List, class... D>
constexpr std::array<WrittenMember, sizeof...(D)> written(List<D...>) {
    return {{{wire_name(D::name), &write_member<T, D>}...}};
}

}  // namespace detail

template <class T>
boost::json::value encode(const T& value) {
    if constexpr (std::is_convertible_v<const T&, boost::json::value> &&
                  std::is_base_of_v<boost::json::value, T>) {
        return value;
    } else if constexpr (std::is_same_v<T, boost::json::object> ||
                         std::is_same_v<T, boost::json::array>) {
        return value;
    } else if constexpr (detail::is_optional<T>::value) {
        return value ? encode(*value) : boost::json::value(nullptr);
    } else if constexpr (detail::is_vector<T>::value) {
        boost::json::array out;
        out.reserve(value.size());
        for (const auto& item : value) out.push_back(encode(item));
        return out;
    } else if constexpr (detail::is_string_map<T>::value) {
        boost::json::object out;
        for (const auto& [key, item] : value) out[key] = encode(item);
        return out;
    } else if constexpr (detail::is_fields<T>::value) {
        boost::json::object out;
        for (const auto& [key, item] : value.items) out[key] = encode(item);
        return out;
    } else if constexpr (AsText<T>) {
        return boost::json::string(value.to_text());
    } else if constexpr (std::is_enum_v<T>) {
        return boost::json::string(enum_name(value));
    } else if constexpr (std::is_arithmetic_v<T>) {
        return boost::json::value(value);
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        return boost::json::string(std::string_view(value));
    } else {
        static constexpr auto kMembers = detail::written<T>(detail::Members<T>());
        return detail::encode_members(&value, kMembers);
    }
}

enum class UnknownKeys { refuse, ignore };
// `as_values`: the document came from texts (a query, a command line): "5" is a number, "true" a
// boolean, "a,b" a list.
enum class Texts { as_texts, as_values };

// Characters, not bytes.
std::size_t text_length(std::string_view text);

// Collects every wrong field of a document, each by its JSON pointer.
class Decoder {
public:
    explicit Decoder(UnknownKeys unknown = UnknownKeys::refuse, Texts texts = Texts::as_texts)
        : unknown_(unknown), texts_(texts) {}

    template <class T>
    void read(const boost::json::value& from, T& into);

    std::vector<Error>& errors() { return errors_; }

private:
    struct Member {
        std::string_view name;
        bool may_lack;
        void (*read)(Decoder& decoder, const boost::json::value& from, void* owner);
        void (*check)(Decoder& decoder, const FieldNote& note, const void* owner);
    };
    template <class T, class D>
    static void read_member(Decoder& decoder, const boost::json::value& from, void* owner);
    template <class T, class D>
    static void check_member(Decoder& decoder, const FieldNote& note, const void* owner);
    template <class T, template <class...> class List, class... D>
    static constexpr std::array<Member, sizeof...(D)> members(List<D...>);
    // `notes` may be null: then nothing is checked.
    void read_members(const boost::json::object& from, void* owner, std::span<const Member> members,
                      const Notes* notes);
    void read_known(const boost::json::value& from, void* owner, const Member& member,
                    const Notes* notes);
    template <class T>
    void read_number(const boost::json::value& from, T& into);
    template <class T>
    void check_limits(const FieldNote& note, const T& value);
    void check_range(const FieldNote& note, double value);
    void report_range(std::optional<double> min, std::optional<double> max);
    void check_length(std::size_t limit, std::size_t length);
    void report(const char* key, std::string_view expected = {});
    void report_choice(std::string_view given, const std::vector<std::string_view>& choices);
    // Of a text that stands for a number, boolean or list; `from` itself where it does not.
    boost::json::value value_of(const boost::json::value& from) const;
    static std::vector<boost::json::value> items_of(std::string_view text);

    template <class F>
    void inside(std::string_view step, F&& body) {
        const std::size_t size = path_.size();
        path_ += '/';
        for (const char c : step) {
            if (c == '~')
                path_ += "~0";
            else if (c == '/')
                path_ += "~1";
            else
                path_ += c;
        }
        body();
        path_.resize(size);
    }

    UnknownKeys unknown_;
    Texts texts_;
    std::string path_;
    std::vector<Error> errors_;
};

// All wrong fields, or the value.
template <class T>
struct Decoded {
    T value{};
    std::vector<Error> errors;
    bool ok() const { return errors.empty(); }
};

template <class T>
Decoded<T> decode(const boost::json::value& from, UnknownKeys unknown = UnknownKeys::refuse,
                  Texts texts = Texts::as_texts) {
    Decoded<T> decoded;
    Decoder decoder(unknown, texts);
    decoder.read(from, decoded.value);
    decoded.errors = std::move(decoder.errors());
    return decoded;
}

// Text to value; at most kMaxDepth levels. Error: `error.json_syntax` with line and column.
inline constexpr std::size_t kMaxDepth = 64;
Result<boost::json::value> parse(std::string_view text);

// Indented by two, keys in their order: for people and golden files.
std::string pretty(const boost::json::value& value);

template <class T>
void Decoder::read(const boost::json::value& from, T& into) {
    if constexpr (detail::is_optional<T>::value) {
        if (from.is_null()) {
            into.reset();
        } else {
            read(from, into.emplace());
        }
    } else if constexpr (detail::is_vector<T>::value) {
        std::size_t index = 0;
        if (texts_ == Texts::as_values && from.is_string()) {
            for (const auto& item : items_of(from.get_string())) {
                inside(std::to_string(index++), [&] { read(item, into.emplace_back()); });
            }
            return;
        }
        if (!from.is_array()) return report("error.json_type", "array");
        for (const auto& item : from.get_array()) {
            inside(std::to_string(index++), [&] { read(item, into.emplace_back()); });
        }
    } else if constexpr (detail::is_string_map<T>::value) {
        if (!from.is_object()) return report("error.json_type", "object");
        for (const auto& member : from.get_object()) {
            inside(member.key(), [&] { read(member.value(), into[std::string(member.key())]); });
        }
    } else if constexpr (detail::is_left_out<T>::value) {
        read(from, into.value.emplace());
    } else if constexpr (detail::is_fields<T>::value) {
        if (!from.is_object()) return report("error.json_type", "object");
        for (const auto& member : from.get_object()) {
            auto& item = into.items.emplace_back();
            item.first = member.key();
            inside(member.key(), [&] { read(member.value(), item.second); });
        }
    } else if constexpr (AsText<T>) {
        if (!from.is_string()) return report("error.json_type", "string");
        auto made = T::from_text(std::string_view(from.get_string()));
        if (made.has_value()) {
            into = std::move(made).value();
        } else {
            errors_.push_back(std::move(made).error().at(path_.empty() ? "/" : path_));
        }
    } else if constexpr (std::is_enum_v<T>) {
        if (!from.is_string()) return report("error.json_type", "string");
        const auto parsed = parse_enum<T>(from.get_string());
        if (!parsed) return report_choice(from.get_string(), enum_names<T>());
        into = *parsed;
    } else if constexpr (std::is_same_v<T, bool>) {
        const auto plain = value_of(from);
        if (!plain.is_bool()) return report("error.json_type", "boolean");
        into = plain.get_bool();
    } else if constexpr (std::is_arithmetic_v<T>) {
        read_number(value_of(from), into);
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (!from.is_string()) return report("error.json_type", "string");
        // "\u0000" is valid JSON, but no database takes it.
        if (from.get_string().find('\0') != boost::json::string::npos) {
            return report("error.text_encoding");
        }
        into.assign(from.get_string().begin(), from.get_string().end());
    } else if constexpr (std::is_same_v<T, boost::json::value>) {
        into = from;
    } else {
        if (!from.is_object()) return report("error.json_type", "object");
        static constexpr auto kMembers = members<T>(detail::Members<T>());
        const Notes* notes = nullptr;
        if constexpr (Noted<T>) notes = &notes_of<T>();
        read_members(from.get_object(), &into, kMembers, notes);
    }
}

template <class T, class D>
void Decoder::read_member(Decoder& decoder, const boost::json::value& from, void* owner) {
    decoder.read(from, static_cast<T*>(owner)->*D::pointer);
}

template <class T, class D>
void Decoder::check_member(Decoder& decoder, const FieldNote& note, const void* owner) {
    decoder.check_limits(note, static_cast<const T*>(owner)->*D::pointer);
}

template <class T, template <class...> class List, class... D>
constexpr std::array<Decoder::Member, sizeof...(D)> Decoder::members(List<D...>) {
    return {{{detail::wire_name(D::name),
              detail::kMayLack<std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>>,
              &read_member<T, D>, &check_member<T, D>}...}};
}

template <class T>
void Decoder::check_limits(const FieldNote& note, const T& value) {
    if constexpr (detail::is_optional<T>::value) {
        if (value) check_limits(note, *value);
    } else if constexpr (detail::is_left_out<T>::value) {
        check_limits(note, value.value);
    } else if constexpr (std::is_arithmetic_v<T> && !std::is_same_v<T, bool>) {
        check_range(note, static_cast<double>(value));
    } else if constexpr (std::is_same_v<T, std::string>) {
        check_length(note.max_length.value_or(kMaxText), text_length(value));
    } else if constexpr (detail::is_vector<T>::value || detail::is_string_map<T>::value) {
        if (note.max_length) check_length(*note.max_length, value.size());
    }
}

template <class T>
void Decoder::read_number(const boost::json::value& from, T& into) {
    if constexpr (std::is_floating_point_v<T>) {
        if (!from.is_number()) return report("error.json_type", "number");
        into = from.to_number<T>();
    } else {
        if (!from.is_int64() && !from.is_uint64()) return report("error.json_type", "integer");
        boost::system::error_code failed;
        into = from.to_number<T>(failed);
        if (!failed) return;
        using Limits = std::numeric_limits<T>;
        // Beyond 32 bits the limits are no numbers for people.
        if constexpr (sizeof(T) > 4) return report("error.json_range");
        report_range(static_cast<double>(Limits::min()), static_cast<double>(Limits::max()));
    }
}

}  // namespace vafa::json

#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

// What Boost.Describe cannot say of a struct's members: texts and limits. A described struct of the
// wire gets a function found by its argument's type, beside its codec (dto.cpp):
//
//     json::Notes field_notes(const Customer*) {
//         return {"Customer", {{.name = "id", .text = "…", .format = "cus_…"}, …}};
//     }
//
// From it come the schema's descriptions and the decoder's checks. A struct without one is decoded
// unchecked and has no name of its own in the schema.
namespace vafa::json {

struct FieldNote {
    std::string_view name;
    std::string_view text;  // English, a sentence: units, what null means
    std::optional<double> min = std::nullopt, max = std::nullopt;  // of numbers, both included
    std::optional<std::size_t> max_length = std::nullopt;  // characters, items; texts: 10,000
    std::string_view format = {};                          // "date-time", "email", "cus_…": shown
    std::string_view example = {};                         // as JSON
};

// Texts that name no limit of their own hold at most this many characters.
inline constexpr std::size_t kMaxText = 10'000;

struct Notes {
    std::string_view name;  // of the type in the schema: "Customer"
    std::vector<FieldNote> fields;
};

template <class T>
concept Noted = requires(const T* none) {
    { field_notes(none) } -> std::same_as<Notes>;
};

// Once a type.
template <Noted T>
const Notes& notes_of() {
    static const Notes kNotes = field_notes(static_cast<const T*>(nullptr));
    return kNotes;
}

}  // namespace vafa::json

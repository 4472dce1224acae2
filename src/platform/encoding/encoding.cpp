#include "platform/encoding/encoding.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace vafa::encoding {
namespace {

constexpr std::array<std::pair<Encoding, std::string_view>, 6> kNames = {
    {{Encoding::utf_8, "utf-8"},
     {Encoding::utf_16le, "utf-16le"},
     {Encoding::utf_16be, "utf-16be"},
     {Encoding::windows_1251, "windows-1251"},
     {Encoding::windows_1252, "windows-1252"},
     {Encoding::windows_1256, "windows-1256"}}};

}  // namespace

std::string_view name_of(Encoding encoding) {
    for (const auto& [known, name] : kNames) {
        if (known == encoding) return name;
    }
    return {};
}

std::optional<Encoding> parse_encoding(std::string_view text) {
    for (const auto& [known, name] : kNames) {
        if (name.size() == text.size() && equals_ignoring_ascii_case(name, text)) return known;
    }
    return std::nullopt;
}

std::string known_names() {
    std::string names;
    for (const auto& [known, name] : kNames) {
        names += (names.empty() ? "" : ", ") + std::string(name);
    }
    return names;
}

}  // namespace vafa::encoding

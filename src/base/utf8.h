#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vafa {

inline constexpr char32_t kReplacement = 0xFFFD;

// One step through UTF-8. An invalid sequence gives `valid` false, U+FFFD and the length of its
// longest prefix that could have begun a character (Unicode 15, section 3.9), at least 1.
struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;
    bool valid = true;
};
CodePoint code_point_at(std::string_view text, std::size_t at);  // at < text.size()
void append_utf8(std::string& text, char32_t value);

}  // namespace vafa

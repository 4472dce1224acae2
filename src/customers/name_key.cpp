#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "customers/ordering.h"

namespace vafa::customers {
namespace {

// In Unicode پ, چ, ژ, ک, گ and ی stand behind all other letters, and و behind ه.
constexpr std::u32string_view kPersianAlphabet = U"اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی";
constexpr char32_t kFirstArabic = 0x0620;

char32_t sorted_as(char32_t letter) {
    const std::size_t place = kPersianAlphabet.find(letter);
    if (place == std::u32string_view::npos) return letter;
    return kFirstArabic + static_cast<char32_t>(place);
}

}  // namespace

std::string name_key(std::string_view name) {
    const std::string folded = search_key(name);
    std::string key;
    for (std::size_t at = 0; at < folded.size();) {
        const CodePoint point = code_point_at(folded, at);
        std::string letter;
        append_utf8(letter, sorted_as(point.value));
        if (key.size() + letter.size() > kMaxNameKey) break;
        key += letter;
        at += point.bytes;
    }
    return key;
}

}  // namespace vafa::customers

#include <cstdint>
#include <string_view>

#include "base/text.h"
#include "platform/rest/input.h"
#include "platform/rest/language.h"
#include "platform/rest/page.h"

// Any bytes are a query, a cursor and an accept-language field, or are refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace vafa;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto query = rest::parse_query(text); query.has_value()) {
        VAFA_ASSERT(query->size() <= rest::kMaxQueryParameters);
        for (const auto& [name, value] : *query) {
            VAFA_ASSERT(is_valid_utf8(name) && is_valid_utf8(value.as_string()));
            VAFA_ASSERT(value.as_string().find('\0') == std::string::npos);
        }
    }
    if (const auto cursor = rest::read_cursor(text, 2); cursor.has_value()) {
        VAFA_ASSERT(cursor->size() == 2);
    }
    rest::preferred_language(text);
    return 0;
}

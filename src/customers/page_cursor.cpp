#include "customers/page_cursor.h"

#include "base/text.h"
#include "commerce/route_support.h"
#include "platform/rest/page.h"

namespace vafa::customers {
namespace {

constexpr std::size_t kParts = 4;

}  // namespace

std::string cursor_of(Sort sort, const Place& place) {
    return rest::make_cursor({std::to_string(static_cast<int>(sort)), std::to_string(place.key),
                              place.name, std::to_string(place.id)});
}

bool is_of_directory(const wire::Text& cursor) {
    return cursor && rest::read_cursor(*cursor, kParts).has_value();
}

Result<std::optional<Place>> place_of(const wire::Text& cursor, Sort sort) {
    if (!cursor) return std::optional<Place>();
    VAFA_TRY(auto parts, rest::read_cursor(*cursor, kParts));
    if (parts[0] != std::to_string(static_cast<int>(sort))) return commerce::wrong_cursor();
    Place place;
    VAFA_TRY(place.key, commerce::cursor_number(parts[1]));
    VAFA_TRY(place.id, commerce::cursor_number(parts[3]));
    if (valid_utf8(parts[2]) != parts[2]) return commerce::wrong_cursor();
    place.name = std::move(parts[2]);
    return std::optional(std::move(place));
}

}  // namespace vafa::customers

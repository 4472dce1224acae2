#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/ids.h"
#include "base/text.h"
#include "commerce/customer_list.h"
#include "commerce/orders.h"
#include "commerce/product_list.h"
#include "commerce/wire_requests.h"
#include "platform/rest/page.h"

// What the routes' handlers share.
namespace vafa::commerce {

inline Error no_customer() { return not_found("commerce.customer_not_found"); }

template <class Tag>
Result<Id<Tag>> path_id(const std::string& text) {
    auto id = parse_id<Tag>(text);
    if (id.has_error()) return std::move(id).error().at("/id");
    return id;
}

inline std::int64_t limit_of(const wire::Amount& limit) {
    return limit.value_or(rest::kDefaultPage);
}

template <class Tag>
std::optional<Id<Tag>> id_of(const std::optional<wire::TextId<Tag>>& wire) {
    return wire ? std::optional(wire->id) : std::nullopt;
}

inline Error wrong_cursor() { return invalid("error.cursor").at("/cursor"); }

inline Result<std::int64_t> cursor_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return wrong_cursor();
    return number;
}

// Places along tokens, of customers and products alike.
template <class Place>
std::string cursor_along(const Place& place) {
    return rest::make_cursor(
        {std::to_string(place.way), place.token, std::to_string(place.id.value)});
}
template <class Place>
Result<std::optional<Place>> place_along(const wire::Text& cursor) {
    if (!cursor) return std::optional<Place>();
    VAFA_TRY(auto parts, rest::read_cursor(*cursor, 3));
    Place place;
    VAFA_TRY(place.way, cursor_number(parts[0]));
    VAFA_TRY(place.id.value, cursor_number(parts[2]));
    if (valid_utf8(parts[1]) != parts[1]) return wrong_cursor();
    place.token = std::move(parts[1]);
    return std::optional(std::move(place));
}

inline std::string cursor_of(const OrderPlace& place) {
    return rest::make_cursor({std::to_string(place.at), std::to_string(place.id.value)});
}
inline Result<std::optional<OrderPlace>> order_place(const wire::Text& cursor) {
    if (!cursor) return std::optional<OrderPlace>();
    VAFA_TRY(const auto parts, rest::read_cursor(*cursor, 2));
    OrderPlace place;
    VAFA_TRY(place.at, cursor_number(parts[0]));
    VAFA_TRY(place.id.value, cursor_number(parts[1]));
    return std::optional(place);
}

}  // namespace vafa::commerce

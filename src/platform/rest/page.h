#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace vafa::rest {

inline constexpr std::int64_t kDefaultPage = 50;
inline constexpr std::int64_t kMaxPage = 200;

// One page of a list. `next_cursor` null: there is no more. Described per item type with
// VAFA_PAGE(Name, Item).
//
// A cursor is the sort key of the last item, opaque outside: base64url of its parts. Whoever made
// the list reads its own cursor; anything else is invalid `error.cursor` at "/cursor".
std::string make_cursor(const std::vector<std::string>& parts);
Result<std::vector<std::string>> read_cursor(std::string_view cursor, std::size_t parts);

}  // namespace vafa::rest

// struct Name { std::vector<Item> items; std::optional<std::string> next_cursor; }, described.
#define VAFA_PAGE(Name, Item)                                                                  \
    struct Name {                                                                              \
        std::vector<Item> items;                                                               \
        std::optional<std::string> next_cursor;                                                \
    };                                                                                         \
    BOOST_DESCRIBE_STRUCT(Name, (), (items, next_cursor))                                      \
    inline ::vafa::json::Notes field_notes(const Name*) {                                      \
        return {#Name,                                                                         \
                {{.name = "items", .text = "The items of this page, in the list's order."},    \
                 {.name = "next_cursor",                                                       \
                  .text = "Give it as `cursor` for the next page; null: this is the last."}}}; \
    }

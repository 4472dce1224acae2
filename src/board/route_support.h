#pragma once

#include <string>

#include "base/ids.h"
#include "commerce/api.h"

// What the routes' handlers share.
namespace vafa::board {

template <class Tag>
Result<Id<Tag>> path_id(const std::string& text) {
    auto id = parse_id<Tag>(text);
    if (id.has_error()) return std::move(id).error().at("/id");
    return id;
}

inline Error no_entry() { return not_found("error.board_no_entry"); }

inline Error too_many(std::size_t limit) {
    return conflict("error.board_too_many").with("limit", std::to_string(limit));
}

inline CalendarKind calendar_of(sql::Session& session) {
    return commerce::load_settings(session).calendar.calendar;
}

}  // namespace vafa::board

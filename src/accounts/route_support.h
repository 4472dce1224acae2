#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "accounts/dto.h"
#include "accounts/services.h"

// What the routes' handlers share.
namespace vafa::accounts {

// An attempt that was refused for its number says when the next one may come.
template <class T>
Result<T> with_retry_after(rest::Call& call, Result<T> result) {
    if (result.has_error() && result.error().key == "error.too_many_requests") {
        for (const auto& [name, value] : result.error().params) {
            if (name == "count") call.headers.set("retry-after", value);
        }
    }
    return result;
}

// From now on the call is this user's: what follows is recorded as theirs.
void act_as(rest::Call& call, const User& user, SessionId session);
// Signs the browser in; the answer of all routes that do.
Me signed_in(rest::Call& call, sql::Session& session, const Opened& opened);
Me me_of(const rest::Call& call, sql::Session& session, const User& user,
         const std::string& csrf_token);

// Of `limit` + 1 items the page; `key_of` the last one's place.
template <class Page, class Item, class View, class Key>
Page page_of(const std::vector<Item>& items, std::int64_t limit, const View& view,
             const Key& key_of) {
    Page page;
    const auto most = static_cast<std::size_t>(limit);
    for (std::size_t i = 0; i < items.size() && i < most; ++i) page.items.push_back(view(items[i]));
    if (items.size() > most) page.next_cursor = rest::make_cursor(key_of(items[most - 1]));
    return page;
}

// The id in a cursor of lists by id.
template <class Tag>
Result<Id<Tag>> id_of_cursor(const std::optional<std::string>& cursor) {
    if (!cursor) return Id<Tag>{};
    VAFA_TRY(const auto parts, rest::read_cursor(*cursor, 1));
    const auto id = parse_id<Tag>(parts.front());
    if (id.has_error()) return invalid("error.cursor").at("/cursor");
    return *id;
}

template <class Tag>
Result<Id<Tag>> path_id(const std::string& text) {
    auto id = parse_id<Tag>(text);
    if (id.has_error()) return std::move(id).error().at("/id");
    return id;
}

}  // namespace vafa::accounts

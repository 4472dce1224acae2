#pragma once

#include <optional>
#include <string_view>

#include "commerce/plan.h"
#include "platform/sql/row.h"

// Cells and rows, for the store's own files.
namespace vafa::commerce::store {

// Empty texts are NULL: most are.
inline std::optional<std::string_view> text_or_null(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(text);
}
template <class Tag>
std::optional<std::int64_t> id_or_null(Id<Tag> id) {
    return id ? std::optional(id.value) : std::nullopt;
}
inline std::string text_at(const sql::Row& row, int column) {
    return row.is_null(column) ? std::string() : std::string(row.text(column));
}

}  // namespace vafa::commerce::store

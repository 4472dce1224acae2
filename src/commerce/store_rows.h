#pragma once

#include <optional>
#include <string_view>

#include "commerce/plan.h"
#include "commerce/products.h"
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

// What is shown of a product, of four columns from `column` on: an order's word, its time, a file's
// word, its time.
inline std::string shown_text(const sql::Row& row, int column) {
    const auto time = [&](int of) { return row.get<std::optional<TimeMs>>(of).value_or(0); };
    return later_word(text_at(row, column), time(column + 1), text_at(row, column + 2),
                      time(column + 3));
}

}  // namespace vafa::commerce::store

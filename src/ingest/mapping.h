#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "commerce/types.h"
#include "ingest/fields.h"
#include "ingest/presets.h"

namespace vafa::ingest {

inline constexpr int kNoColumn = -1;

// Which column of a file holds which field.
struct ColumnMap {
    ColumnMap() { column.fill(kNoColumn); }

    bool has(Field field) const { return column[index_of(field)] != kNoColumn; }
    int of(Field field) const { return column[index_of(field)]; }

    std::array<int, kFieldCount> column;
    commerce::ProfileKind customer_kind = commerce::ProfileKind::id;
    std::size_t columns = 0;  // of the file

    // Each line is worth quantity × unit price; an amount beside them is the order's total.
    bool by_lines() const {
        return has(Field::unit_price) && (has(Field::quantity) || !has(Field::amount));
    }
    bool has_money() const {
        return has(Field::amount) || has(Field::total) || has(Field::unit_price);
    }
};

// From the user: field name → column name, or "#3" for the third.
using MapOption = std::pair<std::string, std::string>;

// `header` may be empty (`columns` still counts them); `preset` may be null. The user's word goes
// before the preset's, and that before known names. Errors: `error.import_field`,
// `error.import_column` (both, where something is near, `…_did_you_mean`),
// `error.import_missing_column`, `error.import_no_header`.
Result<ColumnMap> map_columns(std::span<const std::string> header, std::size_t columns,
                              const Preset* preset, std::span<const MapOption> options);

}  // namespace vafa::ingest

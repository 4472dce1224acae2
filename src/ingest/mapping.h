#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "commerce/types.h"
#include "ingest/fields.h"
#include "ingest/import_kind.h"
#include "ingest/presets.h"

namespace vafa::ingest {

inline constexpr int kNoColumn = -1;

// Why a column was taken for a field.
enum class MapReason : std::uint8_t {
    none,
    told,    // by the user
    preset,  // by the platform's preset
    name,    // by its known name
};

// A column kept under its name, and its place in the import's TraitTable.
struct TraitCell {
    int column = kNoColumn;
    std::size_t place = 0;
};

// Which column of a file holds which field.
struct ColumnMap {
    ColumnMap() {
        column.fill(kNoColumn);
        reason.fill(MapReason::none);
    }

    bool has(Field field) const { return column[index_of(field)] != kNoColumn; }
    int of(Field field) const { return column[index_of(field)]; }

    // Whether two columns make up the name.
    bool name_in_parts() const { return !has(Field::name) && has(Field::first_name); }

    std::array<int, kFieldCount> column;
    std::array<MapReason, kFieldCount> reason;
    // Of Field::customer. A name in parts has no column of its own: then it tells without one.
    commerce::ProfileKind customer_kind = commerce::ProfileKind::id;
    int id_column = kNoColumn;  // of the customer's id, whether it tells customers or not
    std::vector<TraitCell> traits;
    bool traits_by_field = false;  // a field of kTraitFields has a column
    std::size_t columns = 0;       // of the file

    // Each line is worth quantity × unit price; an amount beside them is the order's total.
    bool by_lines() const {
        return has(Field::unit_price) && (has(Field::quantity) || !has(Field::amount));
    }
    bool has_traits() const { return !traits.empty() || traits_by_field; }
    bool has_money() const {
        return has(Field::amount) || has(Field::total) || has(Field::unit_price);
    }
};

// From the user: field name → column name, or "#3" for the third.
using MapOption = std::pair<std::string, std::string>;

// `header` may be empty (`columns` still counts them); `preset` may be null. The user's word goes
// before the preset's, and that before known names. `customer_by` is one of ImportRequest's words,
// or empty. Columns of `told_otherwise` (by name or number) have no field unless the user gives
// them one. Presets know files of orders alone. What is recognised may not be enough, see
// require_columns. Errors: `error.import_field`, `error.import_customer_by`,
// `error.import_no_identity`, `error.import_column` (both, where something is near,
// `…_did_you_mean`).
Result<ColumnMap> map_columns(std::span<const std::string> header, std::size_t columns,
                              const Preset* preset, std::span<const MapOption> options,
                              std::string_view customer_by = {},
                              ImportKind kind = ImportKind::orders,
                              std::span<const std::string> told_otherwise = {});

// What an import cannot do without. Errors: `error.import_missing_column`,
// `error.import_no_header`.
Result<void> require_columns(const ColumnMap& map, std::span<const std::string> header,
                             ImportKind kind = ImportKind::orders);

// A column called "Customer" may hold ids or names: where the file's first rows hold names of more
// than a word, it is read as the name. Nothing changes where the user said what it is.
void look_for_names(ColumnMap& map, std::span<const std::vector<std::string>> rows);

std::string_view kind_name(commerce::ProfileKind kind);
std::optional<commerce::ProfileKind> parse_kind(std::string_view name);

}  // namespace vafa::ingest

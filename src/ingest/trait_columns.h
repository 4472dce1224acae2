#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "ingest/mapping.h"
#include "ingest/staged_traits.h"

namespace vafa::ingest {

// What is to be done with the columns that nothing was found for.
struct TraitOptions {
    bool none = false;
    TraitOwner unless_told = TraitOwner::order;  // whose a column is that no word says
    std::span<const std::string> owners;         // "customer:COLUMN", "order:COLUMN"
    std::span<const std::string> ignore;         // columns
};

// Why a column is no trait.
enum class NoTrait : std::uint8_t { kept, has_field, told, nameless, of_line, repeats };

struct TraitColumn {
    int column = kNoColumn;
    TraitName trait;
    NoTrait why = NoTrait::kept;
};

// Each column of a file with a header: kept as a trait, of the order unless its header or the user
// says it is the customer's, or why not. `rows` is the beginning of the file: a column that says
// the same as one with a meaning is not kept.
std::vector<TraitColumn> trait_columns(std::span<const std::string> header,
                                       std::span<const std::vector<std::string>> rows,
                                       const ColumnMap& map, const TraitOptions& options);

// `error.import_trait_option` for what is not "customer:" or "order:" before a column.
Result<void> check_trait_options(const TraitOptions& options);
// The columns that the options name.
std::vector<std::string> columns_named(const TraitOptions& options);

}  // namespace vafa::ingest

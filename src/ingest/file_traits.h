#pragma once

#include <vector>

#include "ingest/import_types.h"
#include "ingest/input_file.h"
#include "ingest/staged_traits.h"
#include "ingest/trait_columns.h"

namespace vafa::ingest {

TraitOptions trait_options(const ImportRequest& request);
// Columns that the request's options name stand in one of the files: `error.import_column`,
// `error.import_trait_option`.
Result<void> check_trait_columns(const std::vector<InputFile>& files, const ImportRequest& request);

// Says to every file's map which columns are kept as traits, and to the result, too. Columns beyond
// kMaxTraits are left, with a note.
void assign_traits(std::vector<InputFile>& files, const ImportRequest& request, TraitTable& table,
                   ImportResult& result);

}  // namespace vafa::ingest

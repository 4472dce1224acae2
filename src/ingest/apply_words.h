#pragma once

#include <filesystem>

#include "ingest/import_orders.h"
#include "ingest/staging.h"

namespace vafa::ingest {

// Phase 2 of files of customers and products, as apply_orders.h has it for orders.
Result<ImportResult> apply_words(const ImportDeps& deps, const StagedImport& staged,
                                 const std::filesystem::path& folder, const ImportWatch& watch);
Result<ImportResult> preview_words(const StagedImport& staged, const std::filesystem::path& folder,
                                   const ImportWatch& watch);

}  // namespace vafa::ingest

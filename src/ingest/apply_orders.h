#pragma once

#include <filesystem>

#include "commerce/api.h"
#include "ingest/import_orders.h"
#include "ingest/staging.h"

namespace vafa::ingest {

// How the store counts orders and where its days begin.
struct StoreView {
    TimeZone zone;
    commerce::CountedOrders counted;
};

// Phase 2: from the import's cursor on, order by order in chunks, each chunk with the new cursor
// and counters in one transaction. On an error the staging folder stays, for resume_import.
Result<ImportResult> apply_orders(const ImportDeps& deps, const StagedImport& staged,
                                  const std::filesystem::path& folder, const StoreView& store,
                                  const ImportWatch& watch);

// The result as far as it can be told without a store.
Result<ImportResult> preview_orders(const StagedImport& staged, const std::filesystem::path& folder,
                                    const StoreView& store, const ImportWatch& watch);

}  // namespace vafa::ingest

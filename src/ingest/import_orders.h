#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "base/time.h"
#include "ingest/import_types.h"
#include "ingest/intake.h"
#include "ingest/rejected_rows.h"
#include "ingest/sorted_runs.h"

namespace vafa::ingest {

// Twelve of them are what history is told at once.
inline constexpr std::size_t kChunkOrders = 20'480;

struct ImportDeps {
    sql::Database& database;
    Intake& intake;
    IdSource& ids;
    const Clock& clock;
    std::filesystem::path data_dir;
    Describe describe;  // texts of rejected rows; keys are written without it
    std::size_t run_bytes = kDefaultRunBytes;
    std::size_t chunk_orders = kChunkOrders;
    // Of fewer rows an import is at its end before first_fill.h would have paid.
    std::uint64_t first_fill_rows = 100'000;
    // Tests: called before and after each chunk is applied; an error stops there, as a crash would.
    std::function<Result<void>()> checkpoint = {};
};

// `vafa import orders`, `customers`, `products`. Two phases: the files are read, checked and sorted
// into <data_dir>/imports/<id>/; then what they tell passes through the Processor in chunks, each
// with the import's cursor in its transaction. An import that stopped in the second phase is
// finished by resume_import and ends equal to one that did not stop. With `dry_run` nothing is
// written to the data directory: the result says what would be read, not what would be added.
Result<ImportResult> import_orders(const ImportDeps& deps, const ImportRequest& request,
                                   const ImportWatch& watch = {});

// What can be said against a request before there is a store: files, preset, columns. Standard
// input is not looked at.
Result<void> check_files(const ImportRequest& request);

// Imports that stopped in their second phase, oldest first; staging folders that belong to none
// are removed.
Result<std::vector<ImportId>> unfinished_imports(const ImportDeps& deps);
// Where the staging files are gone or damaged, the import is given up:
// `error.import_staging_damaged`.
Result<ImportResult> resume_import(const ImportDeps& deps, ImportId import,
                                   const ImportWatch& watch = {});

}  // namespace vafa::ingest

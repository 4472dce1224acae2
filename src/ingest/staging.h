#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "ingest/import_types.h"
#include "ingest/rejected_rows.h"
#include "ingest/row_parser.h"
#include "ingest/sorted_runs.h"
#include "ingest/staged_traits.h"
#include "ingest/unit_guard.h"

namespace vafa::ingest {

// An import that was read and understood and lies sorted on the disk. Everything the second phase
// needs, so that it can also be another process's.
struct StagedImport {
    ImportId import;
    ImportKind kind = ImportKind::orders;
    TimeMs said_at = 0;  // of what a row says without a time of its own
    ShopId shop;
    std::string source;
    Currency currency;
    TraitTable traits;
    std::vector<std::string> files;  // their names
    std::vector<Run> runs;
    std::uint64_t staged_rows = 0;
    // What reading alone can tell: all but the figures of orders.
    ImportResult result;
    std::int64_t read_ms = 0;
    std::vector<FileSample> samples = {};  // for check_unit, where it is to be asked; not kept
};

struct StageRequest {
    const ImportRequest& request;
    std::optional<Currency> store_currency;  // every import must agree with it
    TimeZone zone;                           // of the files' times
    Day today = 0;                           // in that zone
    NormalisePhone phone;
    Describe describe;
    ImportId import;
    TimeMs now = 0;
    std::filesystem::path folder;  // exists, empty
    std::optional<std::filesystem::path> rejected_path;
    std::size_t run_bytes = kDefaultRunBytes;
};

// Phase 1: reads the files, at constant memory (twice where the samples leave open what the cells
// of a column mean), sets bad rows aside and writes the rest to `folder`, sorted by order,
// customer or product. Refuses without leaving anything to import: `error.import_mostly_bad`,
// `error.import_empty`, `error.import_other_currency`, `error.import_two_currencies`,
// `error.import_dates_contradict`, `error.import_cancelled` and what files, presets and columns may
// be wrong with.
Result<StagedImport> stage_files(const StageRequest& stage, const ImportWatch& watch);

// The manifest makes a folder of runs an import: written last, read first.
Result<void> write_manifest(const std::filesystem::path& folder, const StagedImport& staged);
Result<StagedImport> read_manifest(const std::filesystem::path& folder);

}  // namespace vafa::ingest

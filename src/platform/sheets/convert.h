#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

#include "base/result.h"
#include "platform/sheets/zip.h"

namespace vafa::sheets {

inline constexpr std::size_t kMaxSheets = 256;

struct Sheet {
    std::string name;
    bool hidden = false;
    std::uint64_t rows = 0;  // that are not empty; 0 for a sheet that was not asked for
    std::string file;        // of its rows, in the folder; empty likewise
    bool operator==(const Sheet&) const = default;
};

struct ConvertRequest {
    std::filesystem::path file;
    std::filesystem::path folder;  // exists
    std::string sheet;             // empty: every one that is not hidden
    // A look at the beginning: sheets are cut here, and may be cut before where rows are long.
    std::uint64_t rows_at_most = std::numeric_limits<std::uint64_t>::max();
};

bool is_workbook(const Zip& zip);

// Reads a workbook (.xlsx, .ods) and writes the rows of its sheets as files of rows (row_file.h).
// What is in it can crash or exhaust this process: call it through workbook.h. Errors:
// `error.workbook_damaged`, `…_too_large`, `…_bomb`, `…_encrypted`, `…_unknown` for an archive that
// is no workbook.
Result<std::vector<Sheet>> convert(const ConvertRequest& request);

}  // namespace vafa::sheets

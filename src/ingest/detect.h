#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ingest/csv.h"
#include "ingest/mapping.h"
#include "ingest/presets.h"
#include "ingest/table_layout.h"

namespace vafa::ingest {

// What the first rows of a file tell about it.
struct FileShape {
    CsvDialect dialect;
    bool has_header = false;
    std::uint64_t header_line = 0;    // 0 without one
    std::uint64_t title_rows = 0;     // above it, that are not empty
    std::vector<std::string> header;  // empty without one
    std::size_t columns = 0;
    std::vector<std::vector<std::string>> sample;  // the rows after the header
};

inline constexpr std::size_t kSampleBytes = 256 << 10;
inline constexpr std::size_t kSampleRows = 100;

// Names of columns beyond those that are known: the preset's and the user's.
struct NamedColumns {
    const Preset* preset = nullptr;
    std::span<const MapOption> map = {};
};

// `start` is the beginning of the file in UTF-8, as far as kSampleBytes; `whole`: it is all of it.
// The delimiter is the one a first line names, or that of , ; tab | that cuts most rows into the
// same number of cells.
FileShape detect(std::string_view start, bool whole, const NamedColumns& names);
// Of a table whose cells are known.
FileShape shape_of(RowSource& rows, const NamedColumns& names);

}  // namespace vafa::ingest

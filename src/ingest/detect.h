#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ingest/csv.h"
#include "ingest/presets.h"

namespace vafa::ingest {

// What the first rows of a file tell about it.
struct FileShape {
    CsvDialect dialect;
    bool has_header = false;
    std::vector<std::string> header;  // empty without one
    std::size_t columns = 0;
    std::vector<std::vector<std::string>> sample;  // the rows after the header
};

inline constexpr std::size_t kSampleBytes = 256 << 10;
inline constexpr std::size_t kSampleRows = 100;

// `start` is the beginning of the file, as far as kSampleBytes; `whole`: it is all of it. The
// delimiter is the one of , ; tab | that cuts most rows into the same number of cells; the first
// row is a header when its cells are known names, or are words above columns of numbers and dates.
FileShape detect(std::string_view start, bool whole, const Preset* preset);

}  // namespace vafa::ingest

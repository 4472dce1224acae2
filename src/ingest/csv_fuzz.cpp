#include <algorithm>
#include <cstring>

#include "base/result.h"
#include "ingest/csv.h"
#include "ingest/dates.h"
#include "ingest/numbers.h"

// Any bytes are a table: the reader ends, its rows keep their limits, and cells are read as dates
// and numbers without harm. The first byte picks the dialect.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    std::span<const char> rest(reinterpret_cast<const char*>(data) + 1, size - 1);
    const vafa::ingest::CsvDialect dialect{.delimiter = ",;\t|"[data[0] & 3],
                                           .whitespace = (data[0] & 4) != 0};
    vafa::ingest::CsvReader reader(
        [&](std::span<char> into) -> vafa::Result<std::size_t> {
            const std::size_t taken = std::min(into.size(), rest.size());
            std::memcpy(into.data(), rest.data(), taken);
            rest = rest.subspan(taken);
            return taken;
        },
        dialect);

    vafa::ingest::Row row;
    std::string scratch;
    std::uint64_t line = 0;
    while (reader.next(row).value()) {
        VAFA_ASSERT(row.line > line);
        line = row.line;
        VAFA_ASSERT(row.cells.size() <= vafa::ingest::kMaxColumns);
        for (const auto cell : row.cells) {
            VAFA_ASSERT(cell.size() <= vafa::ingest::kMaxCellBytes);
            vafa::ingest::parse_when(cell);
            vafa::ingest::plain_decimal(cell, scratch);
        }
    }
    return 0;
}

#include "ingest/detect.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>

#include "base/text.h"
#include "ingest/cells.h"
#include "ingest/date_scan.h"
#include "ingest/header_names.h"
#include "ingest/number_scan.h"

namespace vafa::ingest {

namespace {

using Cells = std::vector<std::string>;

std::vector<Cells> read_sample(std::string_view start, bool whole, CsvDialect dialect) {
    // A row that the sample cuts off would mislead.
    if (!whole) start = start.substr(0, start.rfind('\n') + 1);
    std::size_t at = 0;
    CsvReader reader(
        [&](std::span<char> into) -> Result<std::size_t> {
            const std::size_t n = std::min(into.size(), start.size() - at);
            std::memcpy(into.data(), start.data() + at, n);
            at += n;
            return n;
        },
        dialect);
    std::vector<Cells> rows;
    Row row;
    while (rows.size() < kSampleRows) {
        const auto more = reader.next(row);
        if (!more || !*more) break;
        if (row.fault == RowFault::none) rows.emplace_back(row.cells.begin(), row.cells.end());
    }
    return rows;
}

// Rows that agree on a number of cells above one, and that number; the more cells the better.
struct Agreement {
    std::size_t rows = 0;
    std::size_t cells = 1;
};

Agreement agreement(const std::vector<Cells>& rows) {
    std::map<std::size_t, std::size_t> counts;
    for (const auto& row : rows) ++counts[row.size()];
    Agreement best;
    for (const auto& [cells, count] : counts) {
        if (cells > 1 && count >= best.rows) best = {.rows = count, .cells = cells};
    }
    return best;
}

CsvDialect best_dialect(std::string_view start, bool whole) {
    CsvDialect best;
    Agreement most;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const CsvDialect dialect{.delimiter = delimiter};
        const Agreement found = agreement(read_sample(start, whole, dialect));
        if (found.rows * found.cells <= most.rows * most.cells) continue;
        most = found;
        best = dialect;
    }
    return best;
}

bool is_value(std::string_view cell) {
    std::string scratch;
    return scan_date(cell).shape != DateShape::none ||
           scan_number(cell, {}, scratch).shape != NumberShape::none;
}

bool looks_like_header(const std::vector<Cells>& rows) {
    if (rows.empty()) return false;
    const auto& first = rows.front();
    const auto known = std::count_if(first.begin(), first.end(), [](const std::string& cell) {
        return is_known_header(header_key(cell));
    });
    const bool values = std::any_of(first.begin(), first.end(),
                                    [](const std::string& cell) { return is_value(cell); });
    if (known > 0) return known > 1 || !values;
    return !values && rows.size() > 1 &&
           std::any_of(rows[1].begin(), rows[1].end(), [](const auto& c) { return is_value(c); });
}

}  // namespace

FileShape detect(std::string_view start, bool whole, const Preset* preset) {
    FileShape shape;
    const bool words = preset != nullptr && preset->words;
    shape.dialect =
        words ? CsvDialect{.delimiter = ' ', .whitespace = true} : best_dialect(start, whole);
    shape.sample = read_sample(start, whole, shape.dialect);
    shape.has_header = !words && looks_like_header(shape.sample);
    if (shape.has_header) {
        for (const auto& cell : shape.sample.front()) {
            shape.header.push_back(valid_utf8(trimmed(cell)));
        }
        shape.sample.erase(shape.sample.begin());
        shape.columns = shape.header.size();
    } else {
        for (const auto& row : shape.sample) shape.columns = std::max(shape.columns, row.size());
    }
    return shape;
}

}  // namespace vafa::ingest

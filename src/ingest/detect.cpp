#include "ingest/detect.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "base/text.h"
#include "ingest/cells.h"

namespace vafa::ingest {

namespace {

std::vector<SampleRow> read_sample(RowSource& source) {
    std::vector<SampleRow> rows;
    Row row;
    while (rows.size() < kSampleRows) {
        const auto more = source.next(row);
        if (!more || !*more) break;
        if (row.fault == RowFault::none) {
            rows.push_back({row.line, {row.cells.begin(), row.cells.end()}});
        }
    }
    return rows;
}

std::vector<SampleRow> read_sample(std::string_view start, bool whole, CsvDialect dialect) {
    // A row that the sample cuts off would mislead.
    if (!whole) start = start.substr(0, start.find_last_of("\r\n") + 1);
    CsvReader reader(
        [start](std::span<char> into) mutable -> Result<std::size_t> {
            const std::size_t n = std::min(into.size(), start.size());
            std::memcpy(into.data(), start.data(), n);
            start.remove_prefix(n);
            return n;
        },
        dialect);
    return read_sample(reader);
}

// Rows that agree on a number of cells above one, and that number; the more cells the better.
struct Agreement {
    std::size_t rows = 0;
    std::size_t cells = 1;
};

Agreement agreement(const std::vector<SampleRow>& rows) {
    std::map<std::size_t, std::size_t> counts;
    for (const auto& row : rows) ++counts[row.cells.size()];
    Agreement best;
    for (const auto& [cells, count] : counts) {
        if (cells > 1 && count >= best.rows) best = {.rows = count, .cells = cells};
    }
    return best;
}

CsvDialect best_dialect(std::string_view start, bool whole) {
    if (const auto named = named_separator(start)) return {.delimiter = *named};
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

std::vector<std::string_view> names_of(const NamedColumns& named) {
    std::vector<std::string_view> names;
    for (const auto& [field, column] : named.map) names.push_back(column);
    if (named.preset != nullptr) {
        for (const auto& column : named.preset->columns) {
            names.insert(names.end(), column.headers.begin(), column.headers.end());
        }
    }
    return names;
}

bool is_filled(const SampleRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const auto& cell) { return !trimmed(cell).empty(); });
}

FileShape shape_of_sample(std::vector<SampleRow> rows, const NamedColumns& named) {
    FileShape shape;
    const bool words = named.preset != nullptr && named.preset->words;
    const auto header = words ? std::nullopt : find_header(rows, names_of(named));
    if (header) {
        shape.has_header = true;
        shape.header_line = rows[*header].line;
        for (const auto& cell : rows[*header].cells) {
            shape.header.push_back(valid_utf8(trimmed(cell)));
        }
        const auto first = rows.begin(), at = first + static_cast<std::ptrdiff_t>(*header);
        shape.title_rows = static_cast<std::uint64_t>(std::count_if(first, at, is_filled));
        rows.erase(first, at + 1);
        shape.columns = shape.header.size();
    }
    if (!header && std::none_of(rows.begin(), rows.end(), is_filled)) return shape;  // blank lines
    for (auto& row : rows) {
        if (!header) shape.columns = std::max(shape.columns, row.cells.size());
        shape.sample.push_back(std::move(row.cells));
    }
    return shape;
}

}  // namespace

FileShape detect(std::string_view start, bool whole, const NamedColumns& names) {
    const bool words = names.preset != nullptr && names.preset->words;
    const auto dialect =
        words ? CsvDialect{.delimiter = ' ', .whitespace = true} : best_dialect(start, whole);
    FileShape shape = shape_of_sample(read_sample(start, whole, dialect), names);
    shape.dialect = dialect;
    return shape;
}

FileShape shape_of(RowSource& rows, const NamedColumns& names) {
    return shape_of_sample(read_sample(rows), names);
}

}  // namespace vafa::ingest

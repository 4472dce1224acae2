#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/mapping.h"
#include "ingest/row_source.h"

// What stands in a table and is no row of it: titles above the header, the header again, totals.
namespace vafa::ingest {

// Rows that may stand above the header.
inline constexpr std::size_t kMaxTitleRows = 30;

// A row of the beginning of a table.
struct SampleRow {
    std::uint64_t line = 0;
    std::vector<std::string> cells;
};

// The row that names the columns: the first with two known names and no number or date, else the
// first with a known name, else words above numbers or dates. `names`: further names that count as
// known. Above it stand titles, periods, blank rows.
std::optional<std::size_t> find_header(std::span<const SampleRow> rows,
                                       std::span<const std::string_view> names);

// Whether a cell says that its row adds others up: «جمع کل», «Итого», "Total", also with a colon or
// a few words behind.
bool is_total_word(std::string_view cell);

enum class RowPlace { row, repeated_header, total };

// Tells rows apart, at next to no cost: most are rows by the first cell that is looked at.
class RowSieve {
public:
    RowSieve() = default;
    RowSieve(std::vector<std::string> header, const ColumnMap& map);

    // A total names neither day nor order nor customer, but for the word that says what it is.
    RowPlace place_of(std::span<const std::string_view> cells) const;

private:
    bool is_header(std::span<const std::string_view> cells) const;
    bool is_total(std::span<const std::string_view> cells) const;

    std::vector<std::string> header_;
    std::size_t first_named_ = 0;  // column of the header that is not empty
    std::vector<std::size_t> identifying_;
    std::size_t date_ = 0;
};

struct SkippedRows {
    std::uint64_t titles = 0, headers = 0, totals = 0;
};

}  // namespace vafa::ingest

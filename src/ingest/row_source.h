#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "base/result.h"

namespace vafa::ingest {

// What is wrong with a row before anybody looks at its cells.
enum class RowFault : std::uint8_t {
    none,
    too_long,        // more than kMaxRowBytes without an end of line
    unclosed_quote,  // a quote that is never closed; the rest of the line is set aside with it
    too_many_columns,
    too_long_cell,
};

// One row of a table, whatever kind of file it came from. The views live until the next row.
struct Row {
    std::span<const std::string_view> cells;
    std::uint64_t line = 0;  // where it begins, from 1
    std::string_view text;   // as it stands in the file, without its end of line
    RowFault fault = RowFault::none;
};

inline constexpr std::size_t kMaxRowBytes = 1 << 20;
inline constexpr std::size_t kMaxCellBytes = 64 << 10;
inline constexpr std::size_t kMaxColumns = 1000;

class RowSource {
public:
    virtual ~RowSource() = default;
    // False at the end. A row with a fault is a row, too; an error means the file cannot be read.
    virtual Result<bool> next(Row& row) = 0;
};

// Fills the span from the front; 0 means the end.
using ReadBytes = std::function<Result<std::size_t>(std::span<char>)>;

}  // namespace vafa::ingest

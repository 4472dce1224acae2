#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/row_source.h"

namespace vafa::ingest {

struct CsvDialect {
    char delimiter = ',';
    bool whitespace = false;  // cells are words between spaces or tabs, no quotes
    bool operator==(const CsvDialect&) const = default;
};

// Excel writes and reads "sep=;" as a first line.
std::optional<char> named_separator(std::string_view start);

// RFC 4180 at constant memory, forgiving where files commonly break it: any of LF, CRLF, CR ends a
// row; quotes inside an unquoted cell are text; text after a closing quote belongs to the cell; a
// byte-order mark, a first line that names the separator and empty lines are skipped. A quote
// within a quoted cell that nobody doubled is text when the cell is closed later in the line.
// Excel's guard
// ="00123" is the text within. A quote that nobody closes costs its line, not the rest of the file.
class CsvReader final : public RowSource {
public:
    CsvReader(ReadBytes read, CsvDialect dialect);

    Result<bool> next(Row& row) override;
    std::uint64_t bytes_done() const { return bytes_before_buffer_ + begin_; }

private:
    enum class Scan { complete, incomplete, unclosed };

    Result<bool> fill();
    Scan scan_row(std::size_t& after);
    Scan scan_words(std::size_t& after);
    Scan scan_quoted(const char*& p, const char* end);
    bool skip_line_end(const char*& p, const char* end) const;
    void add_cell(const char* from, const char* to);
    void take_row(Row& row, std::size_t after);
    Result<bool> take_broken_line(Row& row, RowFault fault);
    bool skip_empty_lines();
    void skip_preamble();

    ReadBytes read_;
    CsvDialect dialect_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    bool at_end_ = false;
    std::uint64_t bytes_before_buffer_ = 0;
    std::uint64_t line_ = 1;
    std::uint64_t lines_in_row_ = 0;
    RowFault fault_ = RowFault::none;
    std::vector<std::string_view> cells_;
    std::string unescaped_;  // never grows beyond what is reserved: cells point into it
};

}  // namespace vafa::ingest

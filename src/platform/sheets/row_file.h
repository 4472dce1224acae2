#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "platform/files/reader.h"
#include "platform/files/writer.h"

// Rows of a sheet as they lie on the disk: for each the row's number, the number of its cells and
// the cells, numbers as LEB128, texts preceded by their length.
namespace vafa::sheets {

inline constexpr std::size_t kMaxSheetColumns = 16'384;  // what spreadsheet programs allow
inline constexpr std::uint64_t kMaxSheetRows = 1 << 20;
inline constexpr std::size_t kMaxCellText = 128 << 10;  // bytes; they allow 32,767 characters
inline constexpr std::size_t kMaxRowText = 1 << 20;     // of all cells of a row

// The views live as long as the bytes they were taken from.
struct SheetRow {
    std::uint64_t number = 0;  // from 1, as the spreadsheet program shows it
    std::vector<std::string_view> cells;
};

void append_row(std::string& to, std::uint64_t number, std::span<const std::string_view> cells);
// Takes a row from the front; false when there is no whole one.
bool take_row(std::string_view& from, SheetRow& row);

// Writes rows that are not empty, in ascending order.
class RowWriter {
public:
    static Result<RowWriter> create(const std::filesystem::path& path);
    Result<void> add(std::uint64_t number, std::span<const std::string_view> cells);
    Result<void> close() { return writer_.close(); }
    std::uint64_t rows() const { return rows_; }

private:
    explicit RowWriter(files::Writer writer) : writer_(std::move(writer)) {}

    files::Writer writer_;
    std::string encoded_;
    std::uint64_t rows_ = 0;
};

// Reads what RowWriter wrote; a row's views live until the next one. Any other bytes are
// `error.workbook_damaged`.
class RowReader {
public:
    static Result<RowReader> open(const std::filesystem::path& path);
    Result<bool> next(SheetRow& row);
    std::uint64_t position() const { return done_; }  // bytes

private:
    explicit RowReader(files::Reader reader) : reader_(std::move(reader)) {}
    Result<bool> fill();

    files::Reader reader_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::uint64_t done_ = 0;
    bool ended_ = false;
};

}  // namespace vafa::sheets

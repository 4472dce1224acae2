#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "base/calendar.h"
#include "base/result.h"
#include "platform/sheets/zip_writer.h"

namespace vafa::sheets {

// A number as it is written ("1234.50"): amounts never pass through floating point.
struct Number {
    std::string text;
};
using Cell = std::variant<std::monostate, std::string, Number, Day>;

// One sheet of a workbook, row by row at constant memory; texts are texts, whatever they begin
// with. A library's writer (libxlsxwriter) keeps a second file beside and would be linked for this
// alone. A sheet holds kMaxSheetRows rows; further ones go to a next sheet, with the titles again.
class XlsxWriter {
public:
    struct Options {
        std::string sheet_name;
        bool right_to_left = false;
        std::vector<std::string> titles;
    };
    static Result<XlsxWriter> create(const std::filesystem::path& path, Options options);

    Result<void> row(const std::vector<Cell>& cells);
    Result<void> close();

    static constexpr std::size_t kMaxSheetRows = 1'048'576;

private:
    XlsxWriter(ZipWriter zip, Options options)
        : zip_(std::move(zip)), options_(std::move(options)) {}
    Result<void> begin_sheet();
    Result<void> end_sheet();
    Result<void> part(std::string_view name, std::string_view content);

    ZipWriter zip_;
    Options options_;
    std::size_t sheets_ = 0, rows_ = 0;
};

}  // namespace vafa::sheets

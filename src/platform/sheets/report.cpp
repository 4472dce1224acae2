#include "platform/sheets/report.h"

#include <charconv>

#include "platform/sheets/row_file.h"

namespace vafa::sheets {
namespace {

constexpr std::uint64_t kError = 1, kSheet = 2, kEnd = 3;

Error error_from(const SheetRow& row) {
    int code = 0;
    std::from_chars(row.cells[0].data(), row.cells[0].data() + row.cells[0].size(), code);
    Error error{static_cast<ErrorCode>(code), std::string(row.cells[1])};
    for (std::size_t i = 2; i + 1 < row.cells.size(); i += 2) {
        error.params.emplace_back(row.cells[i], row.cells[i + 1]);
    }
    return error;
}

Sheet sheet_from(const SheetRow& row) {
    Sheet sheet{.name = std::string(row.cells[0]),
                .hidden = row.cells[1] == "1",
                .file = std::string(row.cells[3])};
    std::from_chars(row.cells[2].data(), row.cells[2].data() + row.cells[2].size(), sheet.rows);
    return sheet;
}

}  // namespace

std::string encode_report(const Result<std::vector<Sheet>>& sheets) {
    std::string report;
    if (sheets.has_error()) {
        const Error& error = sheets.error();
        const std::string code = std::to_string(static_cast<int>(error.code));
        std::vector<std::string_view> cells = {code, error.key};
        for (const auto& [name, value] : error.params) {
            cells.push_back(name);
            cells.push_back(value);
        }
        append_row(report, kError, cells);
        return report;
    }
    for (const Sheet& sheet : *sheets) {
        const std::string rows = std::to_string(sheet.rows);
        const std::vector<std::string_view> cells = {sheet.name, sheet.hidden ? "1" : "0", rows,
                                                     sheet.file};
        append_row(report, kSheet, cells);
    }
    append_row(report, kEnd, {});
    return report;
}

Result<std::vector<Sheet>> decode_report(std::string_view report) {
    std::vector<Sheet> sheets;
    SheetRow row;
    while (take_row(report, row)) {
        if (row.number == kEnd) return sheets;
        if (row.number == kError && row.cells.size() >= 2) return error_from(row);
        if (row.number != kSheet || row.cells.size() != 4) break;
        sheets.push_back(sheet_from(row));
    }
    return damaged("error.workbook_crashed");
}

}  // namespace vafa::sheets

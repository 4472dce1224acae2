#include "ingest/sheet_rows.h"

#include <algorithm>

namespace vafa::ingest {

Result<std::unique_ptr<SheetRows>> SheetRows::open(const std::filesystem::path& path) {
    VAFA_TRY(auto reader, sheets::RowReader::open(path));
    return std::unique_ptr<SheetRows>(new SheetRows(std::move(reader)));
}

Result<bool> SheetRows::next(Row& row) {
    VAFA_TRY(const bool more, reader_.next(from_));
    if (!more) return false;
    RowFault fault = RowFault::none;
    if (from_.cells.size() > kMaxColumns) {
        from_.cells.resize(kMaxColumns);
        fault = RowFault::too_many_columns;
    }
    std::size_t bytes = from_.cells.size();
    for (const auto cell : from_.cells) {
        bytes += cell.size();
        if (cell.size() > kMaxCellBytes) fault = RowFault::too_long_cell;
    }
    text_.clear();
    text_.reserve(bytes);  // the views point into it
    cells_.clear();
    for (const auto cell : from_.cells) {
        if (!cells_.empty()) text_ += '\t';
        const std::size_t at = text_.size();
        text_ += cell;
        cells_.push_back(std::string_view(text_).substr(at));
    }
    row = {.cells = cells_, .line = from_.number, .text = text_, .fault = fault};
    return true;
}

}  // namespace vafa::ingest

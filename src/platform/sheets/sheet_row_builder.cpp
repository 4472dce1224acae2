#include "platform/sheets/sheet_row_builder.h"

namespace vafa::sheets {

Result<void> SheetRowBuilder::set(std::size_t column, std::string_view text) {
    const bool fits = column < kMaxSheetColumns && text.size() <= kMaxCellText &&
                      text_.size() + text.size() <= kMaxRowText;
    if (!fits) return damaged("error.workbook_damaged");
    if (text.empty()) return {};
    if (places_.size() <= column) places_.resize(column + 1);
    places_[column] = {.at = text_.size(), .length = text.size()};
    text_ += text;
    return {};
}

std::span<const std::string_view> SheetRowBuilder::cells() {
    cells_.clear();
    for (const auto& place : places_) {
        cells_.push_back(std::string_view(text_).substr(place.at, place.length));
    }
    return cells_;
}

}  // namespace vafa::sheets

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "platform/sheets/row_file.h"

namespace vafa::sheets {

// The cells of a row while it is read; those nobody sets are empty.
class SheetRowBuilder {
public:
    void clear() {
        text_.clear();
        places_.clear();
    }
    bool empty() const { return text_.empty(); }
    // `error.workbook_damaged` beyond what spreadsheet programs can write.
    Result<void> set(std::size_t column, std::string_view text);
    std::span<const std::string_view> cells();

private:
    struct Place {
        std::size_t at = 0, length = 0;
    };
    std::string text_;
    std::vector<Place> places_;
    std::vector<std::string_view> cells_;
};

}  // namespace vafa::sheets

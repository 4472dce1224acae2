#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "platform/sheets/number_format.h"
#include "platform/sheets/zip.h"

// The small parts of an .xlsx: which sheets there are, how numbers are shown, texts that cells
// share. ECMA-376 part 1: 18.2 (workbook), 18.8 (styles), 18.4 (shared strings).
namespace vafa::sheets {

struct WorkbookSheet {
    std::string name;
    bool hidden = false;
    std::string part;  // name in the archive
};

struct Workbook {
    std::vector<WorkbookSheet> sheets;
    DateSystem dates = DateSystem::from_1900;
    std::string styles_part, strings_part;  // empty: there is none
};

inline constexpr std::uint64_t kMaxSmallPartBytes = 64 << 20;  // workbook, relations, styles

Result<Workbook> read_workbook(const Zip& zip);
// By the number that cells name.
Result<std::vector<NumberFormat>> read_styles(const Zip& zip, const Part& part);

class SharedStrings {
public:
    Result<void> parse(std::string_view xml);
    std::size_t size() const { return ends_.size(); }
    std::string_view at(std::size_t index) const {
        const std::size_t from = index == 0 ? 0 : ends_[index - 1];
        return std::string_view(text_).substr(from, ends_[index] - from);
    }
    void add(std::string_view text);

private:
    std::string text_;
    std::vector<std::size_t> ends_;
};

// Spreadsheet programs write characters that XML forbids as _x000D_.
void append_unescaped(std::string& to, std::string_view text);

}  // namespace vafa::sheets

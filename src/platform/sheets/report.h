#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "platform/sheets/convert.h"

namespace vafa::sheets {

// What the reading process tells: the sheets, or the error. Rows as in row_file.h.
std::string encode_report(const Result<std::vector<Sheet>>& sheets);
// Anything else than a report is `error.workbook_crashed`.
Result<std::vector<Sheet>> decode_report(std::string_view report);

}  // namespace vafa::sheets

#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "base/result.h"

namespace vafa::ingest {

inline constexpr std::uint64_t kMaxPageBytes = 256 << 20;

// Shops' "Excel" exports are often web pages with a table. Its rows go to a file as platform/sheets
// writes them, one number a row. `error.file_is_html` for a page that has no rows of cells.
Result<void> write_page_table(std::string_view page, const std::filesystem::path& rows);

}  // namespace vafa::ingest

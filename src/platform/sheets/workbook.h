#pragma once

#include <functional>
#include <optional>

#include "platform/sheets/convert.h"

namespace vafa::sheets {

// Of the process that reads a workbook. What lies in files it maps (kMaxPartBytes) is the system's
// to keep or to drop, and counts only as addresses.
inline constexpr std::uint64_t kMaxReaderMemoryBytes = 768ULL << 20;
inline constexpr std::uint64_t kMaxReaderAddressBytes = 4ULL << 30;
inline constexpr std::uint64_t kMaxReaderFileBytes = 4ULL << 30;
inline constexpr std::uint64_t kMaxReaderSeconds = 600;  // of the processor

// convert() in a process of its own: this program again, which must hand its arguments to
// workbook_process first thing in main. Whatever a hostile file does to that process is an error
// here: besides those of convert `error.workbook_crashed`, and `error.import_cancelled` when
// `cancelled`, asked some times a second, says so.
Result<std::vector<Sheet>> read_workbook_apart(const ConvertRequest& request,
                                               const std::function<bool()>& cancelled = {});

// The exit code, where the arguments ask for a workbook to be read; else nothing.
std::optional<int> workbook_process(int argc, char** argv);

}  // namespace vafa::sheets

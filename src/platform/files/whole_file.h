#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace vafa::files {

inline constexpr std::uint64_t kMaxWholeFile = 1ULL << 30;

// error.file_too_large over `limit` bytes.
Result<std::string> read_file(const std::filesystem::path& path,
                              std::uint64_t limit = kMaxWholeFile);
// A reader sees the old content or the new one, whatever happens: written beside, fsynced, renamed.
Result<void> write_file(const std::filesystem::path& path, std::string_view content);

// Bytes that may still be written where `path` is.
Result<std::uint64_t> free_space(const std::filesystem::path& path);
Result<void> make_folders(const std::filesystem::path& path);

}  // namespace vafa::files

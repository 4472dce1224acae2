#pragma once

#include <filesystem>

#include "base/error.h"

namespace vafa::files {

// What an errno means to a person, with the path: error.file_not_found, error.file_denied,
// error.disk_full, error.read_only, error.file_is_folder, else error.file_failed with the system's
// own words.
Error error_of(int number, const std::filesystem::path& path);

}  // namespace vafa::files

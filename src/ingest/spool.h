#pragma once

#include <filesystem>
#include <vector>

#include "ingest/input_file.h"

namespace vafa::ingest {

// Standard input cannot be read twice: what it holds is laid down in `folder`, so that it is a file
// like the others. Nothing to do where no file is piped.
Result<void> spool_standard_input(std::vector<InputFile>& files,
                                  const std::filesystem::path& folder,
                                  const std::function<bool()>& cancelled);

inline constexpr const char* kSpoolName = "stdin";

}  // namespace vafa::ingest

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "ingest/row_parser.h"
#include "platform/files/writer.h"

namespace vafa::ingest {

// A text in the user's language.
using Describe = std::function<std::string(const Error&)>;

// The rows set aside, as a CSV file for a person: file, line, field, reason, row. The file is made
// at the first row; all cells are quoted, and those that a spreadsheet would take for a formula are
// preceded by an apostrophe.
class RejectedRows {
public:
    RejectedRows(std::optional<std::filesystem::path> path, Describe describe);

    Result<void> add(std::string_view file, std::uint64_t line, std::string_view row,
                     const Rejection& why);
    Result<void> close();
    std::uint64_t count() const { return count_; }
    bool has_file() const { return writer_.has_value(); }

private:
    std::optional<std::filesystem::path> path_;  // none: only counted
    Describe describe_;
    std::optional<files::Writer> writer_;
    std::uint64_t count_ = 0;
};

Error error_of(const Rejection& why);

}  // namespace vafa::ingest

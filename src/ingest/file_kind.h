#pragma once

#include <string_view>

#include "base/result.h"

namespace vafa::ingest {

// What a file is by its first bytes, whatever its name says.
enum class FileKind {
    text,
    zip,
    old_workbook,
    encrypted_workbook,
    pdf,
    html,
    xml,
    json,
    archive,
    binary
};

FileKind recognise_kind(std::string_view start);
// Why a kind is not read, and what to do; nothing for those that are.
Result<void> refuse_unreadable(FileKind kind);

}  // namespace vafa::ingest

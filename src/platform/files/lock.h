#pragma once

#include <filesystem>

#include "base/result.h"
#include "platform/files/descriptor.h"

namespace vafa::files {

// A lock on a file, held until this object or the process ends (also by kill -9). Does not wait.
class FileLock {
public:
    // conflict `error.locked` {path, pid} when another process holds it. The file keeps the
    // holder's pid, and stays behind, because deleting it would let two processes hold two files.
    static Result<FileLock> exclusive(const std::filesystem::path& path);
    // Several may share; nobody can then hold it exclusively.
    static Result<FileLock> shared(const std::filesystem::path& path);

private:
    explicit FileLock(Descriptor file) : file_(std::move(file)) {}
    Descriptor file_;
};

}  // namespace vafa::files

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "base/result.h"

namespace vafa::files {

// Reads a file from start to end; gzip (several members too) is known by its first bytes, not by
// the name, and unpacked on the way. Constant memory.
class Reader {
public:
    // "-" is standard input. error.file_not_found and its kin.
    static Result<Reader> open(const std::filesystem::path& path);
    ~Reader();
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;

    // Fills the buffer as far as there is content; 0 is the end. error.gzip_damaged for packed
    // content that fails its check or ends early.
    Result<std::size_t> read(std::span<char> into);

    bool packed() const;
    std::uint64_t position() const;  // in the file as it lies on the disk, for progress
    std::uint64_t size() const;      // of the file on the disk; 0 when unknown (a pipe)

private:
    struct State;
    explicit Reader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace vafa::files

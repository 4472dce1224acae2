#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "platform/files/descriptor.h"

namespace vafa::files {

// Writes a file from start to end through a buffer. Only close() tells whether all of it arrived.
class Writer {
public:
    // Created or emptied.
    static Result<Writer> create(const std::filesystem::path& path);
    // Created or continued at its end.
    static Result<Writer> append(const std::filesystem::path& path);

    Result<void> write(std::string_view bytes) {
        buffer_ += bytes;
        position_ += bytes.size();
        return buffer_.size() < kBufferBytes ? Result<void>() : flush();
    }
    // To the system, not to the disk.
    Result<void> flush();
    // To the disk.
    Result<void> sync();
    Result<void> close();

    std::uint64_t position() const { return position_; }  // bytes in the file, buffered ones too
    const std::filesystem::path& path() const { return path_; }

private:
    static constexpr std::size_t kBufferBytes = 1 << 18;

    Writer(std::filesystem::path path, Descriptor file, std::uint64_t position)
        : path_(std::move(path)), file_(std::move(file)), position_(position) {}

    std::filesystem::path path_;
    Descriptor file_;
    std::uint64_t position_;
    std::string buffer_;
};

}  // namespace vafa::files

#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

#include "base/result.h"

namespace vafa::files {

// A file's content in memory, read by the system page by page as it is touched. Read-only; an empty
// file has empty bytes. The file must not shrink meanwhile: replace it by write_file.
class MappedFile {
public:
    static Result<MappedFile> open(const std::filesystem::path& path);

    MappedFile() = default;
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;

    std::string_view bytes() const { return {data_, size_}; }
    const char* data() const { return data_; }
    std::size_t size() const { return size_; }
    // Starts reading all of it from the disk, without waiting.
    void prefetch() const;

private:
    const char* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace vafa::files

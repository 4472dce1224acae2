#pragma once

#include <filesystem>

#include "base/result.h"

namespace vafa::files {

// A folder with what passes; removed with this object.
class TempFolder {
public:
    // A new one, of nobody else's, where the system keeps such.
    static Result<TempFolder> make();
    // This one, which may not be there yet.
    explicit TempFolder(std::filesystem::path path) : path_(std::move(path)) {}
    ~TempFolder();
    TempFolder(TempFolder&& other) noexcept : path_(std::move(other.path_)) { other.path_.clear(); }
    TempFolder& operator=(TempFolder&&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace vafa::files

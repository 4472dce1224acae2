#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace vafa::test {

// The root of the repository.
std::filesystem::path source_dir();
// A data set beside the repository ("cdnow-sample"), where there is one; a test without it skips.
std::optional<std::filesystem::path> shared_data(const std::string& name);

// Set by `./dev test-all`: random tests then take many more seeds.
bool thorough();

// A folder of its own, deleted with this object.
class TempDir {
public:
    TempDir();
    ~TempDir();
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

}  // namespace vafa::test

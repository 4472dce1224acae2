#include "testing/places.h"

#include <stdexcept>
#include <stdlib.h>

namespace vafa::test {

namespace fs = std::filesystem;

fs::path source_dir() { return VAFA_SOURCE_DIR; }

std::optional<fs::path> shared_data(const std::string& name) {
    const fs::path path = source_dir().parent_path() / "shared" / "data" / name;
    if (!fs::exists(path)) return std::nullopt;
    return path;
}

bool thorough() { return std::getenv("VAFA_THOROUGH") != nullptr; }

TempDir::TempDir() {
    std::string name = (fs::temp_directory_path() / "vafa-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
}

TempDir::~TempDir() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

}  // namespace vafa::test

#include "platform/files/temp_folder.h"

#include <cerrno>
#include <cstdlib>

#include "platform/files/error.h"

namespace vafa::files {

Result<TempFolder> TempFolder::make() {
    std::error_code failed;
    std::string path = (std::filesystem::temp_directory_path(failed) / "vafa-XXXXXX").string();
    if (failed) return error_of(failed.value(), "/tmp");
    if (::mkdtemp(path.data()) == nullptr) return error_of(errno, path);
    return TempFolder(std::filesystem::path(path));
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace vafa::files

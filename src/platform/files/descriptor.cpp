#include "platform/files/descriptor.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

#include "platform/files/error.h"

namespace vafa::files {

void Descriptor::close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
}

Result<Descriptor> open_to_read(const std::filesystem::path& path) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) return error_of(errno, path);
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) return error_of(EISDIR, path);
    return file;
}

Result<Descriptor> open_to_write(const std::filesystem::path& path) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (!file) return error_of(errno, path);
    return file;
}

Result<void> write_all(const Descriptor& file, std::string_view bytes,
                       const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return error_of(errno, path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> sync(const Descriptor& file, const std::filesystem::path& path) {
    if (::fsync(file.number()) != 0) return error_of(errno, path);
    return {};
}

Result<void> sync_folder(const std::filesystem::path& folder) {
    const std::filesystem::path path = folder.empty() ? "." : folder;
    const Descriptor opened(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened) return error_of(errno, path);
    return sync(opened, path);
}

}  // namespace vafa::files

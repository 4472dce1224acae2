#include "platform/files/lock.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>

#include "platform/files/error.h"

namespace vafa::files {
namespace {

std::string holder(const Descriptor& file) {
    std::array<char, 32> text{};
    const ssize_t got = ::pread(file.number(), text.data(), text.size(), 0);
    std::string pid(text.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    while (!pid.empty() && pid.back() == '\n') pid.pop_back();
    return pid.empty() ? "?" : pid;
}

Result<Descriptor> locked(const std::filesystem::path& path, int open_flags, int lock) {
    Descriptor file(::open(path.c_str(), open_flags | O_CLOEXEC, 0644));
    if (!file) return error_of(errno, path);
    if (::flock(file.number(), lock | LOCK_NB) == 0) return file;
    if (errno != EWOULDBLOCK) return error_of(errno, path);
    return conflict("error.locked").with("path", path.string()).with("pid", holder(file));
}

}  // namespace

Result<FileLock> FileLock::exclusive(const std::filesystem::path& path) {
    VAFA_TRY(Descriptor file, locked(path, O_RDWR | O_CREAT, LOCK_EX));
    const std::string pid = std::to_string(::getpid()) + "\n";
    if (::ftruncate(file.number(), 0) != 0) return error_of(errno, path);
    VAFA_CHECK(write_all(file, pid, path));
    return FileLock(std::move(file));
}

Result<FileLock> FileLock::shared(const std::filesystem::path& path) {
    VAFA_TRY(Descriptor file, locked(path, O_RDONLY, LOCK_SH));
    return FileLock(std::move(file));
}

}  // namespace vafa::files

#include "platform/files/writer.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

#include "platform/files/error.h"

namespace vafa::files {

Result<Writer> Writer::create(const std::filesystem::path& path) {
    VAFA_TRY(Descriptor file, open_to_write(path));
    return Writer(path, std::move(file), 0);
}

Result<Writer> Writer::append(const std::filesystem::path& path) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644));
    if (!file) return error_of(errno, path);
    const off_t end = ::lseek(file.number(), 0, SEEK_END);
    if (end < 0) return error_of(errno, path);
    return Writer(path, std::move(file), static_cast<std::uint64_t>(end));
}

Result<void> Writer::flush() {
    Result<void> written = write_all(file_, buffer_, path_);
    buffer_.clear();
    return written;
}

Result<void> Writer::sync() {
    VAFA_CHECK(flush());
    return files::sync(file_, path_);
}

Result<void> Writer::close() {
    VAFA_CHECK(flush());
    file_.close();
    return {};
}

}  // namespace vafa::files

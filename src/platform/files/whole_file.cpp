#include "platform/files/whole_file.h"

#include <cerrno>
#include <unistd.h>

#include "platform/files/descriptor.h"
#include "platform/files/error.h"

namespace vafa::files {

namespace fs = std::filesystem;

Result<std::string> read_file(const fs::path& path, std::uint64_t limit) {
    VAFA_TRY(const Descriptor file, open_to_read(path));
    std::string content;
    constexpr std::size_t kStep = 1 << 18;
    for (;;) {
        const std::size_t before = content.size();
        content.resize(before + kStep);
        const ssize_t got = ::read(file.number(), content.data() + before, kStep);
        content.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return error_of(errno, path);
        if (got == 0) return content;
        if (content.size() > limit) {
            return Error{ErrorCode::too_large, "error.file_too_large"}
                .with("path", path.string())
                .with("limit", std::to_string(limit));
        }
    }
}

Result<void> write_file(const fs::path& path, std::string_view content) {
    fs::path beside = path;
    beside += ".new";
    VAFA_TRY(Descriptor file, open_to_write(beside));
    Result<void> written = write_all(file, content, path);
    if (written.has_value()) written = sync(file, path);
    file.close();
    if (written.has_value() && ::rename(beside.c_str(), path.c_str()) != 0) {
        written = error_of(errno, path);
    }
    if (written.has_error()) {
        ::unlink(beside.c_str());
        return written;
    }
    return sync_folder(path.parent_path());
}

Result<std::uint64_t> free_space(const fs::path& path) {
    std::error_code code;
    const fs::space_info space = fs::space(path, code);
    if (code) return error_of(code.value(), path);
    return space.available;
}

Result<void> make_folders(const fs::path& path) {
    std::error_code code;
    fs::create_directories(path, code);
    if (code) return error_of(code.value(), path);
    return {};
}

}  // namespace vafa::files

#include "platform/files/error.h"

#include <cerrno>
#include <system_error>

namespace vafa::files {

Error error_of(int number, const std::filesystem::path& path) {
    Error error;
    switch (number) {
        case ENOENT:
        case ENOTDIR:
            error = not_found("error.file_not_found");
            break;
        case EACCES:
        case EPERM:
            error = {ErrorCode::denied, "error.file_denied"};
            break;
        case EISDIR:
            error = invalid("error.file_is_folder");
            break;
        case EROFS:
            error = conflict("error.read_only");
            break;
        case ENOSPC:
        case EDQUOT:
            error = unavailable("error.disk_full");
            break;
        default:
            error = unavailable("error.file_failed")
                        .with("reason", std::generic_category().message(number));
            break;
    }
    return std::move(error).with("path", path.string());
}

}  // namespace vafa::files

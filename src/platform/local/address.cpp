#include "platform/local/address.h"

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>

#include "platform/files/error.h"

namespace vafa::local {

Result<Address> address_of(const std::filesystem::path& path) {
    Address address;
    std::string name = path.string();
    if (name.size() >= sizeof(address.value.sun_path)) {
        const auto folder = path.parent_path();
        address.folder =
            files::Descriptor(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        if (!address.folder) return files::error_of(errno, folder);
        name = "/proc/self/fd/" + std::to_string(address.folder.number()) + "/" +
               path.filename().string();
    }
    if (name.size() >= sizeof(address.value.sun_path)) return files::error_of(ENAMETOOLONG, path);
    address.value.sun_family = AF_UNIX;
    std::memcpy(address.value.sun_path, name.c_str(), name.size() + 1);
    address.size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size() + 1);
    return address;
}

}  // namespace vafa::local

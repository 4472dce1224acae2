#pragma once

#include <filesystem>
#include <sys/un.h>

#include "base/result.h"
#include "platform/files/descriptor.h"

namespace vafa::local {

// A socket's address holds 107 bytes, paths are longer: then it is named through its open folder.
struct Address {
    files::Descriptor folder;
    sockaddr_un value{};
    socklen_t size = 0;
};
Result<Address> address_of(const std::filesystem::path& path);

}  // namespace vafa::local

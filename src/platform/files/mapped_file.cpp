#include "platform/files/mapped_file.h"

#include <cerrno>
#include <sys/mman.h>
#include <sys/stat.h>
#include <utility>

#include "platform/files/descriptor.h"
#include "platform/files/error.h"

namespace vafa::files {

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
    VAFA_TRY(const Descriptor file, open_to_read(path));
    struct stat facts {};
    if (::fstat(file.number(), &facts) != 0) return error_of(errno, path);
    MappedFile mapped;
    if (facts.st_size == 0) return mapped;
    const auto size = static_cast<std::size_t>(facts.st_size);
    void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.number(), 0);
    if (data == MAP_FAILED) return error_of(errno, path);
    mapped.data_ = static_cast<const char*>(data);
    mapped.size_ = size;
    return mapped;
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

void MappedFile::prefetch() const {
    if (data_ != nullptr) ::madvise(const_cast<char*>(data_), size_, MADV_WILLNEED);
}

}  // namespace vafa::files

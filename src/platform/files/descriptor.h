#pragma once

#include <filesystem>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace vafa::files {

// An open file, closed with this object.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        if (this != &other) {
            close();
            number_ = std::exchange(other.number_, -1);
        }
        return *this;
    }

    int number() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }
    void close();
    int release() { return std::exchange(number_, -1); }  // now the caller's to close

private:
    int number_ = -1;
};

Result<Descriptor> open_to_read(const std::filesystem::path& path);
// Created or emptied.
Result<Descriptor> open_to_write(const std::filesystem::path& path);
Result<void> write_all(const Descriptor& file, std::string_view bytes,
                       const std::filesystem::path& path);
// The file's content is on the disk when this returns.
Result<void> sync(const Descriptor& file, const std::filesystem::path& path);
// A file made, renamed or deleted in `folder` stays so after a power cut.
Result<void> sync_folder(const std::filesystem::path& folder);

}  // namespace vafa::files

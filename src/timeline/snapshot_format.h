#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

// The file: a header page, sections that begin on pages, and a directory that names them. Every
// byte that is read is under a checksum: header and directory have their own, sections one each.
namespace vafa::timeline::snapshot {

inline constexpr std::size_t kPage = 4096;
inline constexpr std::array<char, 8> kMagic = {'V', 'A', 'F', 'A', 'T', 'L', 'N', '\n'};
inline constexpr std::uint32_t kFormat = 1;
inline constexpr std::uint32_t kByteOrder = 0x01020304;

struct Header {
    std::array<char, 8> magic = kMagic;
    std::uint32_t format = kFormat;
    std::uint32_t byte_order = kByteOrder;
    std::uint64_t watermark = 0;
    std::uint64_t zone = 0;  // fingerprint of the store's zone, name and transitions
    std::uint64_t file_size = 0;
    std::uint64_t directory_offset = 0;
    std::uint64_t directory_size = 0;
    std::uint64_t directory_hash = 0;
    std::uint64_t header_hash = 0;  // of all bytes before it
};
static_assert(sizeof(Header) == 72);

struct Section {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint64_t hash = 0;
};

// Hash of each section: of the hashes of its blocks, which are taken in parallel.
std::vector<std::uint64_t> hash_sections(const std::vector<std::string_view>& sections,
                                         unsigned workers);
std::uint64_t hash_header(const Header& header);

constexpr std::uint64_t next_page(std::uint64_t offset) {
    return (offset + kPage - 1) / kPage * kPage;
}

// Numbers in native order and strings with their length, one after another.
class Packer {
public:
    template <class T>
    void number(T value) {
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof(value));
    }
    void text(std::string_view value) {
        number(static_cast<std::uint32_t>(value.size()));
        bytes_.append(value);
    }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

// Reads what a Packer wrote; past the end everything is zero and `ok` false.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : left_(bytes) {}

    template <class T>
    T number() {
        T value{};
        const std::string_view bytes = take(sizeof(T));
        if (ok_) bytes.copy(reinterpret_cast<char*>(&value), sizeof(T));
        return value;
    }
    std::string text() { return std::string(take(number<std::uint32_t>())); }
    bool ok() const { return ok_; }
    bool at_end() const { return ok_ && left_.empty(); }

private:
    std::string_view take(std::size_t size) {
        ok_ = ok_ && size <= left_.size();
        if (!ok_) return {};
        const std::string_view bytes = left_.substr(0, size);
        left_.remove_prefix(size);
        return bytes;
    }

    std::string_view left_;
    bool ok_ = true;
};

}  // namespace vafa::timeline::snapshot

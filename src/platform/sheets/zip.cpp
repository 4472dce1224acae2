#include "platform/sheets/zip.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/text.h"
#include "platform/files/error.h"

namespace vafa::sheets {
namespace {

// Sizes and signatures of the format (PKWARE APPNOTE 6.3, sections 4.3 and 4.5).
constexpr std::size_t kEndBytes = 22, kEnd64Bytes = 56, kLocator64Bytes = 20;
constexpr std::size_t kEntryBytes = 46, kLocalBytes = 30;
constexpr std::uint32_t kEntrySignature = 0x02014b50, kLocalSignature = 0x04034b50;
constexpr std::uint32_t kEndSignature = 0x06054b50, kEnd64Signature = 0x06064b50;
constexpr std::uint32_t kLocator64Signature = 0x07064b50;
constexpr std::size_t kMaxComment = 0xFFFF;
constexpr std::uint32_t kIn64 = 0xFFFFFFFF;
constexpr std::size_t kPieceBytes = 1 << 18;

Error broken() { return damaged("error.workbook_damaged"); }
Error too_large() { return {ErrorCode::too_large, "error.workbook_too_large"}; }

template <class T>
T number_at(std::string_view bytes, std::size_t at) {
    T value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) {
        value = static_cast<T>(
            value |
            static_cast<T>(static_cast<T>(static_cast<unsigned char>(bytes[at + i])) << (8 * i)));
    }
    return value;
}
std::uint16_t u16(std::string_view bytes, std::size_t at) {
    return number_at<std::uint16_t>(bytes, at);
}
std::uint32_t u32(std::string_view bytes, std::size_t at) {
    return number_at<std::uint32_t>(bytes, at);
}
std::uint64_t u64(std::string_view bytes, std::size_t at) {
    return number_at<std::uint64_t>(bytes, at);
}

// The 64-bit values that stand in the extra field for those the entry marks with 0xFFFFFFFF.
Result<void> read_zip64(std::string_view extra, Part& part) {
    while (extra.size() >= 4) {
        const std::size_t bytes = u16(extra, 2);
        if (bytes > extra.size() - 4) return broken();
        if (u16(extra, 0) == 1) {
            const std::string_view values = extra.substr(4, bytes);
            std::size_t at = 0;
            for (std::uint64_t* value : {&part.unpacked, &part.packed, &part.offset}) {
                if (*value != kIn64) continue;
                if (at + 8 > values.size()) return broken();
                *value = u64(values, at);
                at += 8;
            }
            return {};
        }
        extra.remove_prefix(4 + bytes);
    }
    return {};
}

class Inflater {
public:
    Inflater() { ready_ = inflateInit2(&zip_, -15) == Z_OK; }  // raw deflate, largest window
    ~Inflater() {
        if (ready_) inflateEnd(&zip_);
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    bool ready() const { return ready_; }
    z_stream& zip() { return zip_; }

private:
    z_stream zip_{};
    bool ready_ = false;
};

// What is handed on, counted and summed.
class Delivery {
public:
    Delivery(const Part& part, std::uint64_t most, const Zip::Take& take)
        : part_(part), most_(most), take_(take) {}

    Result<void> add(std::string_view piece) {
        piece = piece.substr(0, most_ - done_);
        done_ += piece.size();
        if (done_ > part_.unpacked) return broken();
        sum_ = static_cast<std::uint32_t>(crc32(sum_, reinterpret_cast<const Bytef*>(piece.data()),
                                                static_cast<uInt>(piece.size())));
        return piece.empty() ? Result<void>() : take_(piece);
    }
    bool full() const { return done_ == most_; }
    Result<void> end() const {
        const bool whole = done_ == part_.unpacked && sum_ == part_.checksum;
        return whole || (full() && done_ < part_.unpacked) ? Result<void>() : broken();
    }

private:
    const Part& part_;
    std::uint64_t most_;
    const Zip::Take& take_;
    std::uint64_t done_ = 0;
    std::uint32_t sum_ = 0;
};

}  // namespace

Result<std::string> Zip::bytes_at(std::uint64_t offset, std::size_t count) const {
    if (offset > size_ || count > size_ - offset) return broken();
    std::string bytes(count, '\0');
    std::size_t got = 0;
    while (got < count) {
        const ssize_t n = ::pread(file_.number(), bytes.data() + got, count - got,
                                  static_cast<off_t>(offset + got));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return files::error_of(errno, "");
        if (n == 0) return broken();
        got += static_cast<std::size_t>(n);
    }
    return bytes;
}

Result<Zip> Zip::open(const std::filesystem::path& path) {
    Zip zip;
    VAFA_TRY(zip.file_, files::open_to_read(path));
    struct stat facts {};
    if (::fstat(zip.file_.number(), &facts) != 0) return files::error_of(errno, path);
    zip.size_ = static_cast<std::uint64_t>(facts.st_size);
    VAFA_CHECK(zip.read_directory());
    VAFA_CHECK(zip.check());
    return zip;
}

Result<void> Zip::read_directory() {
    const auto tail_bytes =
        static_cast<std::size_t>(std::min<std::uint64_t>(size_, kEndBytes + kMaxComment));
    VAFA_TRY(const std::string tail, bytes_at(size_ - tail_bytes, tail_bytes));
    const std::size_t end = tail.rfind("PK\x05\x06");
    if (end == std::string::npos || tail.size() - end < kEndBytes) return broken();
    static_assert(kEndSignature == 0x06054b50);
    std::uint64_t count = u16(tail, end + 10);
    std::uint64_t bytes = u32(tail, end + 12);
    std::uint64_t offset = u32(tail, end + 16);
    if (count == 0xFFFF || bytes == kIn64 || offset == kIn64) {
        const std::uint64_t end_offset = size_ - tail_bytes + end;
        if (end_offset < kLocator64Bytes) return broken();
        VAFA_TRY(const auto locator, bytes_at(end_offset - kLocator64Bytes, kLocator64Bytes));
        if (u32(locator, 0) != kLocator64Signature) return broken();
        VAFA_TRY(const auto end64, bytes_at(u64(locator, 8), kEnd64Bytes));
        if (u32(end64, 0) != kEnd64Signature) return broken();
        count = u64(end64, 32);
        bytes = u64(end64, 40);
        offset = u64(end64, 48);
    }
    if (count > kMaxParts || bytes > kMaxDirectoryBytes) return too_large();
    VAFA_TRY(const std::string directory, bytes_at(offset, static_cast<std::size_t>(bytes)));
    std::size_t at = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        VAFA_TRY(Part part, part_at(directory, at));
        if (!part.name.ends_with('/')) parts_.push_back(std::move(part));
    }
    return {};
}

Result<Part> Zip::part_at(std::string_view directory, std::size_t& at) const {
    const std::string_view entry = directory.substr(std::min(at, directory.size()));
    if (entry.size() < kEntryBytes || u32(entry, 0) != kEntrySignature) return broken();
    if ((u16(entry, 8) & 1) != 0) return invalid("error.workbook_encrypted");
    const std::uint16_t method = u16(entry, 10);
    if (method != 0 && method != 8) return broken();
    const std::size_t name = u16(entry, 28), extra = u16(entry, 30), comment = u16(entry, 32);
    if (entry.size() < kEntryBytes + name + extra + comment) return broken();
    Part part{.name = valid_utf8(entry.substr(kEntryBytes, name)),
              .packed = u32(entry, 20),
              .unpacked = u32(entry, 24),
              .offset = u32(entry, 42),
              .checksum = u32(entry, 16),
              .deflated = method == 8};
    std::replace(part.name.begin(), part.name.end(), '\\', '/');
    VAFA_CHECK(read_zip64(entry.substr(kEntryBytes + name, extra), part));
    at += kEntryBytes + name + extra + comment;
    return part;
}

// Sizes that are allowed, and places that lie in the file without touching each other: overlapping
// parts are how a small file pretends to hold a large one.
Result<void> Zip::check() const {
    std::uint64_t total = 0;
    std::vector<const Part*> by_offset;
    for (const Part& part : parts_) {
        if (part.unpacked > kMaxPartBytes) return too_large();
        total += part.unpacked;
        if (total > kMaxArchiveBytes) return too_large();
        if (part.unpacked > kRatioFromBytes && part.unpacked / kMaxRatio > part.packed) {
            return Error{ErrorCode::too_large, "error.workbook_bomb"};
        }
        if (part.offset > size_ || part.packed > size_ - part.offset) return broken();
        by_offset.push_back(&part);
    }
    std::sort(by_offset.begin(), by_offset.end(),
              [](const Part* a, const Part* b) { return a->offset < b->offset; });
    for (std::size_t i = 1; i < by_offset.size(); ++i) {
        const Part& before = *by_offset[i - 1];
        if (before.offset + kLocalBytes + before.packed > by_offset[i]->offset) return broken();
    }
    return {};
}

const Part* Zip::find(std::string_view name) const {
    for (const Part& part : parts_) {
        if (part.name.size() == name.size() && equals_ignoring_ascii_case(part.name, name)) {
            return &part;
        }
    }
    return nullptr;
}

Result<std::uint64_t> Zip::data_offset(const Part& part) const {
    VAFA_TRY(const auto local, bytes_at(part.offset, kLocalBytes));
    if (u32(local, 0) != kLocalSignature) return broken();
    return part.offset + kLocalBytes + u16(local, 26) + u16(local, 28);
}

Result<void> Zip::unpack(const Part& part, std::uint64_t most, const Take& take) const {
    VAFA_TRY(std::uint64_t offset, data_offset(part));
    Delivery delivery(part, most, take);
    Inflater inflater;
    if (!inflater.ready()) return too_large();
    z_stream& zip = inflater.zip();
    std::string out(kPieceBytes, '\0');
    std::uint64_t left = part.packed;
    bool ended = false;
    while (!ended && !delivery.full()) {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left, kPieceBytes));
        if (count == 0) break;
        VAFA_TRY(std::string in, bytes_at(offset, count));
        offset += count;
        left -= count;
        if (!part.deflated) {
            VAFA_CHECK(delivery.add(in));
            continue;
        }
        zip.next_in = reinterpret_cast<Bytef*>(in.data());
        zip.avail_in = static_cast<uInt>(in.size());
        do {
            zip.next_out = reinterpret_cast<Bytef*>(out.data());
            zip.avail_out = static_cast<uInt>(out.size());
            const int code = inflate(&zip, Z_NO_FLUSH);
            if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) return broken();
            VAFA_CHECK(delivery.add(std::string_view(out).substr(0, out.size() - zip.avail_out)));
            ended = code == Z_STREAM_END;
        } while (!ended && !delivery.full() && zip.avail_out == 0);
    }
    return delivery.end();
}

Result<std::string> Zip::read(const Part& part, std::uint64_t limit) const {
    if (part.unpacked > limit) return too_large();
    std::string text;
    text.reserve(static_cast<std::size_t>(part.unpacked));
    VAFA_CHECK(unpack(part, part.unpacked, [&](std::string_view piece) -> Result<void> {
        text += piece;
        return {};
    }));
    return text;
}

}  // namespace vafa::sheets

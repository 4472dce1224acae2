#include "platform/sheets/zip_writer.h"

#include <array>
#include <limits>
#include <zlib.h>

namespace vafa::sheets {
namespace {

constexpr std::uint32_t kLocalHeader = 0x04034b50, kDescriptor = 0x08074b50,
                        kDirectoryEntry = 0x02014b50, kDirectoryEnd = 0x06054b50;
constexpr std::uint16_t kVersion = 20;  // 2.0: deflate
constexpr std::uint16_t kSizesBehind = 0x0008, kUtf8 = 0x0800;
constexpr std::uint16_t kDeflated = 8;
constexpr std::uint16_t kNoTime = 0, kFirstDate = 0x21;  // 1980-01-01: no clock is asked
constexpr int kRawWindow = -15;                          // no zlib header around the stream
constexpr int kMemory = 8;

void put(std::string& bytes, std::uint64_t value, int count) {
    for (int i = 0; i < count; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
}
void put16(std::string& bytes, std::uint64_t value) { put(bytes, value, 2); }
void put32(std::string& bytes, std::uint64_t value) { put(bytes, value, 4); }

void put_how(std::string& bytes) {
    put16(bytes, kVersion);
    put16(bytes, kSizesBehind | kUtf8);
    put16(bytes, kDeflated);
    put16(bytes, kNoTime);
    put16(bytes, kFirstDate);
}

}  // namespace

struct ZipWriter::Deflate {
    z_stream stream{};
    std::array<char, 1 << 16> buffer{};

    Deflate() {
        const int made = deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kRawWindow,
                                      kMemory, Z_DEFAULT_STRATEGY);
        VAFA_ASSERT(made == Z_OK);
    }
    ~Deflate() { deflateEnd(&stream); }
    Deflate(const Deflate&) = delete;
    Deflate& operator=(const Deflate&) = delete;
};

ZipWriter::ZipWriter(files::Writer file)
    : file_(std::move(file)), deflate_(std::make_unique<Deflate>()) {}
ZipWriter::ZipWriter(ZipWriter&&) noexcept = default;
ZipWriter::~ZipWriter() = default;

Result<ZipWriter> ZipWriter::create(const std::filesystem::path& path) {
    VAFA_TRY(auto file, files::Writer::create(path));
    return ZipWriter(std::move(file));
}

Result<void> ZipWriter::begin(std::string_view name) {
    Part part;
    part.name = name;
    part.offset = file_.position();
    std::string header;
    put32(header, kLocalHeader);
    put_how(header);
    for (int i = 0; i < 3; ++i) put32(header, 0);  // checksum and sizes stand behind the data
    put16(header, part.name.size());
    put16(header, 0);
    header += part.name;
    parts_.push_back(std::move(part));
    deflateReset(&deflate_->stream);
    return file_.write(header);
}

Result<void> ZipWriter::deflate(std::string_view bytes, int flush) {
    z_stream& stream = deflate_->stream;
    auto& buffer = deflate_->buffer;
    // zlib promises to read only.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    do {
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        VAFA_ASSERT(::deflate(&stream, flush) != Z_STREAM_ERROR);
        const std::size_t made = buffer.size() - stream.avail_out;
        parts_.back().packed += made;
        VAFA_CHECK(file_.write({buffer.data(), made}));
    } while (stream.avail_out == 0);
    return {};
}

Result<void> ZipWriter::write(std::string_view bytes) {
    VAFA_ASSERT(bytes.size() <= std::numeric_limits<uInt>::max());
    Part& part = parts_.back();
    part.unpacked += bytes.size();
    part.checksum = static_cast<std::uint32_t>(crc32(part.checksum,
                                                     reinterpret_cast<const Bytef*>(bytes.data()),
                                                     static_cast<uInt>(bytes.size())));
    return deflate(bytes, Z_NO_FLUSH);
}

Result<void> ZipWriter::end() {
    VAFA_CHECK(deflate({}, Z_FINISH));
    const Part& part = parts_.back();
    std::string behind;
    put32(behind, kDescriptor);
    put32(behind, part.checksum);
    put32(behind, part.packed);
    put32(behind, part.unpacked);
    return file_.write(behind);
}

Result<void> ZipWriter::close() {
    const std::uint64_t begin = file_.position();
    std::string directory;
    for (const Part& part : parts_) {
        put32(directory, kDirectoryEntry);
        put16(directory, kVersion);
        put_how(directory);
        put32(directory, part.checksum);
        put32(directory, part.packed);
        put32(directory, part.unpacked);
        put16(directory, part.name.size());
        for (int i = 0; i < 4; ++i) put16(directory, 0);  // extra, comment, disk, attributes
        put32(directory, 0);
        put32(directory, part.offset);
        directory += part.name;
    }
    if (begin > std::numeric_limits<std::uint32_t>::max()) {
        return invalid("error.workbook_too_large");
    }
    const std::size_t size = directory.size();
    put32(directory, kDirectoryEnd);
    put32(directory, 0);  // disks
    put16(directory, parts_.size());
    put16(directory, parts_.size());
    put32(directory, size);
    put32(directory, begin);
    put16(directory, 0);
    VAFA_CHECK(file_.write(directory));
    return file_.close();
}

}  // namespace vafa::sheets

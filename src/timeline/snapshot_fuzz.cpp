#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include "base/hash.h"
#include "timeline/api.h"
#include "timeline/snapshot_format.h"

// Any bytes are a snapshot: it opens or is refused, and what opens can be scanned, without a read
// beyond the file. The first byte says how far the checksums are made right before, so that the
// fuzzer comes past them. Memory is that of the file and its dictionaries.
namespace {

using namespace vafa;
using namespace vafa::timeline;
using namespace vafa::timeline::snapshot;

constexpr std::uint64_t kWatermark = 7;
constexpr std::size_t kLargest = 1U << 20U;

std::uint64_t zone_of_default() {
    static const std::uint64_t zone = [] {
        const std::string path =
            (std::filesystem::temp_directory_path() / ("vafa-zone-" + std::to_string(getpid())))
                .string();
        Timeline empty(TimeZone(), 1);
        VAFA_ASSERT(empty.save(path, kWatermark).has_value());
        Header header;
        std::ifstream(path, std::ios::binary)
            .read(reinterpret_cast<char*>(&header), sizeof(header));
        std::filesystem::remove(path);
        return header.zone;
    }();
    return zone;
}

void mend_sections(std::string& file, const Header& header) {
    const std::size_t begin = header.directory_offset;
    std::uint64_t count = 0;
    if (header.directory_size < sizeof(count)) return;
    std::memcpy(&count, file.data() + begin, sizeof(count));
    const std::size_t room = (header.directory_size - sizeof(count)) / sizeof(Section);
    for (std::size_t i = 0; i < std::min<std::uint64_t>(count, room); ++i) {
        char* place = file.data() + begin + sizeof(count) + i * sizeof(Section);
        Section section;
        std::memcpy(&section, place, sizeof(section));
        section.offset = section.offset / kPage * kPage;
        if (section.offset > file.size() || section.size > file.size() - section.offset) continue;
        const std::string_view bytes(file.data() + section.offset, section.size);
        section.hash = hash_sections({bytes}, 1).front();
        std::memcpy(place, &section, sizeof(section));
    }
}

void mend(std::string& file, bool sections) {
    if (file.size() < kPage) return;
    Header header;
    std::memcpy(&header, file.data(), sizeof(header));
    header.magic = kMagic;
    header.format = kFormat;
    header.byte_order = kByteOrder;
    header.zone = zone_of_default();
    header.watermark = kWatermark;
    header.file_size = file.size();
    header.directory_offset = std::min<std::uint64_t>(header.directory_offset, file.size());
    header.directory_size =
        std::min<std::uint64_t>(header.directory_size, file.size() - header.directory_offset);
    if (sections) mend_sections(file, header);
    header.directory_hash = hash64(file.data() + header.directory_offset, header.directory_size);
    header.header_hash = hash_header(header);
    std::memcpy(file.data(), &header, sizeof(header));
}

void read_all(const Timeline& timeline) {
    std::int64_t sum = 0;
    const auto read = [&sum](const Slice& slice) {
        for (std::uint32_t c = 0; c < slice.customers; ++c) {
            for (std::uint32_t row = slice.offsets[c]; row < slice.offsets[c + 1]; ++row) {
                sum ^= slice.amount_at(row) ^ slice.day[row] ^ slice.ms[row] ^ slice.flags[row];
            }
        }
    };
    for (const std::string& track : timeline.tracks()) {
        timeline.scan({.track = track, .workers = 1},
                      [&](unsigned, const Slice& slice) { read(slice); });
        timeline.scan_anonymous({.track = track}, read);
    }
    VAFA_ASSERT(timeline.memory().rows <= kLargest);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0 || size > kLargest) return 0;
    static const std::string path =
        (std::filesystem::temp_directory_path() / ("vafa-fuzz-" + std::to_string(getpid())))
            .string();
    std::string file(reinterpret_cast<const char*>(data) + 1, size - 1);
    if ((data[0] & 1) != 0) mend(file, (data[0] & 2) != 0);
    std::ofstream(path, std::ios::binary | std::ios::trunc) << file;
    const auto opened = Timeline::open(path, TimeZone(), 1, kWatermark);
    if (opened.has_value()) read_all(**opened);
    return 0;
}

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include "base/hash.h"
#include "timeline/api.h"
#include "timeline/snapshot_format.h"

// Any bytes are a snapshot, or edits of a real one: it opens or is refused, and what opens can be
// scanned, without a read beyond the file. The first byte says which, and how far the checksums are
// made right before, so that the fuzzer comes past them. Memory is that of the file and its
// dictionaries.
namespace {

using namespace vafa;
using namespace vafa::timeline;
using namespace vafa::timeline::snapshot;

constexpr std::uint64_t kWatermark = 7;
constexpr std::size_t kLargest = 1U << 20U;
enum Mode : std::uint8_t { kMend = 1, kMendSections = 2, kEdit = 4 };

const std::string& place() {
    static const std::string path =
        (std::filesystem::temp_directory_path() / ("vafa-fuzz-" + std::to_string(getpid())))
            .string();
    return path;
}

// Two tracks, one with a property, anonymous rows, wide amounts and a link.
const std::string& real_snapshot() {
    static const std::string content = [] {
        std::vector<Row> rows;
        for (int i = 0; i < 40; ++i) {
            const std::int64_t amount = i % 7 == 0 ? 5'000'000'000 : i * 100;
            rows.push_back(
                {.profile = i % 9, .at = i * kMsPerDay * 11 + i, .amount_minor = amount});
        }
        Timeline timeline(TimeZone(), 1);
        VAFA_ASSERT(timeline.append("order", rows).has_value());
        VAFA_ASSERT(timeline.append("product_viewed", rows).has_value());
        std::size_t next = 0;
        const auto property = [&](Timeline::PropertyValue& value) {
            if (next == rows.size()) return false;
            const Row& row = rows[next++];
            value = {row.profile, row.at, row.subject, next % 2 == 0 ? "shoes" : "hats"};
            return true;
        };
        VAFA_ASSERT(timeline.load_property("product_viewed", "category", property).has_value());
        timeline.set_links({{1, 2}});
        VAFA_ASSERT(timeline.save(place(), kWatermark).has_value());
        std::ifstream file(place(), std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    }();
    return content;
}

Header header_of(const std::string& file) {
    Header header;
    std::memcpy(&header, file.data(), sizeof(header));
    return header;
}

// Each edit six bytes: where to count from, how far, what to put; the last few bytes shorten.
std::string edited(std::string_view edits) {
    std::string file = real_snapshot();
    const Header header = header_of(file);
    while (edits.size() >= 6) {
        std::uint32_t offset = 0;
        std::memcpy(&offset, edits.data() + 1, sizeof(offset));
        switch (edits[0] & 3) {
            case 0:
                offset %= static_cast<std::uint32_t>(sizeof(Header));
                break;
            case 1:
                offset = static_cast<std::uint32_t>(header.directory_offset +
                                                    offset % header.directory_size);
                break;
            default:
                break;
        }
        file[offset % file.size()] = edits[5];
        edits.remove_prefix(6);
    }
    if (edits.size() == 4) {
        std::uint32_t size = 0;
        std::memcpy(&size, edits.data(), sizeof(size));
        file.resize(size % file.size());
    }
    return file;
}

void mend_sections(std::string& file, const Header& header) {
    const std::size_t begin = header.directory_offset;
    std::uint64_t count = 0;
    if (header.directory_size < sizeof(count)) return;
    std::memcpy(&count, file.data() + begin, sizeof(count));
    const std::size_t room = (header.directory_size - sizeof(count)) / sizeof(Section);
    for (std::size_t i = 0; i < std::min<std::uint64_t>(count, room); ++i) {
        char* at = file.data() + begin + sizeof(count) + i * sizeof(Section);
        Section section;
        std::memcpy(&section, at, sizeof(section));
        section.offset = section.offset / kPage * kPage;
        if (section.offset > file.size() || section.size > file.size() - section.offset) continue;
        const std::string_view bytes(file.data() + section.offset, section.size);
        section.hash = hash_sections({bytes}, 1).front();
        std::memcpy(at, &section, sizeof(section));
    }
}

void mend(std::string& file, bool sections) {
    if (file.size() < kPage) return;
    Header header = header_of(file);
    header.magic = kMagic;
    header.format = kFormat;
    header.byte_order = kByteOrder;
    header.zone = header_of(real_snapshot()).zone;
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
    const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
    std::string file = (data[0] & kEdit) != 0 ? edited(rest) : std::string(rest);
    if ((data[0] & kMend) != 0) mend(file, (data[0] & kMendSections) != 0);
    std::ofstream(place(), std::ios::binary | std::ios::trunc) << file;
    const auto opened = Timeline::open(place(), TimeZone(), 1, kWatermark);
    if (opened.has_value()) read_all(**opened);
    return 0;
}

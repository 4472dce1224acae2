#include <algorithm>
#include <atomic>
#include <cstring>
#include <functional>

#include "base/hash.h"
#include "platform/files/mapped_file.h"
#include "platform/parallel/parallel.h"
#include "timeline/impl.h"
#include "timeline/snapshot_format.h"

namespace vafa::timeline {
namespace {

using namespace snapshot;

constexpr std::uint64_t kSectionsMax = 1U << 20U;

using FilePtr = std::shared_ptr<const files::MappedFile>;

Error damaged_at(const std::string& part) {
    return damaged("timeline.snapshot_damaged").with("part", part);
}

// Hands out the sections in order, as columns over the mapped file.
class SectionReader {
public:
    SectionReader(FilePtr file, std::vector<Section> sections)
        : file_(std::move(file)), sections_(std::move(sections)) {}

    std::string_view bytes() {
        if (next_ == sections_.size()) {
            ok_ = false;
            return {};
        }
        const Section& section = sections_[next_++];
        return file_->bytes().substr(section.offset, section.size);
    }
    template <class T>
    Column<T> column() {
        const std::string_view raw = bytes();
        ok_ = ok_ && raw.size() % sizeof(T) == 0;
        return Column<T>(file_, reinterpret_cast<const T*>(raw.data()), raw.size() / sizeof(T));
    }
    bool ok() const { return ok_; }
    bool at_end() const { return ok_ && next_ == sections_.size(); }

private:
    FilePtr file_;
    std::vector<Section> sections_;
    std::size_t next_ = 0;
    bool ok_ = true;
};

Result<Header> read_header(const files::MappedFile& file, std::uint64_t zone,
                           std::uint64_t watermark) {
    Header header;
    if (file.size() < kPage) return damaged_at("header");
    std::memcpy(&header, file.data(), sizeof(header));
    if (header.magic != kMagic) return damaged_at("header");
    if (header.format != kFormat || header.byte_order != kByteOrder) {
        return damaged("timeline.snapshot_other_format");
    }
    if (header.header_hash != hash_header(header) || header.file_size != file.size()) {
        return damaged_at("header");
    }
    if (header.zone != zone) return damaged("timeline.snapshot_other_zone");
    if (header.watermark != watermark) return damaged("timeline.snapshot_stale");
    return header;
}

bool within(std::uint64_t offset, std::uint64_t size, std::uint64_t limit) {
    return offset <= limit && size <= limit - offset;
}

Result<std::vector<Section>> read_sections(const files::MappedFile& file, Unpacker& directory,
                                           unsigned workers) {
    const auto count = directory.number<std::uint64_t>();
    if (count > kSectionsMax) return damaged_at("directory");
    std::vector<Section> sections;
    std::vector<std::string_view> bytes;
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto section = directory.number<Section>();
        const bool fits = within(section.offset, section.size, file.size());
        if (!directory.ok() || !fits || section.offset % kPage != 0) return damaged_at("directory");
        sections.push_back(section);
        bytes.push_back(file.bytes().substr(section.offset, section.size));
    }
    const auto hashes = hash_sections(bytes, workers);
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        if (hashes[i] != sections[i].hash) return damaged_at(std::to_string(i));
    }
    return sections;
}

bool read_columns(SectionReader& in, Columns& out) {
    out.ids = in.column<std::int64_t>();
    out.offsets = in.column<std::uint32_t>();
    out.day = in.column<std::uint16_t>();
    out.ms = in.column<std::uint32_t>();
    out.amount = in.column<std::uint32_t>();
    out.flags = in.column<std::uint8_t>();
    out.subject = in.column<std::uint32_t>();
    out.wide = in.column<WideAmount>();
    const std::size_t rows = out.day.size();
    const bool equal = out.ms.size() == rows && out.amount.size() == rows &&
                       out.flags.size() == rows && out.subject.size() == rows;
    const bool nobody = out.offsets.size() == 0 && out.ids.size() == 0 && rows == 0;
    const bool closed = out.offsets.size() == out.ids.size() + 1 && out.offsets.size() > 0 &&
                        out.offsets[out.ids.size()] == rows;
    return in.ok() && equal && (nobody || closed);
}

// In parallel: whether `good` holds for every block of the values.
template <class T, class Good>
bool all_blocks(unsigned workers, std::span<const T> values, const Good& good) {
    constexpr std::size_t kBlock = 1U << 20U;
    std::atomic<bool> all = true;
    parallel_for(workers, (values.size() + kBlock - 1) / kBlock, [&](unsigned, std::size_t block) {
        const std::size_t begin = block * kBlock;
        const auto part = values.subspan(begin, std::min(kBlock, values.size() - begin));
        if (!good(part)) all = false;
    });
    return all;
}

// What scans rely on and never check. The checksums find every accident; a file that was made wrong
// must not be read beyond its columns either.
bool sound(const Columns& columns, unsigned workers) {
    const auto ids = columns.ids.span();
    const auto offsets = columns.offsets.span();
    const auto wide = columns.wide.span();
    const bool ordered =
        std::adjacent_find(ids.begin(), ids.end(), std::greater_equal<>()) == ids.end() &&
        std::adjacent_find(offsets.begin(), offsets.end(), std::greater<>()) == offsets.end() &&
        (offsets.empty() || offsets.front() == 0);
    const auto not_before = [](const WideAmount& a, const WideAmount& b) { return a.row >= b.row; };
    const bool wide_ordered =
        std::adjacent_find(wide.begin(), wide.end(), not_before) == wide.end() &&
        (wide.empty() || wide.back().row < columns.rows()) &&
        std::all_of(wide.begin(), wide.end(),
                    [&](const WideAmount& one) { return columns.amount[one.row] == kWideAmount; });
    if (!ordered || !wide_ordered) return false;
    std::atomic<std::size_t> wide_rows = 0;
    all_blocks(workers, columns.amount.span(), [&](std::span<const std::uint32_t> amounts) {
        wide_rows +=
            static_cast<std::size_t>(std::count(amounts.begin(), amounts.end(), kWideAmount));
        return true;
    });
    return wide_rows == wide.size();
}

bool sound(const PropertyColumn& property, unsigned workers) {
    const std::size_t words = property.dictionary->size();
    return all_blocks(workers, property.codes.span(), [&](std::span<const std::uint32_t> codes) {
        return std::all_of(codes.begin(), codes.end(),
                           [words](std::uint32_t code) { return code < words; });
    });
}

std::shared_ptr<const Dictionary> read_dictionary(std::string_view bytes, bool& ok) {
    auto dictionary = std::make_shared<Dictionary>();
    Unpacker in(bytes);
    while (in.ok() && !in.at_end()) dictionary->push_back(in.text());
    ok = ok && in.ok() && !dictionary->empty();
    return dictionary;
}

// Nothing when the sections do not fit together.
std::shared_ptr<const Base> read_base(Unpacker& names, SectionReader& in, unsigned workers) {
    auto base = std::make_shared<Base>();
    bool ok = read_columns(in, base->customers) && sound(base->customers, workers) &&
              read_columns(in, base->anonymous) && sound(base->anonymous, workers);
    const auto properties = names.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < properties && ok && names.ok(); ++i) {
        const std::string name = names.text();
        base->complete[name] = names.number<std::uint8_t>() != 0;
        PropertyColumn customers{in.column<std::uint32_t>(), nullptr};
        PropertyColumn anonymous{in.column<std::uint32_t>(), nullptr};
        customers.dictionary = read_dictionary(in.bytes(), ok);
        anonymous.dictionary = customers.dictionary;
        ok = ok && in.ok() && customers.codes.size() == base->customers.rows() &&
             anonymous.codes.size() == base->anonymous.rows() && sound(customers, workers) &&
             sound(anonymous, workers);
        base->customers.properties[name] = std::move(customers);
        base->anonymous.properties[name] = std::move(anonymous);
    }
    return ok && names.ok() ? base : nullptr;
}

}  // namespace

Result<std::unique_ptr<Timeline>> Timeline::open(const std::string& path, TimeZone store_zone,
                                                 unsigned workers, std::uint64_t expect_watermark) {
    auto impl = std::make_unique<Impl>(std::move(store_zone), workers);
    VAFA_TRY(files::MappedFile mapped, files::MappedFile::open(path));
    const auto file = std::make_shared<const files::MappedFile>(std::move(mapped));
    VAFA_TRY(const Header header, read_header(*file, impl->zone_key, expect_watermark));
    if (!within(header.directory_offset, header.directory_size, file->size())) {
        return damaged_at("directory");
    }
    file->prefetch();
    const auto directory = file->bytes().substr(header.directory_offset, header.directory_size);
    if (hash64(directory) != header.directory_hash) return damaged_at("directory");
    Unpacker names(directory);
    VAFA_TRY(auto sections, read_sections(*file, names, impl->workers));
    SectionReader in(file, std::move(sections));
    const auto tracks = names.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < tracks; ++i) {
        const std::string track = names.text();
        auto base = read_base(names, in, impl->workers);
        if (base == nullptr) return damaged_at(track);
        impl->views[track] =
            std::make_shared<const View>(std::move(base), std::vector<ChunkPtr>(), impl->links);
    }
    if (!names.at_end() || !in.at_end()) return damaged_at("directory");
    return std::unique_ptr<Timeline>(new Timeline(std::move(impl)));
}

}  // namespace vafa::timeline

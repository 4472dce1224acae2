#include "ingest/sorted_runs.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <fmt/format.h>

#include "base/hash.h"
#include "ingest/staged_row.h"
#include "platform/files/writer.h"

namespace vafa::ingest {

namespace {

// Also keeps a run from ever looking like a gzip file.
constexpr std::string_view kMagic = "vafa run 1\n";
constexpr std::size_t kReadBytes = 256 << 10;

using RecordSize = std::uint32_t;

std::uint64_t prefix_of(std::string_view key) {
    unsigned char bytes[8] = {};
    std::memcpy(bytes, key.data(), std::min<std::size_t>(key.size(), 8));
    std::uint64_t prefix = 0;
    for (const unsigned char byte : bytes) prefix = prefix << 8 | byte;
    return prefix;
}

Error staging_damaged(const std::string& file) {
    return damaged("error.import_staging_damaged").with("file", file);
}

}  // namespace

RunWriter::RunWriter(std::filesystem::path folder, std::size_t run_bytes)
    : folder_(std::move(folder)), run_bytes_(std::min<std::size_t>(run_bytes, 1U << 30)) {
    arena_.reserve(run_bytes_ + kMaxRecordBytes);
}

std::string_view RunWriter::record_at(std::uint32_t offset) const {
    RecordSize size = 0;
    std::memcpy(&size, arena_.data() + offset, sizeof size);
    return std::string_view(arena_).substr(offset + sizeof size, size);
}

Result<void> RunWriter::add(std::string_view record) {
    VAFA_ASSERT(record.size() <= kMaxRecordBytes);
    const auto size = static_cast<RecordSize>(record.size());
    entries_.push_back({.prefix = prefix_of(key_of_record(record)),
                        .offset = static_cast<std::uint32_t>(arena_.size())});
    arena_.append(reinterpret_cast<const char*>(&size), sizeof size);
    arena_.append(record);
    if (arena_.size() < run_bytes_) return {};
    return write_run();
}

void RunWriter::sort() {
    const auto before = [this](const Entry& a, const Entry& b) {
        if (a.prefix != b.prefix) return a.prefix < b.prefix;
        const int order =
            key_of_record(record_at(a.offset)).compare(key_of_record(record_at(b.offset)));
        return order != 0 ? order < 0 : a.offset < b.offset;
    };
    if (!std::is_sorted(entries_.begin(), entries_.end(), before)) {
        std::sort(entries_.begin(), entries_.end(), before);
    }
}

Result<void> RunWriter::write_run() {
    if (runs_.size() == kMaxRuns) {
        return Error{ErrorCode::too_large, "error.import_too_large"}.with(
            "bytes", std::to_string(kMaxRuns * run_bytes_));
    }
    sort();
    Run run{.file = fmt::format("run-{:04}", runs_.size()), .records = entries_.size()};
    VAFA_TRY(auto file, files::Writer::create(folder_ / run.file));
    VAFA_CHECK(file.write(kMagic));
    for (const Entry& entry : entries_) {
        const auto record = record_at(entry.offset);
        run.checksum = hash64(record, run.checksum);
        const char* from = record.data() - sizeof(RecordSize);
        VAFA_CHECK(file.write({from, record.size() + sizeof(RecordSize)}));
    }
    VAFA_CHECK(file.sync());
    VAFA_CHECK(file.close());
    runs_.push_back(std::move(run));
    arena_.clear();
    entries_.clear();
    return {};
}

Result<std::vector<Run>> RunWriter::finish() {
    if (!entries_.empty()) VAFA_CHECK(write_run());
    return std::move(runs_);
}

Result<RunMerger> RunMerger::open(const std::filesystem::path& folder,
                                  const std::vector<Run>& runs) {
    RunMerger merger;
    for (const Run& run : runs) {
        VAFA_TRY(auto reader, files::Reader::open(folder / run.file));
        merger.sources_.push_back({.reader = std::move(reader), .run = run});
        merger.sources_.back().buffer.resize(kReadBytes);
    }
    for (std::size_t i = 0; i < merger.sources_.size(); ++i) {
        Source& source = merger.sources_[i];
        std::string magic(kMagic.size(), '\0');
        VAFA_TRY(const std::size_t n, source.reader.read(magic));
        if (n != magic.size() || magic != kMagic) return staging_damaged(source.run.file);
        VAFA_TRY(const bool any, advance(source));
        if (any) merger.heap_.push_back(i);
    }
    const auto later = [&](std::size_t a, std::size_t b) { return merger.later(a, b); };
    std::make_heap(merger.heap_.begin(), merger.heap_.end(), later);
    return merger;
}

bool RunMerger::later(std::size_t a, std::size_t b) const {
    const Source& x = sources_[a];
    const Source& y = sources_[b];
    if (x.prefix != y.prefix) return x.prefix > y.prefix;
    const int order = x.key.compare(y.key);
    return order != 0 ? order > 0 : a > b;
}

Result<bool> RunMerger::advance(Source& source) {
    if (source.records == source.run.records) {
        if (source.checksum != source.run.checksum) return staging_damaged(source.run.file);
        return false;
    }
    RecordSize size = 0;
    const auto have = [&](std::size_t bytes) { return source.end - source.begin >= bytes; };
    if (have(sizeof size)) std::memcpy(&size, source.buffer.data() + source.begin, sizeof size);
    if (!have(sizeof size) || !have(sizeof size + size)) {
        auto& buffer = source.buffer;
        std::memmove(buffer.data(), buffer.data() + source.begin, source.end - source.begin);
        source.end -= source.begin;
        source.begin = 0;
        VAFA_TRY(const std::size_t n, source.reader.read(std::span(buffer).subspan(source.end)));
        source.end += n;
        if (!have(sizeof size)) return staging_damaged(source.run.file);
        std::memcpy(&size, buffer.data(), sizeof size);
    }
    if (size > kMaxRecordBytes || !have(sizeof size + size)) {
        return staging_damaged(source.run.file);
    }
    source.record = std::string_view(source.buffer).substr(source.begin + sizeof size, size);
    source.begin += sizeof size + size;
    source.key = key_of_record(source.record);
    source.prefix = prefix_of(source.key);
    source.checksum = hash64(source.record, source.checksum);
    ++source.records;
    return true;
}

Result<bool> RunMerger::next(std::string_view& record) {
    const auto compare = [&](std::size_t a, std::size_t b) { return later(a, b); };
    if (advance_top_ && !heap_.empty()) {
        std::pop_heap(heap_.begin(), heap_.end(), compare);
        VAFA_TRY(const bool more, advance(sources_[heap_.back()]));
        if (more) {
            std::push_heap(heap_.begin(), heap_.end(), compare);
        } else {
            heap_.pop_back();
        }
    }
    advance_top_ = true;
    if (heap_.empty()) return false;
    record = sources_[heap_.front()].record;
    return true;
}

Result<void> verify_runs(const std::filesystem::path& folder, const std::vector<Run>& runs) {
    for (const Run& run : runs) {
        VAFA_TRY(auto merger, RunMerger::open(folder, {run}));
        std::string_view record;
        while (true) {
            VAFA_TRY(const bool more, merger.next(record));
            if (!more) break;
        }
    }
    return {};
}

}  // namespace vafa::ingest

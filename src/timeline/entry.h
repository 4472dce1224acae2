#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/calendar.h"
#include "base/result.h"
#include "timeline/columns.h"
#include "timeline/types.h"

namespace vafa::timeline {

// A row in an append buffer. `seq` counts arrivals since the last merge, so that a retraction takes
// back what came before it and never what comes after.
struct Entry {
    std::int64_t profile = 0;
    std::uint64_t when_flags = 0;  // when << 16 | flags << 8 | retract
    std::int64_t amount = 0;
    std::uint32_t subject = 0;
    std::uint32_t seq = 0;

    std::uint64_t when() const { return when_flags >> 16U; }
    std::uint8_t flags() const { return static_cast<std::uint8_t>(when_flags >> 8U); }
    bool retract() const { return (when_flags & 1U) != 0; }
};
static_assert(sizeof(Entry) == 32);

// What makes two rows of one profile the same row, in the order of the columns.
struct RowKey {
    std::uint64_t when = 0;
    std::uint32_t subject = 0;
    std::int64_t amount = 0;
    std::uint8_t flags = 0;
    auto operator<=>(const RowKey&) const = default;
};
inline RowKey key_of(const Entry& entry) {
    return {entry.when(), entry.subject, entry.amount, entry.flags()};
}
inline RowKey key_of(const Columns& columns, std::uint32_t row) {
    return {columns.when(row), columns.subject[row], columns.amount_at(row), columns.flags[row]};
}

// By profile, then key, then arrival: no two entries of a buffer are equal.
struct EntryLess {
    bool operator()(const Entry& a, const Entry& b) const {
        if (a.profile != b.profile) return a.profile < b.profile;
        const auto when_a = a.when();
        const auto when_b = b.when();
        if (when_a != when_b) return when_a < when_b;
        if (a.subject != b.subject) return a.subject < b.subject;
        if (a.amount != b.amount) return a.amount < b.amount;
        if (a.flags() != b.flags()) return a.flags() < b.flags();
        return a.seq < b.seq;
    }
};

using Chunk = std::vector<Entry>;  // sorted by EntryLess once it is shared
using ChunkPtr = std::shared_ptr<const Chunk>;

// Encodes rows against the store's zone, numbered from `first_seq`, and sorts them. A day outside
// the column's range refuses all: `timeline.day_out_of_range`.
Result<Chunk> make_chunk(std::span<const Row> rows, const TimeZone& zone,
                         const std::vector<TimeMs>& starts, std::uint32_t first_seq,
                         unsigned workers);
void sort_entries(Chunk& entries, unsigned workers);
ChunkPtr merge_chunks(const std::vector<ChunkPtr>& chunks);

// The entries of one profile, in order.
std::span<const Entry> entries_of(std::span<const Entry> sorted, std::int64_t profile);

}  // namespace vafa::timeline

#pragma once

#include <cstdint>
#include <span>

#include "timeline/columns.h"
#include "timeline/entry.h"

namespace vafa::timeline {

struct RowRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

// First row of the range that is not less than `key`.
inline std::uint32_t lower_bound_row(const Columns& columns, RowRange range, const RowKey& key) {
    while (range.begin < range.end) {
        const std::uint32_t middle = range.begin + (range.end - range.begin) / 2;
        if (key_of(columns, middle) < key) {
            range.begin = middle + 1;
        } else {
            range.end = middle;
        }
    }
    return range.begin;
}

// One profile's stored rows and buffered entries as they stand after all retractions, in order:
// calls sink.rows(begin, end) for runs of stored rows, sink.entry(e) for new ones and
// sink.unmatched() for each retraction that found nothing to take back.
template <class Sink>
void combine(const Columns& columns, RowRange stored, std::span<const Entry> entries, Sink& sink) {
    std::size_t i = 0;
    while (i < entries.size()) {
        const RowKey key = key_of(entries[i]);
        const std::uint32_t from = lower_bound_row(columns, stored, key);
        std::uint32_t to = from;
        while (to < stored.end && key_of(columns, to) == key) ++to;
        const std::uint32_t had = to - from;
        std::uint32_t now = had;
        for (std::size_t same = i; i < entries.size() && key_of(entries[i]) == key; ++i) {
            VAFA_ASSERT(entries[i].profile == entries[same].profile);
            if (!entries[i].retract()) {
                ++now;
            } else if (now > 0) {
                --now;
            } else {
                sink.unmatched();
            }
        }
        const std::uint32_t kept = std::min(had, now);
        if (from + kept > stored.begin) sink.rows(stored.begin, from + kept);
        for (std::uint32_t added = kept; added < now; ++added) sink.entry(entries[i - 1]);
        stored.begin = to;
    }
    if (stored.begin < stored.end) sink.rows(stored.begin, stored.end);
}

}  // namespace vafa::timeline

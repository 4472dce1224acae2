#include "timeline/entry.h"

#include <algorithm>
#include <array>
#include <atomic>

#include "platform/parallel/parallel.h"
#include "timeline/zone_days.h"

namespace vafa::timeline {
namespace {

constexpr std::size_t kRowsPerTask = 1U << 16U;
constexpr std::size_t kSmallSort = 1U << 15U;
constexpr std::size_t kBuckets = 256;
constexpr std::size_t kSamplesPerBucket = 32;

std::size_t tasks_for(std::size_t rows, std::size_t per_task) {
    return (rows + per_task - 1) / per_task;
}

// Nothing when the day does not fit.
bool encode(const Row& row, const TimeZone& zone, const std::vector<TimeMs>& starts,
            std::uint32_t seq, Entry& out) {
    const Day day = zone.local_day(row.at);
    if (day < 0 || day >= kDayLimit) return false;
    const TimeMs ms = row.at - starts[static_cast<std::size_t>(day)];
    const std::uint64_t when =
        make_when(static_cast<std::uint16_t>(day), static_cast<std::uint32_t>(ms));
    out.profile = row.profile;
    out.when_flags = when << 16U | static_cast<std::uint64_t>(row.flags) << 8U |
                     static_cast<std::uint64_t>(row.retract);
    out.amount = row.amount_minor;
    out.subject = static_cast<std::uint32_t>(row.subject);
    out.seq = seq;
    return true;
}

// Profiles that cut the entries into about equal buckets, ascending.
using Splitters = std::array<std::int64_t, kBuckets - 1>;

Splitters pick_splitters(const Chunk& entries) {
    std::vector<std::int64_t> sample;
    const std::size_t count = kBuckets * kSamplesPerBucket;
    for (std::size_t i = 0; i < count; ++i) {
        sample.push_back(entries[i * entries.size() / count].profile);
    }
    std::ranges::sort(sample);
    Splitters splitters{};
    for (std::size_t b = 1; b < kBuckets; ++b) splitters[b - 1] = sample[b * kSamplesPerBucket];
    return splitters;
}

// Number of splitters that are not above the profile: eight halvings without a branch.
std::uint8_t bucket_of(const Splitters& splitters, std::int64_t profile) {
    std::size_t bucket = 0;
    for (std::size_t step = kBuckets / 2; step > 0; step /= 2) {
        bucket += splitters[bucket + step - 1] <= profile ? step : 0;
    }
    return static_cast<std::uint8_t>(bucket);
}

}  // namespace

Result<Chunk> make_chunk(std::span<const Row> rows, const TimeZone& zone,
                         const std::vector<TimeMs>& starts, std::uint32_t first_seq,
                         unsigned workers) {
    Chunk entries(rows.size());
    std::atomic<bool> fits = true;
    parallel_for(workers, tasks_for(rows.size(), kRowsPerTask), [&](unsigned, std::size_t task) {
        const std::size_t end = std::min(rows.size(), (task + 1) * kRowsPerTask);
        for (std::size_t i = task * kRowsPerTask; i < end; ++i) {
            const auto seq = first_seq + static_cast<std::uint32_t>(i);
            if (!encode(rows[i], zone, starts, seq, entries[i])) fits = false;
        }
    });
    if (!fits) return invalid("timeline.day_out_of_range");
    sort_entries(entries, workers);
    return entries;
}

// Small inputs and sorted ones at once; else a sample sort: entries are dealt to buckets of whole
// profiles, which are then sorted each in cache.
void sort_entries(Chunk& entries, unsigned workers) {
    if (entries.size() <= kSmallSort) {
        std::ranges::sort(entries, EntryLess{});
        return;
    }
    if (std::ranges::is_sorted(entries, EntryLess{})) return;
    const Splitters splitters = pick_splitters(entries);
    const std::size_t tasks = tasks_for(entries.size(), kRowsPerTask);
    std::vector<std::uint8_t> bucket(entries.size());
    std::vector<std::array<std::uint32_t, kBuckets>> place(tasks);
    const auto end_of = [&](std::size_t task) {
        return std::min(entries.size(), (task + 1) * kRowsPerTask);
    };
    parallel_for(workers, tasks, [&](unsigned, std::size_t task) {
        place[task].fill(0);
        for (std::size_t i = task * kRowsPerTask; i < end_of(task); ++i) {
            bucket[i] = bucket_of(splitters, entries[i].profile);
            ++place[task][bucket[i]];
        }
    });
    std::array<std::uint32_t, kBuckets + 1> begin{};
    std::uint32_t next = 0;
    for (std::size_t b = 0; b < kBuckets; ++b) {
        begin[b] = next;
        for (auto& counts : place) next += std::exchange(counts[b], next);
    }
    begin[kBuckets] = next;
    Chunk dealt(entries.size());
    parallel_for(workers, tasks, [&](unsigned, std::size_t task) {
        for (std::size_t i = task * kRowsPerTask; i < end_of(task); ++i) {
            dealt[place[task][bucket[i]]++] = entries[i];
        }
    });
    parallel_for(workers, kBuckets, [&](unsigned, std::size_t b) {
        std::sort(dealt.begin() + begin[b], dealt.begin() + begin[b + 1], EntryLess{});
    });
    entries = std::move(dealt);
}

ChunkPtr merge_chunks(const std::vector<ChunkPtr>& chunks) {
    ChunkPtr all = std::make_shared<const Chunk>();
    // The newest are the smallest: merging from the back moves few entries often, many rarely.
    for (auto it = chunks.rbegin(); it != chunks.rend(); ++it) {
        if (all->empty()) {
            all = *it;
            continue;
        }
        auto both = std::make_shared<Chunk>();
        both->reserve(all->size() + (*it)->size());
        std::ranges::merge(**it, *all, std::back_inserter(*both), EntryLess{});
        all = std::move(both);
    }
    return all;
}

std::span<const Entry> entries_of(std::span<const Entry> sorted, std::int64_t profile) {
    const auto found = std::ranges::equal_range(sorted, profile, {}, &Entry::profile);
    return {found.begin(), found.end()};
}

}  // namespace vafa::timeline

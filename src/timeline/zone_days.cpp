#include "timeline/zone_days.h"

#include "base/hash.h"
#include "platform/parallel/parallel.h"

namespace vafa::timeline {
namespace {

// No local day is longer: shifts of clocks are at most a few hours.
constexpr std::int64_t kLongestDay = 30 * kMsPerHour;
constexpr std::size_t kRowsPerZoneTask = 1U << 20U;

Day floor_day(std::int64_t local_ms) {
    return static_cast<Day>(local_ms >= 0 ? local_ms / kMsPerDay
                                          : -((-local_ms + kMsPerDay - 1) / kMsPerDay));
}

bool changes_between(const TimeZone& zone, TimeMs begin, TimeMs end) {
    const auto& all = zone.transitions();
    const auto next = std::ranges::upper_bound(all, begin, {}, &TimeZone::Transition::at);
    return next != all.end() && next->at < end;
}

}  // namespace

std::uint64_t fingerprint(const TimeZone& zone) {
    std::vector<std::int64_t> numbers = {zone.first_offset_ms()};
    for (const auto& one : zone.transitions()) {
        numbers.push_back(one.at);
        numbers.push_back(one.offset_ms);
    }
    return hash64(numbers.data(), numbers.size() * sizeof(numbers[0]), hash64(zone.name()));
}

// Far from any transition a day starts at its midnight less the offset; only the days beside one
// are asked of the zone.
std::vector<TimeMs> day_starts(const TimeZone& store) {
    std::vector<TimeMs> starts(kDayLimit);
    std::int64_t offset = store.first_offset_ms();
    std::size_t next = 0;
    const auto& transitions = store.transitions();
    for (Day day = 0; day < kDayLimit; ++day) {
        const TimeMs midnight = day * kMsPerDay;
        TimeMs& start = starts[static_cast<std::size_t>(day)];
        start = midnight - offset;
        while (next < transitions.size() && transitions[next].at < midnight - 2 * kMsPerDay) {
            offset = transitions[next++].offset_ms;
            start = midnight - offset;
        }
        const bool near =
            next < transitions.size() && transitions[next].at < midnight + 2 * kMsPerDay;
        if (near) start = store.day_start(day);
    }
    return starts;
}

ZoneDays::ZoneDays(const std::vector<TimeMs>& starts, TimeZone zone)
    : key_(fingerprint(zone)), zone_(std::move(zone)), starts_(starts) {
    cells_.reserve(starts_.size());
    for (const TimeMs start : starts_) {
        const std::int64_t local = start + zone_.offset_at(start);
        const Day day = floor_day(local);
        const std::int64_t next_at = (static_cast<std::int64_t>(day) + 1) * kMsPerDay - local;
        cells_.push_back({day, static_cast<std::uint32_t>(next_at),
                          !changes_between(zone_, start, start + kLongestDay)});
    }
}

std::int32_t ZoneDays::slow_day(std::uint16_t store_day, std::uint32_t ms) const {
    return zone_.local_day(starts_[store_day] + static_cast<TimeMs>(ms));
}

std::uint16_t ZoneDays::day(std::uint16_t store_day, std::uint32_t ms, std::uint8_t flags) const {
    if ((flags & kDayPrecision) != 0) return store_day;
    const Cell& cell = cells_[store_day];
    const std::int32_t day = cell.plain
                                 ? cell.first_day + static_cast<std::int32_t>(ms >= cell.next_at) +
                                       static_cast<std::int32_t>(ms >= cell.next_at + kMsPerDay)
                                 : slow_day(store_day, ms);
    return static_cast<std::uint16_t>(std::clamp(day, 0, kDayLimit - 1));
}

Column<std::uint16_t> ZoneDays::derive(const Columns& columns, unsigned workers) const {
    const std::size_t rows = columns.rows();
    Draft<std::uint16_t> days(rows);
    const std::size_t tasks = (rows + kRowsPerZoneTask - 1) / kRowsPerZoneTask;
    parallel_for(workers, tasks, [&](unsigned, std::size_t task) {
        const std::size_t end = std::min(rows, (task + 1) * kRowsPerZoneTask);
        for (std::size_t row = task * kRowsPerZoneTask; row < end; ++row) {
            days[row] = day(columns.day[row], columns.ms[row], columns.flags[row]);
        }
    });
    return std::move(days).finish();
}

}  // namespace vafa::timeline

#include "value/schedule.h"

#include "value/scores.h"

namespace vafa::value {
namespace {

constexpr TimeMs kNightMs = 3 * kMsPerHour;
constexpr Day kKeptDays = 2 * 366;

TimeMs last_night(TimeMs now, const TimeZone& zone) {
    const Day today = zone.local_day(now);
    const TimeMs night = zone.to_utc(today, kNightMs);
    return night <= now ? night : zone.to_utc(today - 1, kNightMs);
}

}  // namespace

bool is_due(const Situation& situation, const TimeZone& zone) {
    if (situation.lost) return situation.quiet;
    if (!situation.changed) return false;
    if (!situation.last_asked) return situation.quiet;
    return *situation.last_asked < last_night(situation.now, zone);
}

std::vector<RunId> superseded(const std::vector<Run>& with_scores) {
    std::vector<RunId> gone;
    std::optional<Day> kept;
    if (with_scores.empty()) return gone;
    const Run& latest = with_scores.back();
    for (const Run& run : with_scores) {
        if (&run == &latest) break;
        const Day as_of = run.as_of.value_or(0);
        const bool is_recent = latest.as_of.value_or(0) - as_of <= kKeptDays;
        if (is_recent && (!kept || as_of - *kept >= kCheckDays)) {
            kept = as_of;
        } else {
            gone.push_back(run.id);
        }
    }
    return gone;
}

}  // namespace vafa::value

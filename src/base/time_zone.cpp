#include "base/time_zone.h"

#include <utility>

#include "base/result.h"

namespace vafa {
namespace {

constexpr int kSmallestBucketShift = 33;  // about 99 days: at most one transition in most zones
constexpr std::int64_t kMaxBuckets = 4096;

constexpr std::int64_t floor_day(std::int64_t local_ms) {
    return local_ms / kMsPerDay - static_cast<std::int64_t>(local_ms % kMsPerDay < 0);
}

}  // namespace

TimeZone::TimeZone(std::string name, std::vector<Transition> transitions,
                   std::int32_t first_offset_ms)
    : name_(std::move(name)),
      transitions_(std::move(transitions)),
      first_offset_ms_(first_offset_ms) {
    for (std::size_t i = 1; i < transitions_.size(); ++i)
        VAFA_ASSERT(transitions_[i - 1].at < transitions_[i].at);
    if (!transitions_.empty()) build_index();
}

void TimeZone::build_index() {
    const TimeMs first = transitions_.front().at;
    const std::int64_t span = transitions_.back().at - first;
    bucket_shift_ = kSmallestBucketShift;
    while ((span >> bucket_shift_) >= kMaxBuckets) ++bucket_shift_;
    std::uint32_t passed = 0;
    for (std::int64_t bucket = 0; bucket <= span >> bucket_shift_; ++bucket) {
        const TimeMs start = first + (bucket << bucket_shift_);
        while (passed < transitions_.size() && transitions_[passed].at <= start) ++passed;
        segment_of_bucket_.push_back(passed);
    }
}

// How many transitions are at or before `utc`.
std::size_t TimeZone::segment_at(TimeMs utc) const {
    if (transitions_.empty() || utc < transitions_.front().at) return 0;
    if (utc >= transitions_.back().at) return transitions_.size();
    const auto bucket = static_cast<std::size_t>((utc - transitions_.front().at) >> bucket_shift_);
    std::size_t segment = segment_of_bucket_[bucket];
    while (transitions_[segment].at <= utc) ++segment;
    return segment;
}

std::int32_t TimeZone::offset_at(TimeMs utc) const {
    const std::size_t segment = segment_at(utc);
    return segment == 0 ? first_offset_ms_ : transitions_[segment - 1].offset_ms;
}

Day TimeZone::local_day(TimeMs utc) const {
    return static_cast<Day>(floor_day(utc + offset_at(utc)));
}

TimeMs TimeZone::day_start(Day day) const { return to_utc(day, 0); }

TimeMs TimeZone::to_utc(Day day, std::int64_t ms_of_day) const {
    const std::int64_t local = std::int64_t{day} * kMsPerDay + ms_of_day;
    // Offsets are under a day, so the answer lies at or after this segment; take the first that
    // ends after it.
    for (std::size_t segment = segment_at(local - kMsPerDay);; ++segment) {
        const bool first = segment == 0;
        const bool last = segment == transitions_.size();
        const TimeMs utc = local - (first ? first_offset_ms_ : transitions_[segment - 1].offset_ms);
        if (!last && utc >= transitions_[segment].at) continue;
        if (!first && utc < transitions_[segment - 1].at) return transitions_[segment - 1].at;
        return utc;
    }
}

}  // namespace vafa

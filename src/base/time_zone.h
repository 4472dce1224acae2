#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/time.h"

namespace vafa {

// A time zone as a table of transitions (platform/i18n fills it from ICU).
class TimeZone {
public:
    struct Transition {
        TimeMs at;               // from this instant on …
        std::int32_t offset_ms;  // … local = UTC + offset
    };

    TimeZone() : TimeZone("UTC", {}, 0) {}
    // `transitions` ascending; `first_offset_ms` holds before the first of them.
    TimeZone(std::string name, std::vector<Transition> transitions, std::int32_t first_offset_ms);

    const std::string& name() const { return name_; }
    // The table itself, by which two versions of a zone's history can be told apart.
    const std::vector<Transition>& transitions() const { return transitions_; }
    std::int32_t first_offset_ms() const { return first_offset_ms_; }
    std::int32_t offset_at(TimeMs utc) const;
    // Never falls as time goes on, but where clocks went back over a midnight.
    Day local_day(TimeMs utc) const;
    // The first instant of a local day (after a gap where midnight does not exist).
    TimeMs day_start(Day day) const;
    // Local clock time to UTC: in an overlap the earlier, in a gap the instant after it.
    TimeMs to_utc(Day day, std::int64_t ms_of_day) const;

private:
    std::size_t segment_at(TimeMs utc) const;
    void build_index();

    std::string name_;
    std::vector<Transition> transitions_;
    std::int32_t first_offset_ms_;
    // Segment (number of transitions passed) at the start of each bucket of 2^bucket_shift_ ms
    // from the first transition on: a look-up instead of a search for each order.
    std::vector<std::uint32_t> segment_of_bucket_;
    int bucket_shift_ = 0;
};

}  // namespace vafa

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/calendar.h"

namespace vafa::ingest {

// A date as a file writes it: local unless it carries its own offset.
struct When {
    Day day = 0;
    std::int64_t ms_of_day = 0;
    bool has_time = false;
    std::optional<std::int64_t> offset_ms = {};  // of the text itself: "Z", "+03:30"
    CalendarKind calendar = CalendarKind::gregorian;
    bool operator==(const When&) const = default;
};

// Year, month, day with '-', '/', '.' or nothing between, then optionally a time with seconds,
// fraction and offset; Persian and Arabic digits, too. The year tells the calendar: 1300–1500 is
// Persian, 1970–2148 Gregorian; the rest is no date of an online store.
std::optional<When> parse_when(std::string_view text);

// The instant: a date alone is local noon.
TimeMs instant_of(const When& when, const TimeZone& zone);

}  // namespace vafa::ingest

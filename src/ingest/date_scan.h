#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/calendar.h"
#include "base/time.h"

namespace vafa::ingest {

enum class DateShape : std::uint8_t {
    none,         // no date
    told,         // year, month and day are named: 2024-03-05, 5 March 2024
    year_last,    // three numbers, the last one a year of four digits: 3/5/2024
    short_year,   // three numbers, none of them of four digits: 03/12/25
    plain_number  // 45356.4375, 1709634600: days or seconds since something
};

// A date as it is written, before anybody decided what its numbers mean.
struct ScannedDate {
    DateShape shape = DateShape::none;
    std::array<int, 3> parts = {};         // told: year, month, day; else as they stand
    std::optional<CalendarKind> calendar;  // where a month's name tells it
    bool two_digit_year = false;           // told, as in "5 Mar 24": the year is to be filled up
    double number = 0;                     // plain_number
    bool has_time = false;
    std::int64_t ms_of_day = 0;
    std::optional<std::int64_t> offset_ms;  // of the text itself: "Z", "+03:30"
};

// Text beyond that is no date.
inline constexpr std::size_t kMaxDateBytes = 120;

ScannedDate scan_date(std::string_view text);

}  // namespace vafa::ingest

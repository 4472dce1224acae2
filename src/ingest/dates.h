#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/calendar.h"
#include "ingest/date_scan.h"

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

enum class DateOrder : std::uint8_t { dmy, mdy, ymd };
// What a plain number counts: days since 1900 or 1904 as spreadsheets do, seconds or milliseconds
// since 1970.
enum class DateCount : std::uint8_t { days_1900, days_1904, seconds, milliseconds };

// What the cells of a column mean where they do not say it themselves.
struct DateReading {
    std::optional<DateOrder> order = {};  // of numbers that do not begin with a year of four digits
    CalendarKind short_years = CalendarKind::gregorian;  // whose two digits are written
    std::optional<DateCount> count = {};                 // of plain numbers
    bool operator==(const DateReading&) const = default;
};

// Numbers with '-', '/', '.' or nothing between, names of months in English, Russian and Persian,
// then or before it a time of 12 or 24 hours with seconds, fraction and offset; any digits. A year
// of four digits tells the calendar: 1300–1500 is Persian, 1900–2148 Gregorian. What a cell does
// not tell is taken from `reading`; nothing where that leaves it open.
std::optional<When> parse_when(std::string_view text, const DateReading& reading = {});
std::optional<When> resolve(const ScannedDate& date, const DateReading& reading);

// The everyday forms alone, quickly: 2024-03-05, 1402/12/15, with a time and 'Z' behind. False for
// all else, be it a date or not.
bool quick_when(std::string_view trimmed, When& when);

// The cell is a date whose parts cannot be told apart without `reading` saying more.
bool is_open(const ScannedDate& date, const DateReading& reading);

// Of two digits: 70 is 1970 and 69 is 2069; 50 is 1350 and 49 is 1449.
int full_year(CalendarKind calendar, int two_digits);

// The instant: a date alone is local noon.
TimeMs instant_of(const When& when, const TimeZone& zone);

}  // namespace vafa::ingest

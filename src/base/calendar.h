#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time_zone.h"

namespace vafa {

enum class CalendarKind { gregorian, persian };
enum class PeriodKind { day, week, month, quarter, year };
enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

struct Date {
    int year = 1970;
    int month = 1;
    int day = 1;
    auto operator<=>(const Date&) const = default;
};

// Pure integer arithmetic. Persian: the 33-year rule (leap when (25·y + 11) mod 33 < 8), equal to
// ICU's calendar for 1822–2232 (tested on 150,000 days). Gregorian: proleptic.
Date to_date(CalendarKind calendar, Day day);
// Nothing for a date that does not exist (31 February, 30 Esfand of a common year).
std::optional<Day> from_date(CalendarKind calendar, Date date);
int days_in_month(CalendarKind calendar, int year, int month);
Weekday weekday_of(Day day);

// How days are grouped: part of every question.
struct CalendarRules {
    CalendarKind calendar = CalendarKind::gregorian;
    Weekday first_weekday = Weekday::monday;
    bool operator==(const CalendarRules&) const = default;
};

// Consecutive integers for consecutive periods of a kind; comparable within (rules, kind) only.
std::int32_t period_of(const CalendarRules& rules, PeriodKind kind, Day day);
Day first_day_of(const CalendarRules& rules, PeriodKind kind, std::int32_t period);
inline Day last_day_of(const CalendarRules& rules, PeriodKind kind, std::int32_t period) {
    return first_day_of(rules, kind, period + 1) - 1;
}
// "1997-01", "1997-W05", "1997-Q1", "1997", "1997-01-31"; Persian "1404-01". Weeks take the ISO
// rule for any first weekday: a week belongs to the year that has its fourth day.
std::string period_label(const CalendarRules& rules, PeriodKind kind, std::int32_t period);
std::string day_label(CalendarKind calendar, Day day);  // "1997-01-31", "1404-01-31"
// "YYYY-MM-DD" in `calendar`; nothing when it is not a date.
std::optional<Day> parse_day(CalendarKind calendar, std::string_view text);

}  // namespace vafa

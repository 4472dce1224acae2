#include "base/calendar.h"

#include <fmt/format.h>

namespace vafa {
namespace {

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - static_cast<std::int64_t>(a % b < 0);
}

// Day of 1 March 0000 (Gregorian) and of 1 Farvardin 1 (Persian).
constexpr std::int64_t kGregorianShift = -719'468;
constexpr std::int64_t kPersianEpoch = 1'948'320 - 2'440'588;
constexpr int kDaysBeforeMehr = 6 * 31;

bool is_leap(CalendarKind calendar, std::int64_t year) {
    if (calendar == CalendarKind::gregorian)
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const std::int64_t place = (25 * year + 11) % 33;
    return (place < 0 ? place + 33 : place) < 8;
}

// Howard Hinnant, "chrono-compatible low-level date algorithms": years start in March, so that
// the leap day is a year's last.
Date gregorian_date(std::int64_t day) {
    const std::int64_t shifted = day - kGregorianShift;
    const std::int64_t era = floor_div(shifted, 146'097);
    const std::int64_t day_of_era = shifted - era * 146'097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    const std::int64_t year = era * 400 + year_of_era + (month <= 2 ? 1 : 0);
    return {static_cast<int>(year), static_cast<int>(month),
            static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1)};
}

std::int64_t gregorian_day(std::int64_t year, int month, int day) {
    const std::int64_t y = year - (month <= 2 ? 1 : 0);
    const std::int64_t era = floor_div(y, 400);
    const std::int64_t year_of_era = y - era * 400;
    const std::int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year +
           kGregorianShift;
}

// 33 years have 8 leap days: 12,053 days.
std::int64_t persian_new_year(std::int64_t year) {
    return kPersianEpoch + 365 * (year - 1) + floor_div(8 * year + 21, 33);
}

Date persian_date(std::int64_t day) {
    const std::int64_t year = 1 + floor_div(33 * (day - kPersianEpoch) + 3, 12'053);
    const int in_year = static_cast<int>(day - persian_new_year(year));
    const int y = static_cast<int>(year);
    if (in_year < kDaysBeforeMehr) return {y, in_year / 31 + 1, in_year % 31 + 1};
    return {y, (in_year - kDaysBeforeMehr) / 30 + 7, (in_year - kDaysBeforeMehr) % 30 + 1};
}

std::int64_t persian_day(std::int64_t year, int month, int day) {
    const int before = month <= 7 ? (month - 1) * 31 : kDaysBeforeMehr + (month - 7) * 30;
    return persian_new_year(year) + before + day - 1;
}

Day day_of(CalendarKind calendar, std::int64_t year, int month, int day) {
    return static_cast<Day>(calendar == CalendarKind::gregorian ? gregorian_day(year, month, day)
                                                                : persian_day(year, month, day));
}

// A day that starts a week, near 1970 (which began on a Thursday).
int week_origin(const CalendarRules& rules) {
    return static_cast<int>(rules.first_weekday) - static_cast<int>(Weekday::thursday);
}

std::string week_label(const CalendarRules& rules, Day first) {
    const Day fourth = first + 3;
    const int year = to_date(rules.calendar, fourth).year;
    return fmt::format("{:04}-W{:02}", year, (fourth - day_of(rules.calendar, year, 1, 1)) / 7 + 1);
}

// The digits of text[from, from + count) as a number.
std::optional<int> parse_digits(std::string_view text, std::size_t from, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(from, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

Date to_date(CalendarKind calendar, Day day) {
    return calendar == CalendarKind::gregorian ? gregorian_date(day) : persian_date(day);
}

std::optional<Day> from_date(CalendarKind calendar, Date date) {
    if (date.month < 1 || date.month > 12 || date.day < 1) return std::nullopt;
    if (date.day > days_in_month(calendar, date.year, date.month)) return std::nullopt;
    return day_of(calendar, date.year, date.month, date.day);
}

int days_in_month(CalendarKind calendar, int year, int month) {
    if (calendar == CalendarKind::persian) {
        if (month == 12) return is_leap(calendar, year) ? 30 : 29;
        return month <= 6 ? 31 : 30;
    }
    if (month == 2) return is_leap(calendar, year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

Weekday weekday_of(Day day) {
    const std::int64_t from_monday = std::int64_t{day} + static_cast<int>(Weekday::thursday);
    return static_cast<Weekday>(from_monday - 7 * floor_div(from_monday, 7));
}

std::int32_t period_of(const CalendarRules& rules, PeriodKind kind, Day day) {
    if (kind == PeriodKind::day) return day;
    if (kind == PeriodKind::week)
        return static_cast<std::int32_t>(floor_div(std::int64_t{day} - week_origin(rules), 7));
    const Date date = to_date(rules.calendar, day);
    if (kind == PeriodKind::month) return date.year * 12 + date.month - 1;
    if (kind == PeriodKind::quarter) return date.year * 4 + (date.month - 1) / 3;
    return date.year;
}

Day first_day_of(const CalendarRules& rules, PeriodKind kind, std::int32_t period) {
    if (kind == PeriodKind::day) return period;
    if (kind == PeriodKind::week) return period * 7 + week_origin(rules);
    if (kind == PeriodKind::year) return day_of(rules.calendar, period, 1, 1);
    const int in_year = kind == PeriodKind::month ? 12 : 4;
    const std::int64_t year = floor_div(period, in_year);
    const int part = static_cast<int>(period - year * in_year);
    return day_of(rules.calendar, year, part * (12 / in_year) + 1, 1);
}

std::string period_label(const CalendarRules& rules, PeriodKind kind, std::int32_t period) {
    const Day first = first_day_of(rules, kind, period);
    if (kind == PeriodKind::day) return day_label(rules.calendar, first);
    if (kind == PeriodKind::week) return week_label(rules, first);
    const Date date = to_date(rules.calendar, first);
    if (kind == PeriodKind::month) return fmt::format("{:04}-{:02}", date.year, date.month);
    if (kind == PeriodKind::quarter)
        return fmt::format("{:04}-Q{}", date.year, (date.month - 1) / 3 + 1);
    return fmt::format("{:04}", date.year);
}

std::string day_label(CalendarKind calendar, Day day) {
    const Date date = to_date(calendar, day);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<Day> parse_day(CalendarKind calendar, std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = parse_digits(text, 0, 4);
    const auto month = parse_digits(text, 5, 2);
    const auto day = parse_digits(text, 8, 2);
    if (!year || !month || !day) return std::nullopt;
    return from_date(calendar, {*year, *month, *day});
}

}  // namespace vafa

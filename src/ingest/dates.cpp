#include "ingest/dates.h"

#include <cmath>

#include "ingest/cells.h"

namespace vafa::ingest {

namespace {

constexpr int kFirstPersianYear = 1300;
constexpr int kLastPersianYear = 1500;
constexpr int kFirstGregorianYear = 1900;
constexpr int kLastGregorianYear = 2148;  // local days are stored in 16 bits

// Day 0 of spreadsheets that count from 1900, as their day 60 is the 29 February 1900 that never
// was; and of those that count from 1904.
constexpr double kExcel1900 = -25'569;
constexpr double kExcel1904 = -24'107;
constexpr double kFalseLeapDay = 60;
constexpr Day kFirstDay = -25'567;  // 1900-01-01
constexpr Day kLastDay = 65'379;    // 2148-12-31

std::optional<CalendarKind> calendar_of(int year) {
    if (year >= kFirstPersianYear && year <= kLastPersianYear) return CalendarKind::persian;
    if (year >= kFirstGregorianYear && year <= kLastGregorianYear) return CalendarKind::gregorian;
    return std::nullopt;
}

int digit_at(std::string_view text, std::size_t at) {
    const unsigned value = static_cast<unsigned char>(text[at]) - unsigned{'0'};
    return value <= 9 ? static_cast<int>(value) : -1000;
}

int two_digits(std::string_view text, std::size_t at) {
    return digit_at(text, at) * 10 + digit_at(text, at + 1);
}

// "10:30", "10:30:15": the rest of the everyday form.
bool quick_time(std::string_view text, When& when) {
    if ((text.size() != 5 && text.size() != 8) || text[2] != ':') return false;
    if (text.size() == 8 && text[5] != ':') return false;
    const int hour = two_digits(text, 0);
    const int minute = two_digits(text, 3);
    const int second = text.size() == 8 ? two_digits(text, 6) : 0;
    const bool in_range =
        hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    if (!in_range) return false;
    when.has_time = true;
    when.ms_of_day = ((hour * 60 + minute) * 60 + second) * kMsPerSecond;
    return true;
}

std::optional<When> dated(const ScannedDate& scanned, CalendarKind calendar, Date date) {
    const auto day = from_date(calendar, date);
    if (!day) return std::nullopt;
    return When{.day = *day,
                .ms_of_day = scanned.ms_of_day,
                .has_time = scanned.has_time,
                .offset_ms = scanned.offset_ms,
                .calendar = calendar};
}

std::optional<When> resolve_told(const ScannedDate& scanned) {
    auto [year, month, day] = scanned.parts;
    if (scanned.two_digit_year) year = full_year(*scanned.calendar, year);
    const auto calendar = calendar_of(year);
    if (!calendar || (scanned.calendar && *scanned.calendar != *calendar)) return std::nullopt;
    return dated(scanned, *calendar, {year, month, day});
}

std::optional<DateOrder> order_of_year_last(const ScannedDate& scanned,
                                            const DateReading& reading) {
    if (reading.order && *reading.order != DateOrder::ymd) return reading.order;
    if (scanned.parts[0] > 12) return DateOrder::dmy;
    if (scanned.parts[1] > 12) return DateOrder::mdy;
    if (scanned.parts[0] == scanned.parts[1]) return DateOrder::dmy;
    return std::nullopt;
}

std::optional<When> resolve_year_last(const ScannedDate& scanned, const DateReading& reading) {
    const auto order = order_of_year_last(scanned, reading);
    const auto calendar = calendar_of(scanned.parts[2]);
    if (!order || !calendar) return std::nullopt;
    const bool day_first = *order == DateOrder::dmy;
    return dated(
        scanned, *calendar,
        {scanned.parts[2], scanned.parts[day_first ? 1 : 0], scanned.parts[day_first ? 0 : 1]});
}

std::optional<When> resolve_short(const ScannedDate& scanned, const DateReading& reading) {
    if (!reading.order) return std::nullopt;
    const auto [a, b, c] = scanned.parts;
    const CalendarKind calendar = reading.short_years;
    switch (*reading.order) {
        case DateOrder::dmy:
            return dated(scanned, calendar, {full_year(calendar, c), b, a});
        case DateOrder::mdy:
            return dated(scanned, calendar, {full_year(calendar, c), a, b});
        case DateOrder::ymd:
            break;
    }
    return dated(scanned, calendar, {full_year(calendar, a), b, c});
}

// To the millisecond, and to the second where it is one but for rounding.
std::int64_t whole_ms(double ms) {
    const auto rounded = static_cast<std::int64_t>(std::llround(ms));
    const std::int64_t second = (rounded + kMsPerSecond / 2) / kMsPerSecond * kMsPerSecond;
    return std::abs(rounded - second) <= 1 ? second : rounded;
}

std::optional<When> resolve_days(double days, double day_zero) {
    const double whole = std::floor(days);
    std::int64_t ms = whole_ms((days - whole) * static_cast<double>(kMsPerDay));
    auto day = static_cast<std::int64_t>(whole + day_zero);
    if (ms >= kMsPerDay) {
        ms -= kMsPerDay;
        ++day;
    }
    if (day < kFirstDay || day > kLastDay) return std::nullopt;
    return When{.day = static_cast<Day>(day), .ms_of_day = ms, .has_time = ms != 0};
}

std::optional<When> resolve_number(double number, const DateReading& reading) {
    if (!reading.count || number < 0 || number > 1e15) return std::nullopt;
    switch (*reading.count) {
        case DateCount::days_1900:
            return resolve_days(number < kFalseLeapDay ? number + 1 : number, kExcel1900);
        case DateCount::days_1904:
            return resolve_days(number, kExcel1904);
        case DateCount::seconds:
            number *= static_cast<double>(kMsPerSecond);
            break;
        case DateCount::milliseconds:
            break;
    }
    const auto ms = static_cast<std::int64_t>(std::llround(number));
    if (ms / kMsPerDay > kLastDay) return std::nullopt;
    return When{.day = static_cast<Day>(ms / kMsPerDay),
                .ms_of_day = ms % kMsPerDay,
                .has_time = true,
                .offset_ms = 0};
}

}  // namespace

bool quick_when(std::string_view text, When& when) {
    if (text.size() < 10 || text[4] != text[7] ||
        (text[4] != '-' && text[4] != '/' && text[4] != '.')) {
        return false;
    }
    const Date date{two_digits(text, 0) * 100 + two_digits(text, 2), two_digits(text, 5),
                    two_digits(text, 8)};
    if (date.year < 0 || date.month < 0 || date.day < 0) return false;
    const auto calendar = calendar_of(date.year);
    if (!calendar) return false;
    const auto day = from_date(*calendar, date);
    if (!day) return false;
    when = {.day = *day, .calendar = *calendar};
    if (text.size() == 10) return true;
    if (text[10] != 'T' && text[10] != ' ') return false;
    std::string_view time = text.substr(11);
    const bool utc = time.ends_with('Z');
    if (utc) time.remove_suffix(1);
    if (!quick_time(time, when)) return false;
    if (utc) when.offset_ms = 0;
    return true;
}

int full_year(CalendarKind calendar, int two_digits) {
    if (calendar == CalendarKind::persian) return two_digits + (two_digits < 50 ? 1400 : 1300);
    return two_digits + (two_digits < 70 ? 2000 : 1900);
}

std::optional<When> resolve(const ScannedDate& date, const DateReading& reading) {
    switch (date.shape) {
        case DateShape::told:
            return resolve_told(date);
        case DateShape::year_last:
            return resolve_year_last(date, reading);
        case DateShape::short_year:
            return resolve_short(date, reading);
        case DateShape::plain_number:
            return resolve_number(date.number, reading);
        case DateShape::none:
            break;
    }
    return std::nullopt;
}

bool is_open(const ScannedDate& date, const DateReading& reading) {
    switch (date.shape) {
        case DateShape::year_last:
            return !order_of_year_last(date, reading);
        case DateShape::short_year:
            return !reading.order;
        case DateShape::plain_number:
            return !reading.count;
        case DateShape::told:
        case DateShape::none:
            break;
    }
    return false;
}

std::optional<When> parse_when(std::string_view text, const DateReading& reading) {
    text = trimmed(text);
    When when;
    if (quick_when(text, when)) return when;
    return resolve(scan_date(text), reading);
}

TimeMs instant_of(const When& when, const TimeZone& zone) {
    const std::int64_t ms_of_day = when.has_time ? when.ms_of_day : 12 * kMsPerHour;
    if (when.offset_ms) return when.day * kMsPerDay + ms_of_day - *when.offset_ms;
    return zone.to_utc(when.day, ms_of_day);
}

}  // namespace vafa::ingest

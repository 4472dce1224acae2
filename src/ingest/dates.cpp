#include "ingest/dates.h"

#include <string>

#include "base/text.h"

namespace vafa::ingest {

namespace {

constexpr int kFirstPersianYear = 1300;
constexpr int kLastPersianYear = 1500;
constexpr int kFirstGregorianYear = 1970;
constexpr int kLastGregorianYear = 2148;  // local days are stored in 16 bits

// Eats the text from the left.
struct Cursor {
    std::string_view rest;

    bool done() const { return rest.empty(); }
    char peek() const { return rest.empty() ? '\0' : rest.front(); }
    bool eat(char c) {
        if (peek() != c || rest.empty()) return false;
        rest.remove_prefix(1);
        return true;
    }
    std::size_t digits_ahead() const {
        std::size_t n = 0;
        while (n < rest.size() && rest[n] >= '0' && rest[n] <= '9') ++n;
        return n;
    }
    // Between `low` and `high` digits, or -1.
    int number(std::size_t low, std::size_t high) {
        int value = 0;
        std::size_t n = 0;
        while (n < high && !rest.empty() && rest.front() >= '0' && rest.front() <= '9') {
            value = value * 10 + (rest.front() - '0');
            rest.remove_prefix(1);
            ++n;
        }
        return n >= low ? value : -1;
    }
};

std::optional<Date> read_date(Cursor& at) {
    if (at.digits_ahead() == 8 || at.digits_ahead() == 14) {
        const Date date{at.number(4, 4), at.number(2, 2), at.number(2, 2)};
        return date;
    }
    const int year = at.number(4, 4);
    const char mark = at.peek();
    if (year < 0 || (mark != '-' && mark != '/' && mark != '.')) return std::nullopt;
    at.eat(mark);
    const int month = at.number(1, 2);
    if (!at.eat(mark)) return std::nullopt;
    const int day = at.number(1, 2);
    if (month < 0 || day < 0) return std::nullopt;
    return Date{year, month, day};
}

// Of up to nine digits the first three count.
bool read_fraction(Cursor& at, std::int64_t& ms) {
    const std::size_t digits = at.digits_ahead();
    if (digits == 0 || digits > 9) return false;
    int value = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        value = value * 10 + (i < digits ? at.rest[i] - '0' : 0);
    }
    at.rest.remove_prefix(digits);
    ms += value;
    return true;
}

bool read_time(Cursor& at, std::int64_t& ms_of_day) {
    const bool compact = at.digits_ahead() == 6;
    const int hour = at.number(1, 2);
    if (!compact && !at.eat(':')) return false;
    const int minute = at.number(2, 2);
    int second = 0;
    if (compact || at.eat(':')) second = at.number(2, 2);
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || second < 0 || second > 60) {
        return false;
    }
    ms_of_day = ((hour * 60 + minute) * 60 + second) * kMsPerSecond;
    if (!compact && (at.eat('.') || at.eat(','))) return read_fraction(at, ms_of_day);
    return true;
}

bool read_offset(Cursor& at, std::optional<std::int64_t>& offset_ms) {
    at.eat(' ');
    if (at.done()) return true;
    if (at.eat('Z') || at.eat('z')) {
        offset_ms = 0;
        return true;
    }
    if (at.rest == "UTC" || at.rest == "GMT") {
        offset_ms = 0;
        at.rest = {};
        return true;
    }
    const bool minus = at.peek() == '-';
    if (!at.eat('+') && !at.eat('-')) return false;
    const int hours = at.number(2, 2);
    at.eat(':');
    const int minutes = at.done() ? 0 : at.number(2, 2);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) return false;
    const std::int64_t ms = hours * kMsPerHour + minutes * 60 * kMsPerSecond;
    offset_ms = minus ? -ms : ms;
    return true;
}

std::optional<CalendarKind> calendar_of(int year) {
    if (year >= kFirstPersianYear && year <= kLastPersianYear) return CalendarKind::persian;
    if (year >= kFirstGregorianYear && year <= kLastGregorianYear) return CalendarKind::gregorian;
    return std::nullopt;
}

std::optional<When> parse_ascii(std::string_view text) {
    Cursor at{text};
    const auto date = read_date(at);
    if (!date) return std::nullopt;
    const auto calendar = calendar_of(date->year);
    if (!calendar) return std::nullopt;
    const auto day = from_date(*calendar, *date);
    if (!day) return std::nullopt;
    When when{.day = *day, .calendar = *calendar};
    if (at.done()) return when;
    if (!at.eat('T') && !at.eat(' ') && !at.eat('t') && at.digits_ahead() != 6) return std::nullopt;
    while (at.eat(' ')) {
    }
    when.has_time = true;
    if (!read_time(at, when.ms_of_day) || !read_offset(at, when.offset_ms) || !at.done()) {
        return std::nullopt;
    }
    return when;
}

}  // namespace

std::optional<When> parse_when(std::string_view text) {
    text = trim(text);
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return parse_ascii(ascii_digits(text));
    }
    return parse_ascii(text);
}

TimeMs instant_of(const When& when, const TimeZone& zone) {
    const std::int64_t ms_of_day = when.has_time ? when.ms_of_day : 12 * kMsPerHour;
    if (when.offset_ms) return when.day * kMsPerDay + ms_of_day - *when.offset_ms;
    return zone.to_utc(when.day, ms_of_day);
}

}  // namespace vafa::ingest

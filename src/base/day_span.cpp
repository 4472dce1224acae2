#include "base/day_span.h"

#include <charconv>
#include <string>

#include "base/text.h"

namespace vafa {
namespace {

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failed != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

}  // namespace

std::optional<DaySpan> parse_day_span(std::string_view text) {
    const std::string plain = ascii_digits(trim(text));
    const std::string_view rest(plain);
    const std::size_t dash = rest.find('-');
    const auto year = number(rest.substr(0, dash));
    if (!year || *year < 1 || *year > 9999) return std::nullopt;
    const CalendarKind calendar =
        *year >= 1200 && *year < 1600 ? CalendarKind::persian : CalendarKind::gregorian;
    if (const auto day = parse_day(calendar, rest)) return DaySpan{*day, *day};
    int first_month = 1, last_month = 12;
    if (dash != std::string_view::npos) {
        const auto month = number(rest.substr(dash + 1));
        if (!month || *month < 1 || *month > 12) return std::nullopt;
        first_month = last_month = *month;
    }
    const auto first = from_date(calendar, {*year, first_month, 1});
    const auto last =
        from_date(calendar, {*year, last_month, days_in_month(calendar, *year, last_month)});
    return DaySpan{first.value(), last.value()};
}

}  // namespace vafa

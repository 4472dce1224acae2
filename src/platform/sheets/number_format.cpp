#include "platform/sheets/number_format.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <optional>

#include "base/calendar.h"

namespace vafa::sheets {
namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;
constexpr double kPlainBelow = 1e21;
constexpr double kMaxSerial = 2'958'466;  // 9999-12-31
// Days from the zero of each system to 1970-01-01.
constexpr std::int64_t kEpoch1900 = 25'569, kEpoch1904 = 24'107;
// 1900 is taken for a leap year: what lies before its 29 February is a day off.
constexpr double kFirstTrueSerial = 61;

std::optional<double> parse(std::string_view text) {
    double value = 0;
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

std::string shortest(double value) {
    char buffer[400];
    const auto form =
        std::abs(value) < kPlainBelow ? std::chars_format::fixed : std::chars_format::scientific;
    if (value == 0) return "0";  // and not "-0"
    const auto done = std::to_chars(buffer, buffer + sizeof buffer, value, form);
    return {buffer, done.ptr};
}

// The first section without what is only shown: texts, escapes, fillers, colours, currencies.
std::string letters_of(std::string_view code) {
    std::string letters;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == ';') break;
        if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '"' || c == '[') {
            const std::size_t end = code.find(c == '"' ? '"' : ']', i + 1);
            if (end == std::string_view::npos) break;
            i = end;
        } else {
            letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return letters;
}

std::string time_text(std::int64_t seconds) {
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string date_text(double serial, NumberFormat::Kind kind, DateSystem system) {
    if (system == DateSystem::from_1900 && serial < kFirstTrueSerial) serial += 1;
    const auto seconds = static_cast<std::int64_t>(std::llround(serial * kSecondsPerDay));
    const std::int64_t days = seconds / kSecondsPerDay;
    const std::int64_t rest = seconds % kSecondsPerDay;
    const std::int64_t epoch = system == DateSystem::from_1904 ? kEpoch1904 : kEpoch1900;
    const Date date = to_date(CalendarKind::gregorian, static_cast<Day>(days - epoch));
    std::string text = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
    if (rest != 0 || kind != NumberFormat::Kind::date) text += " " + time_text(rest);
    return text;
}

std::string padded(std::string text, std::size_t digits) {
    const bool whole =
        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (whole && text.size() < digits) text.insert(0, digits - text.size(), '0');
    return text;
}

// A multiplication by 100 must not show digits that nobody wrote.
std::string percent_text(double value) { return fmt::format("{:.12g}%", value * 100); }

}  // namespace

NumberFormat parse_number_format(std::string_view code) {
    using Kind = NumberFormat::Kind;
    const std::string letters = letters_of(code);
    const auto has = [&](std::string_view any) {
        return letters.find_first_of(any) != std::string::npos;
    };
    if (letters.find("general") != std::string::npos || letters.find('@') != std::string::npos) {
        return {};
    }
    if (letters.size() > 1 && letters.find_first_not_of('0') == std::string::npos) {
        return {.kind = Kind::padded, .digits = std::min<std::size_t>(letters.size(), 32)};
    }
    // Zeros alone may be hundredths of seconds: "ss.00".
    if (has("#?") || (has("0") && !has("ydhs"))) {
        return {.kind = has("%") ? Kind::percent : Kind::plain};
    }
    const bool time = has("hs");
    const bool date = has("yd") || (has("m") && !time);
    if (date) return {.kind = time ? Kind::date_time : Kind::date};
    if (time) return {.kind = Kind::time};
    if (has("%")) return {.kind = Kind::percent};
    return {};
}

NumberFormat builtin_number_format(std::size_t id) {
    using Kind = NumberFormat::Kind;
    if (id == 9 || id == 10) return {.kind = Kind::percent};
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36) return {.kind = Kind::date};
    if ((id >= 50 && id <= 54) || id == 57 || id == 58) return {.kind = Kind::date};
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47) {
        return {.kind = Kind::time};
    }
    if (id == 55 || id == 56) return {.kind = Kind::time};
    if (id == 22) return {.kind = Kind::date_time};
    return {};
}

std::string number_text(std::string_view text) {
    const auto value = parse(text);
    return value ? shortest(*value) : std::string(text);
}

std::string formatted_number(std::string_view text, NumberFormat format, DateSystem system) {
    using Kind = NumberFormat::Kind;
    const auto value = parse(text);
    if (!value) return std::string(text);
    switch (format.kind) {
        case Kind::plain:
            break;
        case Kind::padded:
            return padded(shortest(*value), format.digits);
        case Kind::percent:
            return percent_text(*value);
        case Kind::time:
        case Kind::date:
        case Kind::date_time:
            if (*value < 0 || *value >= kMaxSerial) break;
            if (format.kind == Kind::time && *value < 1) {
                return time_text(std::llround(*value * kSecondsPerDay) % kSecondsPerDay);
            }
            return date_text(*value, format.kind, system);
    }
    return shortest(*value);
}

}  // namespace vafa::sheets

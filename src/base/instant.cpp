#include "base/instant.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "base/calendar.h"

namespace vafa {
namespace {

constexpr std::int64_t kMsPerMinute = 60'000;
constexpr std::size_t kDayCharacters = 10;

// Takes pieces from the front of a text; `good` tells whether all of them were there.
class Pieces {
public:
    explicit Pieces(std::string_view text) : rest_(text) {}

    int number(std::size_t digits, int most) {
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) value = value * 10 + digit();
        good_ = good_ && value <= most;
        return value;
    }
    char one_of(std::string_view characters) {
        const char c = rest_.empty() ? '\0' : rest_.front();
        good_ = good_ && c != '\0' && characters.find(c) != std::string_view::npos;
        if (good_) rest_.remove_prefix(1);
        return c;
    }
    bool has(char c) const { return rest_.starts_with(c); }
    bool has_digit() const {
        return !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9';
    }
    bool done() const { return good_ && rest_.empty(); }

private:
    int digit() { return one_of("0123456789") - '0'; }

    std::string_view rest_;
    bool good_ = true;
};

std::int64_t decimals_ms(Pieces& pieces) {
    if (!pieces.has('.')) return 0;
    pieces.one_of(".");
    std::int64_t ms = pieces.number(1, 9) * 100;
    for (std::int64_t unit = 10; pieces.has_digit(); unit /= 10) ms += pieces.number(1, 9) * unit;
    return ms;
}

std::int64_t offset_ms(Pieces& pieces) {
    const char sign = pieces.one_of("Zz+-");
    if (sign == 'Z' || sign == 'z') return 0;
    const std::int64_t hours = pieces.number(2, 23);
    pieces.one_of(":");
    const std::int64_t offset = hours * kMsPerHour + pieces.number(2, 59) * kMsPerMinute;
    return sign == '-' ? -offset : offset;
}

}  // namespace

std::string Instant::to_text() const {
    const std::int64_t day = ms >= 0 ? ms / kMsPerDay : (ms - kMsPerDay + 1) / kMsPerDay;
    const Date date = to_date(CalendarKind::gregorian, static_cast<Day>(day));
    const std::int64_t of_day = ms - day * kMsPerDay;
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", date.year, date.month,
                       date.day, of_day / kMsPerHour, of_day / kMsPerMinute % 60,
                       of_day / kMsPerSecond % 60, of_day % kMsPerSecond);
}

Result<Instant> Instant::from_text(std::string_view text) {
    const auto day = parse_day(CalendarKind::gregorian, text.substr(0, kDayCharacters));
    Pieces pieces(text.substr(std::min(text.size(), kDayCharacters)));
    pieces.one_of("Tt ");
    std::int64_t of_day = pieces.number(2, 23) * kMsPerHour;
    pieces.one_of(":");
    of_day += pieces.number(2, 59) * kMsPerMinute;
    pieces.one_of(":");
    of_day += pieces.number(2, 60) * kMsPerSecond;  // 60: a leap second
    of_day += decimals_ms(pieces);
    of_day -= offset_ms(pieces);
    if (!day || !pieces.done()) {
        return invalid("error.not_a_time").with("value", std::string(text));
    }
    return Instant{*day * kMsPerDay + of_day};
}

}  // namespace vafa

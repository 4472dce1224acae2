#pragma once

#include <optional>
#include <string_view>

#include "base/calendar.h"

namespace vafa {

// The days that a person's word for a day, month or year stands for.
struct DaySpan {
    Day first = 0;
    Day last = 0;
    bool operator==(const DaySpan&) const = default;
};

// "2011-12-09", "1404-03-05", "1997-01", "1404"; Persian digits allowed. Years 1200–1599 are
// Persian, others Gregorian.
std::optional<DaySpan> parse_day_span(std::string_view text);

}  // namespace vafa

#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/calendar.h"

namespace vafa::metrics {

// The period of every day from 1970-01-01 to `last`, in two bytes each: numbers since the period of
// that first day. Days after `last` have its number: tables need no bounds.
class PeriodTable {
public:
    PeriodTable(const CalendarRules& rules, PeriodKind kind, Day last)
        : first_(period_of(rules, kind, 0)) {
        const auto days = static_cast<std::size_t>(std::clamp(last, 0, 65'535)) + 1;
        std::size_t day = 0;
        for (std::uint16_t number = 0; day < days; ++number) {
            const Day next = first_day_of(rules, kind, first_ + number + 1);
            for (; day < days && static_cast<Day>(day) < next; ++day) of_day_[day] = number;
        }
        std::fill(of_day_.begin() + static_cast<std::ptrdiff_t>(days), of_day_.end(),
                  of_day_[days - 1]);
    }

    const std::uint16_t* data() const { return of_day_.data(); }
    std::uint16_t at(Day day) const { return of_day_[static_cast<std::size_t>(day)]; }
    std::uint16_t last() const { return of_day_.back(); }
    std::int32_t period(std::uint16_t number) const { return first_ + number; }

private:
    std::int32_t first_;
    std::vector<std::uint16_t> of_day_ = std::vector<std::uint16_t>(65'536);
};

}  // namespace vafa::metrics

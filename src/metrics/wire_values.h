#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "metrics/types.h"

// Single values as they travel: labels of days and periods, averages as decimals.
namespace vafa::metrics::wire {

inline std::optional<double> decimal(const std::optional<Average>& average) {
    if (!average) return std::nullopt;
    return static_cast<double>(average->e4) / 10'000;
}
inline std::optional<std::string> day(const std::optional<Day>& day, const Options& options) {
    if (!day) return std::nullopt;
    return day_label(options.rules.calendar, *day);
}
inline std::string period(std::int32_t number, const Options& options) {
    return period_label(options.rules, options.by, number);
}
template <class To, class From, class Make>
std::vector<To> list(const std::vector<From>& from, Make make) {
    std::vector<To> out;
    out.reserve(from.size());
    for (const From& item : from) out.push_back(make(item));
    return out;
}

}  // namespace vafa::metrics::wire

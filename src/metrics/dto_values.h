#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "base/calendar.h"
#include "metrics/types.h"

// Single values of the JSON: what is unknown is null.
namespace vafa::metrics::dto {

template <class T>
boost::json::value value(const std::optional<T>& from) {
    return from ? boost::json::value(*from) : boost::json::value(nullptr);
}
inline boost::json::value value(const std::optional<Average>& from) {
    if (!from) return nullptr;
    return static_cast<double>(from->e4) / 10'000;
}
inline boost::json::value day(const std::optional<Day>& from, const Options& options) {
    if (!from) return nullptr;
    return boost::json::string(day_label(options.rules.calendar, *from));
}
inline boost::json::value period(std::int32_t number, const Options& options) {
    return boost::json::string(period_label(options.rules, options.by, number));
}
template <class Range, class Encode>
boost::json::array list(const Range& range, Encode encode) {
    boost::json::array out;
    for (const auto& item : range) out.push_back(encode(item));
    return out;
}
template <class Array>
boost::json::array plain(const Array& numbers) {
    return list(numbers, [](const auto& number) { return boost::json::value(number); });
}

}  // namespace vafa::metrics::dto

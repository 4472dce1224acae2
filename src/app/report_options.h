#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "base/result.h"
#include "metrics/options.h"

namespace vafa::app {

// "2011-12-09", "1404-03-05", "1997-01" (its first day, or its last with `last`), Persian digits
// allowed. Years 1200–1599 are Persian, others Gregorian, whatever the report's calendar.
std::optional<Day> parse_any_day(std::string_view text, bool last = false);

// Puts what was typed over `defaults` (the store's settings). Errors name the flag.
Result<metrics::Options> report_options(const std::map<std::string, std::string>& typed,
                                        metrics::Options defaults);

}  // namespace vafa::app

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time_zone.h"

namespace vafa::i18n {

// A zone of the IANA database by name, with its transitions from 1900 to 2150. Unknown names:
// `error.time_zone_unknown`, or `error.time_zone_did_you_mean` with the nearest.
Result<TimeZone> load_time_zone(std::string_view name);

std::vector<std::string> time_zone_names();  // sorted

}  // namespace vafa::i18n

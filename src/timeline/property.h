#pragma once

#include <functional>
#include <string>

#include "timeline/api.h"
#include "timeline/columns.h"

namespace vafa::timeline {

// The base with one more property column (or a fresh one instead of the old).
Result<std::shared_ptr<const Base>> with_property(
    const Base& base, const TimeZone& zone, const std::vector<TimeMs>& starts,
    const std::string& name, const std::function<Result<bool>(Timeline::PropertyValue&)>& next);

}  // namespace vafa::timeline

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "timeline/api.h"

namespace vafa::history {
class History;
}

namespace vafa::timeline {

// Fills an empty timeline with every kind of event that history has, but for those that have no
// track: the current version of each subject.
Result<void> rebuild(Timeline& timeline, const history::History& history,
                     std::span<const std::string_view> trackless = {});

// Loads the property `name` of current events ("category", "trait:age") as the track's column
// `name`, unless the timeline has it for all its rows.
Result<void> ensure_property(Timeline& timeline, const history::History& history,
                             const std::string& track, const std::string& name);

}  // namespace vafa::timeline

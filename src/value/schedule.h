#pragma once

#include <optional>
#include <vector>

#include "base/time_zone.h"
#include "value/runs.h"

// When the night's run is due, and which scores are kept. Pure.
namespace vafa::value {

struct Situation {
    TimeMs now = 0;
    std::optional<TimeMs> last_asked = {};  // for any run
    bool changed = false;  // data or settings are others than the last run's, or that failed
    bool quiet = false;    // data and settings stood still for a while
    bool lost = false;     // its scores are gone or damaged
};
// The first run comes by itself once the data stand still; then one a night, at three o'clock of
// the store or when the server is next there, if anything changed; lost scores are made again at
// once.
bool is_due(const Situation& situation, const TimeZone& zone);

// Whose scores may go: kept are those of the latest run, and of one run every kCheckDays for two
// years. `with_scores`: the oldest first.
std::vector<RunId> superseded(const std::vector<Run>& with_scores);

}  // namespace vafa::value

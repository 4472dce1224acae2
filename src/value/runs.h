#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/ids.h"
#include "base/time.h"

namespace vafa::value {

struct RunTag {
    static constexpr std::string_view kPrefix = "vru";
};
using RunId = Id<RunTag>;

enum class RunState { queued, running, done, failed, cancelled };
BOOST_DESCRIBE_ENUM(RunState, queued, running, done, failed, cancelled)

inline constexpr std::string_view kNightly = "nightly";

// A calculation that was asked for, by somebody or by the night. All are kept.
struct Run {
    RunId id;
    RunState state = RunState::queued;
    std::string asked_by;     // "usr_…", "key_…", "cli" or kNightly
    std::string fingerprint;  // of data and settings it was made from
    TimeMs asked_at = 0;
    std::optional<TimeMs> ended_at;
    // Of one that is done.
    std::optional<Day> as_of;  // the last day it looked at
    std::string model;
    std::int64_t customers = 0;
    bool has_scores = false;  // its file is kept
    std::string error;        // a text's key; of one that failed
    bool operator==(const Run&) const = default;
};

struct Check {
    RunId run;
    TimeMs checked_at = 0;
    std::string summary;  // JSON of CheckAnswer
    bool operator==(const Check&) const = default;
};

}  // namespace vafa::value

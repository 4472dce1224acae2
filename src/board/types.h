#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "base/ids.h"
#include "base/time.h"

namespace vafa::board {

struct NoteTag {
    static constexpr std::string_view kPrefix = "pin";
};
struct GoalTag {
    static constexpr std::string_view kPrefix = "goa";
};
using NoteId = Id<NoteTag>;
using GoalId = Id<GoalTag>;

// More than anybody reads; lists are answered whole.
inline constexpr std::size_t kMostNotes = 500;
inline constexpr std::size_t kMostGoals = 30;
inline constexpr std::size_t kMostMonths = 1200;
inline constexpr std::size_t kLongestNote = 500;  // characters
inline constexpr double kMostIndex = 1e9;

struct Note {
    NoteId id;
    Day day = 0;
    std::string text;
    TimeMs created_at = 0;
    bool operator==(const Note&) const = default;
};

// The numbers of Today that a goal may be about. The words are stored.
enum class GoalMetric : std::uint8_t {
    customers,
    revenue,
    returning_share,
    average_order,
    repeat_rate,
    retention,
    frequency,
    loyal,
};

// Counted over the days from … due, both included.
struct Goal {
    GoalId id;
    GoalMetric metric = GoalMetric::customers;
    std::int64_t target_e4 = 0;  // × 10,000: of a share 1 is 100 %; money in minor units
    Day from = 0;
    Day due = 0;
    TimeMs created_at = 0;
    bool operator==(const Goal&) const = default;
};

}  // namespace vafa::board

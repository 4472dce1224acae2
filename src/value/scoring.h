#pragma once

#include <vector>

#include "value/fitting.h"
#include "value/scores.h"

namespace vafa::value {

enum class Detail {
    means,      // P(alive), purchases and value alone; bounds are the same numbers
    intervals,  // all of it
};
// Of every customer of a fitted store, ascending by id.
Result<std::vector<Score>> score_customers(const Fitted& fitted, Detail detail);

// What a store's scores add up to; without names of who slips away.
ScoreAnswer sum_up(const Fitted& fitted, const std::vector<Score>& scores, const std::string& end);

// A next order beyond is no date to plan with.
inline constexpr double kFarthestDays = 3 * 365;

}  // namespace vafa::value

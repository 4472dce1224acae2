#pragma once

#include "value/answers.h"
#include "value/scores.h"
#include "value/study.h"

namespace vafa::value {

// The forecast of a run for the kCheckDays after it, set against what came.
Result<CheckAnswer> check_scores(const Store& store, const Scores& scores,
                                 const std::string& model);

}  // namespace vafa::value

#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "base/time.h"
#include "value/answers.h"
#include "value/customers.h"
#include "value/question.h"

namespace vafa::value {

// A store as questions about value see it.
struct Store {
    const metrics::Engine& engine;
    metrics::Options options;  // what counts; what the store's calendar is
    const Clock& clock;
};

// not_found `error.models_no_orders` of a store without orders.
Result<FitAnswer> fit_store(const Store& store, const Question& question);
// `next` is called before each model is fitted; an error of it ends the comparison.
using NextModel = std::function<Result<void>(std::size_t place, std::size_t of)>;
Result<CompareAnswer> compare_store(
    const Store& store, const Question& question,
    const NextModel& next = [](std::size_t, std::size_t) { return Result<void>(); });
// Of the customers with these ids, or of all. not_found `error.models_no_such_customer`.
Result<PredictAnswer> predict_store(const Store& store, const Question& question,
                                    const std::optional<std::vector<std::int64_t>>& customers);
Result<ScoreAnswer> score_store(const Store& store, const Question& question);

}  // namespace vafa::value

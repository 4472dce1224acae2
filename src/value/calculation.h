#pragma once

#include <boost/describe.hpp>
#include <functional>
#include <vector>

#include "value/scores.h"
#include "value/study.h"

namespace vafa::value {

enum class RunStep { reading, comparing, fitting, scoring, saving };
BOOST_DESCRIBE_ENUM(RunStep, reading, comparing, fitting, scoring, saving)

struct RunProgress {
    RunStep step = RunStep::reading;
    std::int64_t done = 0, total = 0;  // models, while comparing
};
BOOST_DESCRIBE_STRUCT(RunProgress, (), (step, done, total))
json::Notes field_notes(const RunProgress*);

struct RunWatch {
    std::function<void(const RunProgress&)> progress = [](const RunProgress&) {};
    std::function<bool()> cancelled = [] { return false; };
};

struct Calculation {
    Day as_of = 0;
    RunSummary summary;
    bool has_value = false;
    std::vector<Score> scores;
};

// What a run does: compares the models on the first two thirds of the days, refits the best on all
// of them, scores everybody. Asked for with a model, that one is taken. cancelled
// `error.interrupted`.
Result<Calculation> calculate(const Store& store, const Question& question, const RunWatch& watch);

}  // namespace vafa::value

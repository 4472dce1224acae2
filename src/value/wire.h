#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "base/instant.h"
#include "platform/rest/page.h"
#include "value/answers.h"
#include "value/calculation.h"
#include "value/runs.h"

// What the routes of this module take and answer.
namespace vafa::value::wire {

struct OneRun {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(OneRun, (), (id))
json::Notes field_notes(const OneRun*);

struct RunList {
    std::optional<std::int64_t> limit;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(RunList, (), (limit, cursor))
json::Notes field_notes(const RunList*);

struct Run {
    std::string id;
    RunState state = RunState::queued;
    std::string asked_by;
    Instant asked_at;
    std::optional<Instant> ended_at;
    std::optional<std::string> as_of, model, problem;
    std::optional<std::int64_t> customers;
    std::optional<RunProgress> progress;
};
BOOST_DESCRIBE_STRUCT(Run, (),
                      (id, state, asked_by, asked_at, ended_at, as_of, model, problem, customers,
                       progress))
json::Notes field_notes(const Run*);
VAFA_PAGE(ValueRunsPage, Run)

struct Overview {
    std::optional<Run> run, open;
    std::optional<RunSummary> summary;
};
BOOST_DESCRIBE_STRUCT(Overview, (), (run, open, summary))
json::Notes field_notes(const Overview*);
VAFA_PAGE(ForecastChecksPage, CheckAnswer)

}  // namespace vafa::value::wire

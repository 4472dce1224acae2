#pragma once

#include <optional>
#include <string>
#include <vector>

#include "value/runs.h"

namespace vafa::sql {
class Session;
}

namespace vafa::value::store {

void add_run(sql::Session& session, const Run& run);
// False where it is not queued any more.
bool begin_run(sql::Session& session, RunId run, const std::string& fingerprint);
// False where it had ended.
bool end_run(sql::Session& session, RunId run, RunState state, TimeMs now,
             const std::string& error = "");
struct Finished {
    Day as_of = 0;
    std::string model;
    std::int64_t customers = 0;
    std::string summary;  // JSON of RunSummary
};
// False where it was cancelled meanwhile.
bool finish_run(sql::Session& session, RunId run, TimeMs now, const Finished& finished);
// What a process that was killed left running has failed.
void end_interrupted(sql::Session& session, TimeMs now, const std::string& error);
void drop_scores(sql::Session& session, RunId run);

std::optional<Run> run(sql::Session& session, RunId id);
// JSON of RunSummary; empty of a run that is not done.
std::string summary(sql::Session& session, RunId id);
// The latest first, those before `before` (zero: all).
std::vector<Run> runs(sql::Session& session, RunId before, std::int64_t limit);
std::optional<Run> next_queued(sql::Session& session);
std::optional<Run> open_run(sql::Session& session);  // queued or running
std::optional<Run> latest_done(sql::Session& session);
std::vector<Run> runs_with_scores(sql::Session& session);  // the oldest first

void add_check(sql::Session& session, const Check& check);
std::vector<Check> checks(sql::Session& session, RunId before, std::int64_t limit);
bool has_check(sql::Session& session, RunId run);

}  // namespace vafa::value::store

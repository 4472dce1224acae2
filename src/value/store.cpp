#include "value/store.h"

#include <limits>

#include "platform/json/json.h"
#include "platform/sql/session.h"
#include "value/sql.h"

namespace vafa::value::store {
namespace {

std::string text_or_nothing(const sql::Row& row, int column) {
    return row.is_null(column) ? std::string() : std::string(row.text(column));
}

Run run_from(const sql::Row& row) {
    Run run;
    run.id.value = row.integer(0);
    run.state = json::parse_enum<RunState>(row.text(1)).value_or(RunState::failed);
    run.asked_by = row.text(2);
    run.fingerprint = row.text(3);
    run.asked_at = row.integer(4);
    run.ended_at = row.get<std::optional<std::int64_t>>(5);
    if (!row.is_null(6)) run.as_of = static_cast<Day>(row.integer(6));
    run.model = text_or_nothing(row, 7);
    run.customers = row.get<std::optional<std::int64_t>>(8).value_or(0);
    run.has_scores = row.integer(9) != 0;
    run.error = text_or_nothing(row, 10);
    return run;
}

std::optional<Run> one(sql::Session& session, const sql::Query& query,
                       std::initializer_list<sql::Param> params = {}) {
    std::optional<Run> found;
    session.one(query, params, [&](const sql::Row& row) { found = run_from(row); });
    return found;
}

std::int64_t or_last(RunId before) {
    return before ? before.value : std::numeric_limits<std::int64_t>::max();
}

}  // namespace

void add_run(sql::Session& session, const Run& run) {
    session.execute(queries::add_run, {{"id", run.id.value},
                                       {"state", std::string(json::enum_name(run.state))},
                                       {"asked_by", run.asked_by},
                                       {"fingerprint", run.fingerprint},
                                       {"at", run.asked_at}});
}

bool begin_run(sql::Session& session, RunId run, const std::string& fingerprint) {
    return session.execute(queries::begin_run, {{"id", run.value}, {"fingerprint", fingerprint}}) ==
           1;
}

bool end_run(sql::Session& session, RunId run, RunState state, TimeMs now,
             const std::string& error) {
    return session.execute(queries::end_run, {{"id", run.value},
                                              {"state", std::string(json::enum_name(state))},
                                              {"at", now},
                                              {"error", error}}) == 1;
}

bool finish_run(sql::Session& session, RunId run, TimeMs now, const Finished& finished) {
    return session.execute(queries::finish_run, {{"id", run.value},
                                                 {"at", now},
                                                 {"as_of", std::int64_t{finished.as_of}},
                                                 {"model", finished.model},
                                                 {"customers", finished.customers},
                                                 {"summary", finished.summary}}) == 1;
}

void end_interrupted(sql::Session& session, TimeMs now, const std::string& error) {
    session.execute(queries::end_interrupted, {{"at", now}, {"error", error}});
}

void drop_scores(sql::Session& session, RunId run) {
    session.execute(queries::drop_scores, {{"id", run.value}});
}

std::optional<Run> run(sql::Session& session, RunId id) {
    return one(session, queries::run, {{"id", id.value}});
}

std::string summary(sql::Session& session, RunId id) {
    std::string found;
    session.one(queries::summary, {{"id", id.value}},
                [&](const sql::Row& row) { found = text_or_nothing(row, 0); });
    return found;
}

std::vector<Run> runs(sql::Session& session, RunId before, std::int64_t limit) {
    std::vector<Run> all;
    session.rows(queries::runs, {{"before", or_last(before)}, {"limit", limit}},
                 [&](const sql::Row& row) { all.push_back(run_from(row)); });
    return all;
}

std::optional<Run> next_queued(sql::Session& session) { return one(session, queries::next_queued); }
std::optional<Run> open_run(sql::Session& session) { return one(session, queries::open_run); }
std::optional<Run> latest_done(sql::Session& session) { return one(session, queries::latest_done); }

std::vector<Run> runs_with_scores(sql::Session& session) {
    std::vector<Run> all;
    session.rows(queries::runs_with_scores, {},
                 [&](const sql::Row& row) { all.push_back(run_from(row)); });
    return all;
}

void add_check(sql::Session& session, const Check& check) {
    session.execute(
        queries::add_check,
        {{"run", check.run.value}, {"at", check.checked_at}, {"summary", check.summary}});
}

std::vector<Check> checks(sql::Session& session, RunId before, std::int64_t limit) {
    std::vector<Check> all;
    session.rows(queries::checks, {{"before", or_last(before)}, {"limit", limit}},
                 [&](const sql::Row& row) {
                     all.push_back({{row.integer(0)}, row.integer(1), std::string(row.text(2))});
                 });
    return all;
}

bool has_check(sql::Session& session, RunId run) {
    return session.one<std::int64_t>(queries::has_check, {{"run", run.value}}).has_value();
}

}  // namespace vafa::value::store

#include "board/store.h"

#include "board/sql.h"
#include "board/wire.h"
#include "platform/json/json.h"
#include "platform/sql/batch.h"
#include "platform/sql/session.h"

namespace vafa::board {
namespace {

Note note_from(const sql::Row& row) {
    return {{row.integer(0)},
            static_cast<Day>(row.integer(1)),
            std::string(row.text(2)),
            row.integer(3)};
}

Goal goal_from(const sql::Row& row) {
    Goal goal;
    goal.id.value = row.integer(0);
    goal.metric = json::parse_enum<GoalMetric>(row.text(1)).value_or(GoalMetric::customers);
    goal.target_e4 = row.integer(2);
    goal.from = static_cast<Day>(row.integer(3));
    goal.due = static_cast<Day>(row.integer(4));
    goal.created_at = row.integer(5);
    return goal;
}

}  // namespace

metrics::PriceIndex load_prices(sql::Session& session) {
    std::vector<metrics::PriceIndex::Month> months;
    session.rows(queries::prices, {}, [&](const sql::Row& row) {
        months.push_back(
            {static_cast<Day>(row.integer(0)), row.integer(1), std::string(row.text(2))});
    });
    return metrics::PriceIndex(std::move(months));
}

void forget_written(sql::Session& session, TimeMs from, TimeMs until) {
    for (const auto* query : {&queries::forget_notes, &queries::forget_goals}) {
        session.execute(*query, {{"from", from}, {"until", until}});
    }
}

std::vector<Note> store::notes(sql::Session& session) {
    std::vector<Note> all;
    session.rows(queries::notes, {}, [&](const sql::Row& row) { all.push_back(note_from(row)); });
    return all;
}

std::optional<Note> store::note(sql::Session& session, NoteId id) {
    std::optional<Note> found;
    session.one(queries::note, {{"id", id.value}},
                [&](const sql::Row& row) { found = note_from(row); });
    return found;
}

void store::add_note(sql::Session& session, const Note& note) {
    session.execute(queries::add_note, {{"id", note.id.value},
                                        {"day", std::int64_t{note.day}},
                                        {"body", note.text},
                                        {"at", note.created_at}});
}

bool store::delete_note(sql::Session& session, NoteId id) {
    return session.execute(queries::delete_note, {{"id", id.value}}) == 1;
}

std::vector<Goal> store::goals(sql::Session& session) {
    std::vector<Goal> all;
    session.rows(queries::goals, {}, [&](const sql::Row& row) { all.push_back(goal_from(row)); });
    return all;
}

std::optional<Goal> store::goal(sql::Session& session, GoalId id) {
    std::optional<Goal> found;
    session.one(queries::goal, {{"id", id.value}},
                [&](const sql::Row& row) { found = goal_from(row); });
    return found;
}

void store::add_goal(sql::Session& session, const Goal& goal) {
    session.execute(queries::add_goal, {{"id", goal.id.value},
                                        {"metric", std::string(json::enum_name(goal.metric))},
                                        {"target", goal.target_e4},
                                        {"from_day", std::int64_t{goal.from}},
                                        {"due_day", std::int64_t{goal.due}},
                                        {"at", goal.created_at}});
}

bool store::delete_goal(sql::Session& session, GoalId id) {
    return session.execute(queries::delete_goal, {{"id", id.value}}) == 1;
}

void store::replace_prices(sql::Session& session, const metrics::PriceIndex& index) {
    session.execute(queries::clear_prices);
    auto insert = sql::Batch::insert(session, "board_price", {"first_day", "index_e4", "label"});
    for (const auto& month : index.months()) {
        insert.add(std::int64_t{month.first_day}, month.index_e4, month.label);
    }
    insert.finish();
}

}  // namespace vafa::board

#pragma once

#include <optional>
#include <vector>

#include "board/api.h"
#include "board/types.h"

namespace vafa::board::store {

std::vector<Note> notes(sql::Session& session);  // the latest day first
void add_note(sql::Session& session, const Note& note);
std::optional<Note> note(sql::Session& session, NoteId id);
bool delete_note(sql::Session& session, NoteId id);

std::vector<Goal> goals(sql::Session& session);  // due first first
void add_goal(sql::Session& session, const Goal& goal);
std::optional<Goal> goal(sql::Session& session, GoalId id);
bool delete_goal(sql::Session& session, GoalId id);

// In place of what was there.
void replace_prices(sql::Session& session, const metrics::PriceIndex& index);

}  // namespace vafa::board::store

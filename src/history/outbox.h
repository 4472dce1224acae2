#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "base/result.h"
#include "history/event.h"

namespace vafa::sql {
class Database;
class Session;
struct Migration;
}  // namespace vafa::sql

// How events reach the history exactly once: they are committed with the state, in one transaction,
// then appended to the history, which ignores what it has, then forgotten here. Whatever is killed
// in between, the next drain goes on from there.
namespace vafa::history {

class History;

std::span<const sql::Migration> outbox_migrations();

// Gives each event its partition (of the profile; the anonymous by their subject's key) and the
// next seq there, and keeps the batch within the caller's transaction. Batches of some 50,000 are
// fine; on SQLite a payload ends at 1 GB. Answers the batch's number, which rises.
Result<std::int64_t> outbox_put(sql::Session& session, std::vector<Event>& events);

// Appends what is kept, in order and up to that batch, and forgets it. After each commit; one
// caller at a time.
Result<void> outbox_drain(sql::Database& database, History& history,
                          std::int64_t up_to = std::numeric_limits<std::int64_t>::max());

// Before anything is written: drains, then makes sure that state and history belong together. A
// history that lacks events the state has given out, or has more than them (one of the files comes
// from a backup or another store), is `error.history_mismatch`.
Result<void> outbox_recover(sql::Database& database, History& history);

// How far the state has come: events given out in all, and whether some still wait for the history
// (then a reader must let a writer recover first).
struct OutboxState {
    std::uint64_t given = 0;
    bool waiting = false;
};
Result<OutboxState> outbox_state(sql::Database& database);

}  // namespace vafa::history

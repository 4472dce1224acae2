#pragma once

#include <vector>

#include "ingest/import_orders.h"

namespace vafa::ingest {

// Taking an import back whole: afterwards the store is as if it had never come, whatever other
// imports said of the same orders before or after it.
//
// What is left of orders, customers and products follows from a replay of all other facts in order
// of arrival. First of all the import is marked, in the store and in history: from then on history
// leaves it out, and whatever is killed, the next start goes on.

struct UndoResult {
    ImportId import;
    UndoProgress done;
    double seconds = 0;
};

// Marks the import, in the caller's transaction. not_found `error.import_not_found`; conflict
// `error.import_not_over`, `error.import_undoing`, `error.import_undone`.
Result<void> begin_undo(sql::Session& session, ImportId import, TimeMs now, IdSource& ids);

// Those that are marked, yet not wholly taken back; oldest first.
Result<std::vector<ImportId>> unfinished_undos(const ImportDeps& deps);
// Goes on to the end. `error.undo_interrupted` where the watch says so.
Result<UndoResult> resume_undo(const ImportDeps& deps, ImportId import,
                               const ImportWatch& watch = {});
// Both.
Result<UndoResult> undo_import(const ImportDeps& deps, ImportId import,
                               const ImportWatch& watch = {});

}  // namespace vafa::ingest

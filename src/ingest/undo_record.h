#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "base/ids.h"
#include "base/time.h"
#include "commerce/imports.h"
#include "ingest/intake.h"

// How far an undo is, as the import's row keeps it: beside the counters once it is done.
namespace vafa::ingest {

BOOST_DESCRIBE_STRUCT(UndoProgress, (), (phase, orders, removed, changed, customers))

// Where the next step begins: after this order, profile or product of its phase.
struct UndoCursor {
    UndoProgress progress;
    std::int64_t after = 0;
    std::string after_key;
};
BOOST_DESCRIBE_STRUCT(UndoCursor, (), (progress, after, after_key))

// conflict `error.import_not_undoing` where no undo is under way.
Result<UndoCursor> load_undo(sql::Session& session, ImportId import);
// In the phase `done` the import turns undone.
Result<void> save_undo(sql::Session& session, ImportId import, const UndoCursor& cursor,
                       TimeMs now);
// How an undone import's undo ended, or how far one is that is under way.
std::optional<UndoProgress> undo_in(const commerce::ImportRecord& record);

}  // namespace vafa::ingest

#pragma once

#include <functional>
#include <vector>

#include "history/event.h"
#include "ingest/undo_record.h"
#include "timeline/types.h"

namespace vafa::history {
class History;
}

// The bounded steps of an undo: orders with their lines, claims that the import has on orders of
// others, its words about customers and products, profiles with their customers, products. All of
// it follows from history and may be done twice.
namespace vafa::ingest {

// What history and the timeline are to be told of a step.
struct UndoTelling {
    std::vector<history::Event> events;
    std::vector<timeline::Row> rows;
    bool links = false;  // profiles went: links may have, too
};

// What the step does in its transaction, which may be tried more than once.
using UndoWork = std::function<Result<void>(sql::Session&, UndoCursor&, UndoTelling&)>;

// The step after `cursor`, with what it needs of history.
Result<UndoWork> next_undo_work(const history::History& history, ImportId import,
                                const UndoCursor& cursor, IdSource& ids, TimeMs now);

}  // namespace vafa::ingest

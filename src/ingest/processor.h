#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "commerce/api.h"
#include "history/event.h"
#include "timeline/types.h"

namespace vafa::sql {
class Database;
class Session;
}  // namespace vafa::sql
namespace vafa::history {
class History;
}
namespace vafa::timeline {
class Timeline;
}

namespace vafa::ingest {

using Outcome = commerce::Counts;  // added, updated, unchanged, stale, customers_added, anonymous

// The one way in: whatever brought the facts (a file, later a webhook or a tracker), they pass here
// and nowhere else. One writer: calls do not overlap.
//
//   1 one SQL transaction: fold, events into the outbox, `also`
//   2 outbox → history (which ignores what it has), then the outbox is emptied
//   3 timeline
//
// Stopped between any two steps, `recover` makes good what is missing: after step 1 the facts are
// durable and will be counted once. A failure after step 1 leaves the timeline behind; then every
// further call is refused (`error.recovery_needed`) until a new start.
class Processor {
public:
    struct Deps {
        sql::Database& database;
        history::History& history;
        timeline::Timeline& timeline;
        const Clock& clock;
        IdSource& ids;
    };
    // What the caller wants in the same transaction: the import's cursor and counters. May be
    // called again if the transaction is.
    using Also = std::function<Result<void>(sql::Session&, const Outcome&)>;
    // Called with the name of each step just passed; an error stops there, as a crash would.
    using Checkpoint = std::function<Result<void>(const char* step)>;

    explicit Processor(Deps deps, Checkpoint checkpoint = {});

    // Orders of any number of shops, in order of arrival. A few ten thousand facts a call pay best;
    // sorted by key, best of all. All or nothing up to step 1. An order outside the days that the
    // timeline can hold is refused: `timeline.day_out_of_range`.
    Result<Outcome> apply(std::span<const commerce::OrderFact> facts, const Also& also = {});

    // Takes back every order of a shop, in bounded steps; afterwards SQL knows nothing of the shop.
    // Stopped half-way, it may be called again. Returns the number of orders taken back.
    Result<std::int64_t> remove_shop(ShopId shop);

    // At start, before the timeline is opened or rebuilt: brings history up to SQL.
    static Result<void> recover(sql::Database& database, history::History& history);

private:
    // What step 1 hands to the others.
    struct Committed {
        Outcome outcome;
        std::vector<timeline::Row> rows;
    };
    Result<Committed> commit(std::span<const commerce::OrderFact> facts, const Also& also);
    Result<std::int64_t> remove_some_orders(ShopId shop);
    Result<void> publish(std::vector<timeline::Row> rows);
    Result<void> passed(const char* step) const;
    Result<void> ready(std::span<const commerce::OrderFact> facts) const;

    Deps deps_;
    Checkpoint checkpoint_;
    bool behind_ = false;  // the timeline lacks something that SQL has
};

}  // namespace vafa::ingest

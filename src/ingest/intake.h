#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "base/ids.h"
#include "base/result.h"
#include "commerce/api.h"

namespace vafa::sql {
class Database;
class Session;
}  // namespace vafa::sql

namespace vafa::ingest {

using Outcome = commerce::Counts;  // added, updated, unchanged, stale, customers_added, anonymous

// How far an undo is.
struct UndoProgress {
    std::string phase = "orders";  // then claims, words, profiles, products, done
    std::int64_t orders = 0;       // looked at, of those the import told of
    std::int64_t removed = 0;      // orders that nobody else told of
    std::int64_t changed = 0;      // orders that stand otherwise now
    std::int64_t customers = 0;    // removed
    bool done() const { return phase == "done"; }
    bool operator==(const UndoProgress&) const = default;
};

// Where facts are handed in, whoever brings them: the Processor itself, or a store that lets one
// caller at a time through to it.
class Intake {
public:
    // What the caller wants in the same transaction: the import's cursor and counters. May be
    // called again if the transaction is.
    using Also = std::function<Result<void>(sql::Session&, const Outcome&)>;

    virtual ~Intake() = default;

    // Orders of any number of shops, in order of arrival. A few ten thousand facts a call pay best;
    // sorted by key, best of all. All or nothing. An order outside the days that the timeline can
    // hold is refused: `timeline.day_out_of_range`.
    virtual Result<Outcome> apply(std::span<const commerce::OrderFact> facts, const Also& also) = 0;
    Result<Outcome> apply(std::span<const commerce::OrderFact> facts) { return apply(facts, {}); }

    // As apply, but history and the timeline may still be on their way when this returns: the next
    // chunk of an import need not wait for them. Whoever calls it calls `settle` in the end; what
    // breaks behind the commit is told by either.
    virtual Result<Outcome> apply_ahead(std::span<const commerce::OrderFact> facts,
                                        const Also& also) {
        return apply(facts, also);
    }
    // History and the timeline have all that was applied.
    virtual Result<void> settle() { return {}; }

    // What files say of customers and of products; the timeline is not touched.
    virtual Result<Outcome> apply(std::span<const commerce::CustomerFact> facts,
                                  const Also& also) = 0;
    virtual Result<Outcome> apply(std::span<const commerce::ProductFact> facts,
                                  const Also& also) = 0;

    // One bounded step of taking back an import that begin_undo marked; asked for until `done`.
    // Stopped anywhere, it is asked for again, by whatever process.
    virtual Result<UndoProgress> undo_step(ImportId import) = 0;

    // Takes back every order of a shop, in bounded steps; afterwards SQL knows nothing of the shop.
    // Stopped half-way, it may be called again. Returns the number of orders taken back.
    virtual Result<std::int64_t> remove_shop(ShopId shop) = 0;
};

}  // namespace vafa::ingest

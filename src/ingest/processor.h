#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "commerce/api.h"
#include "history/event.h"
#include "ingest/intake.h"
#include "platform/parallel/task_queue.h"
#include "timeline/types.h"

namespace vafa::history {
class History;
}
namespace vafa::timeline {
class Timeline;
}

namespace vafa::ingest {

// The one way in: whatever brought the facts (a file, later a webhook or a tracker), they pass here
// and nowhere else. One writer: calls do not overlap.
//
//   1 one SQL transaction: fold, events into the outbox, `also`
//   2 outbox → history (which ignores what it has), then the outbox is emptied
//   3 timeline
//
// Steps 2 and 3 of apply_ahead are done on a thread of their own, for several calls at once.
//
// Stopped between any two steps, `recover` makes good what is missing: after step 1 the facts are
// durable and will be counted once. A failure after step 1 leaves the timeline behind; then every
// further call is refused (`error.recovery_needed`, nothing is written): whoever owns the timeline
// recovers, rebuilds it and makes a new Processor.
class Processor final : public Intake {
public:
    struct Deps {
        sql::Database& database;
        history::History& history;
        timeline::Timeline& timeline;
        const Clock& clock;
        IdSource& ids;
        std::function<void()> appended = {};  // to the timeline; on whatever thread did it
    };
    // Called with the name of each step just passed, on the thread that did it; an error stops
    // there, as a crash would.
    using Checkpoint = std::function<Result<void>(const char* step)>;

    explicit Processor(Deps deps, Checkpoint checkpoint = {});

    using Intake::apply;
    Result<Outcome> apply(std::span<const commerce::OrderFact> facts, const Also& also) override;
    Result<Outcome> apply_ahead(std::span<const commerce::OrderFact> facts,
                                const Also& also) override;
    Result<void> settle() override;
    Result<Outcome> apply(std::span<const commerce::CustomerFact> facts, const Also& also) override;
    Result<Outcome> apply(std::span<const commerce::ProductFact> facts, const Also& also) override;
    Result<std::int64_t> remove_shop(ShopId shop) override;
    Result<UndoProgress> undo_step(ImportId import) override;

    // The timeline lacks something that SQL has.
    bool behind() const { return behind_; }

    // At start, before the timeline is opened or rebuilt: brings history up to SQL.
    static Result<void> recover(sql::Database& database, history::History& history);

private:
    // What step 1 hands to the others.
    struct Committed {
        Outcome outcome;
        std::vector<timeline::Row> rows;
        std::size_t events = 0;
        std::int64_t batch = 0;  // of the outbox
    };
    Result<Committed> commit(std::span<const commerce::OrderFact> facts, const Also& also);
    template <class Fact>
    Result<Outcome> apply_words(std::span<const Fact> facts, const Also& also);
    Result<std::int64_t> remove_some_orders(ShopId shop);
    // `up_to`: batch of the outbox.
    Result<void> publish(std::vector<timeline::Row> rows,
                         std::int64_t up_to = std::numeric_limits<std::int64_t>::max());
    Result<void> passed(const char* step) const;
    // Nothing under way, nothing lacking, and the timeline can hold the facts.
    Result<void> ready(std::span<const commerce::OrderFact> facts);
    Result<void> fits(std::span<const commerce::OrderFact> facts) const;
    void publish_later();

    Deps deps_;
    Checkpoint checkpoint_;
    std::atomic<bool> behind_ = false;
    std::vector<timeline::Row> waiting_;  // of apply_ahead
    std::int64_t waiting_batch_ = 0;      // the last of them
    std::size_t waiting_events_ = 0;
    std::optional<Error> failure_;  // of publish_later; read after tasks_.wait()
    TaskQueue tasks_{1};            // last: its thread uses the others
};

}  // namespace vafa::ingest

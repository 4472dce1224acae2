#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "commerce/api.h"
#include "history/event.h"
#include "ingest/intake.h"
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
// Stopped between any two steps, `recover` makes good what is missing: after step 1 the facts are
// durable and will be counted once. A failure after step 1 leaves the timeline behind; then every
// further call is refused (`error.recovery_needed`): whoever owns the timeline recovers, rebuilds
// it and makes a new Processor.
class Processor final : public Intake {
public:
    struct Deps {
        sql::Database& database;
        history::History& history;
        timeline::Timeline& timeline;
        const Clock& clock;
        IdSource& ids;
    };
    // Called with the name of each step just passed; an error stops there, as a crash would.
    using Checkpoint = std::function<Result<void>(const char* step)>;

    explicit Processor(Deps deps, Checkpoint checkpoint = {});

    using Intake::apply;
    Result<Outcome> apply(std::span<const commerce::OrderFact> facts, const Also& also) override;
    Result<Outcome> apply(std::span<const commerce::CustomerFact> facts, const Also& also) override;
    Result<Outcome> apply(std::span<const commerce::ProductFact> facts, const Also& also) override;
    Result<std::int64_t> remove_shop(ShopId shop) override;

    // The timeline lacks something that SQL has.
    bool behind() const { return behind_; }

    // At start, before the timeline is opened or rebuilt: brings history up to SQL.
    static Result<void> recover(sql::Database& database, history::History& history);

private:
    // What step 1 hands to the others.
    struct Committed {
        Outcome outcome;
        std::vector<timeline::Row> rows;
    };
    Result<Committed> commit(std::span<const commerce::OrderFact> facts, const Also& also);
    template <class Fact>
    Result<Outcome> apply_words(std::span<const Fact> facts, const Also& also);
    Result<std::int64_t> remove_some_orders(ShopId shop);
    Result<void> publish(std::vector<timeline::Row> rows);
    Result<void> passed(const char* step) const;
    Result<void> ready(std::span<const commerce::OrderFact> facts) const;

    Deps deps_;
    Checkpoint checkpoint_;
    bool behind_ = false;
};

}  // namespace vafa::ingest

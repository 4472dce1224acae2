#include "ingest/processor.h"

#include <limits>
#include <utility>

#include "history/api.h"
#include "history/outbox.h"
#include "ingest/order_events.h"
#include "ingest/undo_record.h"
#include "ingest/undo_steps.h"
#include "ingest/word_events.h"
#include "platform/log/log.h"
#include "platform/sql/database.h"
#include "timeline/api.h"

namespace vafa::ingest {
namespace {

constexpr int kRemoveAtOnce = 20'000;
// Of the timeline's day column.
constexpr Day kLastTimelineDay = std::numeric_limits<std::uint16_t>::max();

// Sets the flag when it goes without having been told that all is done: an error, an exception.
class Unless {
public:
    explicit Unless(std::atomic<bool>& flag) : flag_(flag) {}
    ~Unless() {
        if (!done_) flag_ = true;
    }
    Unless(const Unless&) = delete;
    Unless& operator=(const Unless&) = delete;
    void done() { done_ = true; }

private:
    std::atomic<bool>& flag_;
    bool done_ = false;
};

}  // namespace

Processor::Processor(Deps deps, Checkpoint checkpoint)
    : deps_(deps), checkpoint_(std::move(checkpoint)) {}

Result<Outcome> Processor::apply(std::span<const commerce::OrderFact> facts, const Also& also) {
    VAFA_CHECK(ready(facts));
    VAFA_TRY(Committed committed, commit(facts, also));
    VAFA_CHECK(publish(std::move(committed.rows)));
    return committed.outcome;
}

Result<Processor::Committed> Processor::commit(std::span<const commerce::OrderFact> facts,
                                               const Also& also) {
    const auto step = [&](sql::Session& session) -> Result<Committed> {
        VAFA_TRY(const commerce::Changes changes,
                 commerce::fold(session, facts, deps_.ids, deps_.clock.now()));
        VAFA_CHECK(passed("folded"));
        auto events = order_events(facts, changes, deps_.clock.now(), deps_.ids);
        VAFA_TRY(const std::int64_t batch, history::outbox_put(session, events));
        if (also) VAFA_CHECK(also(session, changes.counts));
        VAFA_CHECK(passed("written"));
        return Committed{changes.counts, order_rows(changes.changes), events.size(), batch};
    };
    return deps_.database.write(step);
}

Result<Outcome> Processor::apply_ahead(std::span<const commerce::OrderFact> facts,
                                       const Also& also) {
    VAFA_CHECK(fits(facts));
    VAFA_TRY(Committed committed, commit(facts, also));
    waiting_.insert(waiting_.end(), committed.rows.begin(), committed.rows.end());
    waiting_events_ += committed.events;
    if (committed.events > 0) waiting_batch_ = committed.batch;
    if (waiting_events_ >= history::kAppendAtOnce) publish_later();
    return committed.outcome;
}

void Processor::publish_later() {
    waiting_events_ = 0;
    tasks_.add([this, rows = std::exchange(waiting_, {}), up_to = waiting_batch_]() mutable {
        if (behind_) return;  // recovery takes these rows from history
        try {
            const auto done = publish(std::move(rows), up_to);
            if (done.has_error()) failure_ = done.error();
        } catch (const std::exception& failure) {
            log::error("behind a commit: {}", failure.what());
            failure_ = Error{ErrorCode::internal, "error.import_fault"};
        }
    });
}

Result<void> Processor::settle() {
    if (waiting_events_ > 0) publish_later();
    tasks_.wait();
    if (failure_) return *std::exchange(failure_, std::nullopt);
    return {};
}

Result<void> Processor::publish(std::vector<timeline::Row> rows, std::int64_t up_to) {
    Unless behind(behind_);
    VAFA_CHECK(passed("committed"));
    VAFA_CHECK(history::outbox_drain(deps_.database, deps_.history, up_to));
    VAFA_CHECK(passed("drained"));
    VAFA_CHECK(deps_.timeline.append(kOrderKind, std::move(rows)));
    behind.done();
    if (deps_.appended) deps_.appended();
    return passed("appended");
}

Result<void> Processor::ready(std::span<const commerce::OrderFact> facts) {
    if (settle().has_error()) return conflict("error.recovery_needed");
    return fits(facts);
}

Result<void> Processor::fits(std::span<const commerce::OrderFact> facts) const {
    if (behind_) return conflict("error.recovery_needed");
    const TimeZone& zone = deps_.timeline.store_zone();
    for (const commerce::OrderFact& fact : facts) {
        const Day day = zone.local_day(fact.ordered_at);
        if (day < 0 || day > kLastTimelineDay) {
            return invalid("timeline.day_out_of_range").with("order", fact.key).at("ordered_at");
        }
    }
    return {};
}

Result<Outcome> Processor::apply(std::span<const commerce::CustomerFact> facts, const Also& also) {
    return apply_words(facts, also);
}

Result<Outcome> Processor::apply(std::span<const commerce::ProductFact> facts, const Also& also) {
    return apply_words(facts, also);
}

template <class Fact>
Result<Outcome> Processor::apply_words(std::span<const Fact> facts, const Also& also) {
    VAFA_CHECK(ready({}));
    const auto step = [&](sql::Session& session) -> Result<Outcome> {
        const TimeMs now = deps_.clock.now();
        VAFA_TRY(const auto changes, commerce::fold(session, facts, deps_.ids, now));
        VAFA_CHECK(passed("folded"));
        auto events = word_events(facts, changes, now, deps_.ids);
        if (!events.empty()) VAFA_CHECK(history::outbox_put(session, events));
        if (also) VAFA_CHECK(also(session, changes.counts));
        VAFA_CHECK(passed("written"));
        return changes.counts;
    };
    VAFA_TRY(const Outcome outcome, deps_.database.write(step));
    VAFA_CHECK(publish({}));
    return outcome;
}

Result<UndoProgress> Processor::undo_step(ImportId import) {
    VAFA_CHECK(ready({}));
    VAFA_CHECK(history::outbox_drain(deps_.database, deps_.history));  // the first mark
    VAFA_TRY(const UndoCursor before, deps_.database.read([&](sql::Session& session) {
        return load_undo(session, import);
    }));
    VAFA_TRY(const UndoWork work,
             next_undo_work(deps_.history, import, before, deps_.ids, deps_.clock.now()));
    VAFA_CHECK(passed("undo read"));
    UndoCursor cursor;
    UndoTelling telling;
    VAFA_CHECK(deps_.database.write([&](sql::Session& session) -> Result<void> {
        cursor = before;
        telling = {};
        VAFA_CHECK(work(session, cursor, telling));
        telling.events.push_back(undone_mark(import, deps_.clock.now(), deps_.ids));
        VAFA_CHECK(history::outbox_put(session, telling.events));
        VAFA_CHECK(save_undo(session, import, cursor, deps_.clock.now()));
        return passed("undo written");
    }));
    VAFA_CHECK(publish(std::move(telling.rows)));
    if (telling.links) {
        VAFA_CHECK(deps_.database.read([&](sql::Session& session) -> Result<void> {
            deps_.timeline.set_links(commerce::all_links(session));
            return {};
        }));
    }
    return cursor.progress;
}

Result<std::int64_t> Processor::remove_shop(ShopId shop) {
    VAFA_CHECK(ready({}));
    std::int64_t orders = 0;
    while (true) {
        VAFA_TRY(const std::int64_t some, remove_some_orders(shop));
        if (some == 0) break;
        orders += some;
    }
    std::int64_t profiles = 0;
    do {
        const auto step = [&](sql::Session& session) -> Result<std::int64_t> {
            return commerce::remove_profiles(session, shop, kRemoveAtOnce);
        };
        VAFA_TRY(profiles, deps_.database.write(step));
        VAFA_CHECK(passed("profiles removed"));
    } while (profiles > 0);
    VAFA_CHECK(deps_.database.write([&](sql::Session& session) -> Result<void> {
        commerce::remove_shop_row(session, shop);
        deps_.timeline.set_links(commerce::all_links(session));
        return {};
    }));
    return orders;
}

Result<std::int64_t> Processor::remove_some_orders(ShopId shop) {
    std::vector<commerce::RemovedOrder> removed;
    const auto step = [&](sql::Session& session) -> Result<void> {
        removed = commerce::remove_orders(session, shop, kRemoveAtOnce);
        auto events = removal_events(removed, shop, deps_.clock.now(), deps_.ids);
        VAFA_CHECK(history::outbox_put(session, events));
        return {};
    };
    VAFA_CHECK(deps_.database.write(step));
    if (removed.empty()) return 0;
    VAFA_CHECK(publish(removal_rows(removed)));
    return static_cast<std::int64_t>(removed.size());
}

Result<void> Processor::recover(sql::Database& database, history::History& history) {
    return history::outbox_recover(database, history);
}

Result<void> Processor::passed(const char* step) const {
    return checkpoint_ ? checkpoint_(step) : Result<void>();
}

}  // namespace vafa::ingest

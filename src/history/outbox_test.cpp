#include "history/outbox.h"

#include <gtest/gtest.h>
#include <set>

#include "history/sql.h"
#include "history/test_events.h"
#include "platform/sql/sql.h"
#include "testing/places.h"
#include "testing/test_db.h"

namespace vafa::history {
namespace {

std::vector<Event> batch(std::int64_t first, std::int64_t count) {
    std::vector<Event> events;
    for (std::int64_t i = first; i < first + count; ++i) {
        events.push_back(order_event(0, 0, "order-" + std::to_string(i)));
        events.back().profile = i % 10 == 0 ? 0 : 1 + i % 37;
    }
    return events;
}

class OutboxTest : public test::SqlTest {
protected:
    void SetUp() override {
        open(outbox_migrations());
        if (!IsSkipped()) open_history();
    }
    void open_history() {
        history_.reset();
        history_ = History::open((folder_ / "history.duckdb").string()).value();
    }
    std::vector<Event> put(std::vector<Event> events) {
        db().write([&](sql::Session& session) { return outbox_put(session, events); }).value();
        return events;
    }
    std::int64_t kept() {
        return db()
            .read([](sql::Session& session) -> Result<std::int64_t> {
                std::int64_t count = 0;
                const sql::RowFn read = [&](const sql::Row& row) { count = row.integer(0); };
                session.run("SELECT count(*) FROM history_outbox", {}, &read);
                return count;
            })
            .value();
    }
    // Every order once, and the sequence numbers without a gap.
    void expect_orders(std::int64_t count) {
        std::set<std::string> keys;
        Watermarks marks{};
        for (const Event& event : all_events(*history_)) {
            EXPECT_TRUE(keys.insert(event.subject_key).second) << event.subject_key;
            EXPECT_EQ(event.seq, ++marks[static_cast<std::size_t>(event.partition)]);
        }
        EXPECT_EQ(static_cast<std::int64_t>(keys.size()), count);
        EXPECT_EQ(history_->watermarks(), marks);
    }

    test::TempDir folder_;
    std::unique_ptr<History> history_;
};

VAFA_ON_EVERY_DATABASE(OutboxTest);

TEST_P(OutboxTest, PreparesEveryQuery) { test::expect_all_queries_prepare(db(), queries::all); }

TEST_P(OutboxTest, NumbersEventsByPartitionOfTheirCustomer) {
    const auto events = put(batch(1, 200));
    for (const Event& event : events) {
        if (event.profile == 0) continue;
        EXPECT_EQ(event.partition, partition_of(event.profile));
    }
    outbox_drain(db(), *history_).value();
    expect_orders(200);
    EXPECT_EQ(kept(), 0);
}

TEST_P(OutboxTest, TheAnonymousSpreadByTheirSubject) {
    std::vector<Event> events = batch(1, 100);
    for (Event& event : events) event.profile = 0;
    std::set<std::int32_t> partitions;
    for (const Event& event : put(events)) partitions.insert(event.partition);
    EXPECT_GT(partitions.size(), 30U);
}

TEST_P(OutboxTest, ARolledBackTransactionLeavesNoTrace) {
    auto events = batch(1, 10);
    const auto done = db().write([&](sql::Session& session) -> Result<void> {
        VAFA_CHECK(outbox_put(session, events));
        return conflict("error.test");
    });
    ASSERT_TRUE(done.has_error());
    EXPECT_EQ(kept(), 0);
    put(batch(1, 10));
    outbox_recover(db(), *history_).value();
    expect_orders(10);
}

TEST_P(OutboxTest, KilledBeforeTheAppendLosesNothing) {
    put(batch(1, 50));
    put(batch(51, 50));
    open_history();
    outbox_recover(db(), *history_).value();
    expect_orders(100);
    EXPECT_EQ(kept(), 0);
}

TEST_P(OutboxTest, KilledBetweenAppendAndDeleteDoublesNothing) {
    history_->append(put(batch(1, 50))).value();
    put(batch(51, 50));
    open_history();
    outbox_recover(db(), *history_).value();
    expect_orders(100);
    EXPECT_EQ(kept(), 0);
}

TEST_P(OutboxTest, AHistoryFromAnotherTimeIsNamed) {
    put(batch(1, 50));
    outbox_recover(db(), *history_).value();
    history_.reset();
    std::filesystem::remove((folder_ / "history.duckdb").string());
    open_history();
    const auto behind = outbox_recover(db(), *history_);
    ASSERT_TRUE(behind.has_error());
    EXPECT_EQ(behind.error().key, "error.history_mismatch");
}

TEST_P(OutboxTest, AStateFromAnotherTimeIsNamed) {
    history_->append(std::vector<Event>{order_event(3, 1, "unknown to the state")}).value();
    const auto ahead = outbox_recover(db(), *history_);
    ASSERT_TRUE(ahead.has_error());
    EXPECT_EQ(ahead.error().key, "error.history_mismatch");
}

TEST_P(OutboxTest, ADamagedPayloadStopsTheDrain) {
    put(batch(1, 5));
    db().write([](sql::Session& session) -> Result<void> {
            session.script("UPDATE history_outbox SET payload = substr(payload, 1, 20)");
            return {};
        })
        .value();
    const auto drained = outbox_drain(db(), *history_);
    ASSERT_TRUE(drained.has_error());
    EXPECT_EQ(drained.error().key, "error.outbox_damaged");
    EXPECT_EQ(history_->total(), 0U);
    EXPECT_EQ(kept(), 1);
}

}  // namespace
}  // namespace vafa::history

#include "ingest/processor.h"

#include <gtest/gtest.h>
#include <memory>
#include <mutex>

#include "base/rng.h"
#include "commerce/module.h"
#include "commerce/testdata.h"
#include "history/api.h"
#include "history/outbox.h"
#include "platform/sql/sql.h"
#include "testing/places.h"
#include "testing/results.h"
#include "timeline/api.h"
#include "timeline/rebuild.h"

namespace vafa::ingest {
namespace {

using commerce::make_line;
using commerce::make_order;
using commerce::OrderFact;
using test::must;

constexpr const char* kCrash = "test.crash";

// A data directory, and a process on it that can be killed and started again.
class Store {
public:
    Store() { start(); }

    void start() {
        stop();
        database_ = must(sql::Database::open_sqlite(dir_ / "state.db"));
        std::vector<sql::Migration> all;
        for (const auto& step : commerce::module_migrations()) all.push_back(step);
        for (const auto& step : history::outbox_migrations()) all.push_back(step);
        must(sql::migrate(*database_, all));
        history_ = must(history::History::open((dir_ / "history.duckdb").string()));
        must(Processor::recover(*database_, *history_));
        timeline_ = std::make_unique<timeline::Timeline>(TimeZone(), 1);
        must(timeline::rebuild(*timeline_, *history_));
        processor_ = std::make_unique<Processor>(
            Processor::Deps{*database_, *history_, *timeline_, clock_, ids_},
            [this](const char* step) { return pass(step); });
    }
    void stop() {
        processor_.reset();
        timeline_.reset();
        history_.reset();
        database_.reset();
    }
    // Dies when `step` is passed for the nth time from now on.
    void crash_at(std::string step, int nth) { crash_step_ = std::move(step), crash_in_ = nth; }

    Processor& processor() { return *processor_; }
    sql::Database& database() { return *database_; }
    history::History& history() { return *history_; }
    timeline::Timeline& timeline() { return *timeline_; }
    const std::vector<std::string>& steps() const { return steps_; }

private:
    Result<void> pass(const char* step) {
        const std::lock_guard lock(passing_);
        steps_.emplace_back(step);
        if (crash_step_ == step && --crash_in_ == 0) {
            crash_step_.clear();
            return Error{ErrorCode::internal, kCrash};
        }
        return {};
    }

    test::TempDir dir_;
    FixedClock clock_{commerce::kTestDay};
    Rng rng_{5};
    IdSource ids_{clock_, rng_};
    std::unique_ptr<sql::Database> database_;
    std::unique_ptr<history::History> history_;
    std::unique_ptr<timeline::Timeline> timeline_;
    std::unique_ptr<Processor> processor_;
    std::mutex passing_;
    std::string crash_step_;
    int crash_in_ = 0;
    std::vector<std::string> steps_;
};

std::string query(Store& store, std::string_view sql) {
    return must(store.database().read([&](sql::Session& session) -> Result<std::string> {
        std::string out;
        const sql::RowFn line = [&](const sql::Row& row) {
            for (int i = 0; i < row.columns(); ++i) {
                out += row.is_null(i) ? std::string("-") : std::string(row.text(i));
                out += i + 1 == row.columns() ? "\n" : "|";
            }
        };
        session.run(sql, {}, &line);
        return out;
    }));
}

// Ids differ from run to run; whoever is meant is told by what the source calls them.
std::string state_of(Store& store) {
    return query(
               store,
               "SELECT o.shop, o.order_key, p.key, o.net_minor, o.flags, o.version FROM "
               "commerce_order o LEFT JOIN commerce_profile p ON p.id = o.profile ORDER BY 1, 2") +
           query(store,
                 "SELECT p.key, c.name, c.city FROM commerce_customer c JOIN commerce_profile p ON "
                 "p.id = c.id ORDER BY 1, 2") +
           query(store, "SELECT key, title FROM commerce_product ORDER BY 1") +
           query(store, "SELECT COUNT(*) FROM commerce_order_line") +
           query(store, "SELECT value FROM commerce_setting WHERE key = 'cursor'");
}

std::string history_of(Store& store) {
    std::vector<std::string> events;
    must(store.history().for_each({}, [&](const history::Event& event) {
        events.push_back(fmt::format("{}|{}|{}|{}|{}|{}\n", event.subject_key, event.version,
                                     event.amount_minor, event.flags, event.profile != 0,
                                     event.properties));
    }));
    std::sort(events.begin(), events.end());
    return fmt::format("{}", fmt::join(events, ""));
}

// Rows grouped by customer, customers in the order of their contents.
std::string timeline_of(timeline::Timeline& timeline) {
    std::vector<std::string> customers;
    const auto collect = [&](const timeline::Slice& slice) {
        for (std::uint32_t c = 0; c < slice.customers; ++c) {
            std::vector<std::string> rows;
            for (std::uint32_t i = slice.offsets[c]; i < slice.offsets[c + 1]; ++i) {
                rows.push_back(fmt::format("{}+{} {} {};", slice.day[i], slice.ms[i],
                                           slice.amount_at(i), slice.flags[i]));
            }
            std::sort(rows.begin(), rows.end());
            customers.push_back(fmt::format("{}\n", fmt::join(rows, " ")));
        }
    };
    timeline.scan({}, [&](unsigned, const timeline::Slice& slice) { collect(slice); });
    timeline.scan_anonymous({}, collect);
    std::sort(customers.begin(), customers.end());
    return fmt::format("{}", fmt::join(customers, ""));
}

std::string rebuilt_timeline_of(Store& store) {
    timeline::Timeline rebuilt(TimeZone(), 1);
    must(timeline::rebuild(rebuilt, store.history()));
    return timeline_of(rebuilt);
}

// Batches with additions, updates, stale and unchanged facts, moves between customers, deletions.
std::vector<std::vector<OrderFact>> batches() {
    Rng rng(77);
    std::vector<std::vector<OrderFact>> all(3);
    for (auto& batch : all) {
        for (int i = 0; i < 30; ++i) {
            OrderFact fact = make_order("o" + std::to_string(rng.below(25)),
                                        rng.chance(0.2) ? "" : "c" + std::to_string(rng.below(6)),
                                        static_cast<std::int64_t>(rng.below(4)) * 100);
            fact.shop = ShopId{rng.chance(0.3) ? 2 : 1};
            fact.ordered_at += static_cast<TimeMs>(rng.below(10)) * kMsPerDay;
            fact.version = commerce::make_version(rng.between(0, 200), commerce::SourceRank::file);
            fact.customer_fields.name = "n" + std::to_string(rng.below(3));
            if (rng.chance(0.1)) fact.status = commerce::OrderStatus::deleted;
            if (rng.chance(0.5)) fact.lines = {make_line("p1", "T", 100)};
            batch.push_back(fact);
        }
    }
    return all;
}

// As an importer does it: the cursor is in the same transaction as what it counts.
Processor::Also cursor_at(std::size_t batch) {
    return [batch](sql::Session& session, const Outcome&) -> Result<void> {
        session.script(
            fmt::format("INSERT INTO commerce_setting VALUES ('cursor', '{0}') ON "
                        "CONFLICT (key) DO UPDATE SET value = '{0}'",
                        batch + 1));
        return {};
    };
}

std::size_t cursor_of(Store& store) {
    const std::string text =
        query(store, "SELECT value FROM commerce_setting WHERE key = 'cursor'");
    return text.empty() ? 0 : static_cast<std::size_t>(std::stoul(text));
}

// Goes on from the cursor; false when it crashed.
bool run(Store& store, const std::vector<std::vector<OrderFact>>& all) {
    for (std::size_t i = cursor_of(store); i < all.size(); ++i) {
        const auto done = store.processor().apply(all[i], cursor_at(i));
        if (done.has_error()) {
            EXPECT_EQ(done.error().key, kCrash);
            return false;
        }
    }
    return true;
}

TEST(Processor, TellsSqlHistoryAndTimelineTheSame) {
    Store store;
    OrderFact order = make_order("a", "ann", 1000);
    order.lines = {make_line("p1", "Tea", 1000)};
    const Outcome outcome = must(store.processor().apply(std::vector{order}));
    EXPECT_EQ(outcome, (Outcome{.added = 1, .customers_added = 1}));
    EXPECT_EQ(store.history().total(), 1U);
    EXPECT_EQ(timeline_of(store.timeline()), "19675+80000000 1000 3;\n");

    order.amounts.goods = 900;
    order.version += 16;
    must(store.processor().apply(std::vector{order}));
    EXPECT_EQ(store.history().total(), 2U);
    EXPECT_EQ(timeline_of(store.timeline()), "19675+80000000 900 3;\n");
}

TEST(Processor, AddsNothingAnywhereWhenTheSameComesTwice) {
    Store store;
    const std::vector<OrderFact> facts{make_order("a", "ann", 1000), make_order("b", "", 7)};
    must(store.processor().apply(facts));
    const std::string before = state_of(store) + history_of(store) + timeline_of(store.timeline());
    EXPECT_EQ(must(store.processor().apply(facts)), (Outcome{.unchanged = 2, .anonymous = 1}));
    EXPECT_EQ(state_of(store) + history_of(store) + timeline_of(store.timeline()), before);
}

TEST(Processor, KeepsTimelineAndRebuiltTimelineEqual) {
    Store store;
    for (const auto& batch : batches()) {
        must(store.processor().apply(batch));
        EXPECT_EQ(timeline_of(store.timeline()), rebuilt_timeline_of(store));
    }
}

TEST(Processor, LetsALiftedVersionStandAgainstAStaleOneInARebuild) {
    Store store;
    OrderFact order = make_order("a", "ann", 1000);
    OrderFact lifted = order, between = order;
    lifted.version += 32;
    between.version += 16;
    between.amounts.goods = 5;
    for (const auto& fact : {order, lifted, between}) {
        must(store.processor().apply(std::vector{fact}));
    }
    EXPECT_EQ(timeline_of(store.timeline()), "19675+80000000 1000 3;\n");
    EXPECT_EQ(rebuilt_timeline_of(store), timeline_of(store.timeline()));
}

TEST(Processor, EndsLikeAnUndisturbedRunWhereverItIsStopped) {
    const auto all = batches();
    Store calm;
    ASSERT_TRUE(run(calm, all));
    const std::string state = state_of(calm), history = history_of(calm),
                      timeline = timeline_of(calm.timeline());
    for (const char* step : {"folded", "written", "committed", "drained", "appended"}) {
        for (const int nth : {1, 3}) {
            SCOPED_TRACE(fmt::format("stopped at {} of batch {}", step, nth));
            Store store;
            store.crash_at(step, nth);
            EXPECT_FALSE(run(store, all));
            store.start();
            ASSERT_TRUE(run(store, all));
            EXPECT_EQ(state_of(store), state);
            EXPECT_EQ(history_of(store), history);
            EXPECT_EQ(timeline_of(store.timeline()), timeline);
            EXPECT_EQ(rebuilt_timeline_of(store), timeline);
        }
    }
}

TEST(Processor, AppliedAheadAndSettledEndsAsStepByStep) {
    const auto all = batches();
    Store steps, ahead;
    ASSERT_TRUE(run(steps, all));
    for (std::size_t i = 0; i < all.size(); ++i) {
        must(ahead.processor().apply_ahead(all[i], cursor_at(i)));
    }
    must(ahead.processor().settle());
    EXPECT_EQ(state_of(ahead), state_of(steps));
    EXPECT_EQ(history_of(ahead), history_of(steps));
    EXPECT_EQ(timeline_of(ahead.timeline()), timeline_of(steps.timeline()));
    EXPECT_EQ(rebuilt_timeline_of(ahead), timeline_of(steps.timeline()));
}

TEST(Processor, WhatBreaksBehindApplyAheadIsMadeGoodByRecovery) {
    const auto all = batches();
    Store calm;
    ASSERT_TRUE(run(calm, all));
    for (const char* step : {"committed", "drained"}) {
        SCOPED_TRACE(step);
        Store store;
        store.crash_at(step, 1);
        must(store.processor().apply_ahead(all[0], cursor_at(0)));
        must(store.processor().apply_ahead(all[1], cursor_at(1)));
        test::expect_error(store.processor().settle(), kCrash);
        test::expect_error(store.processor().apply(all[2]), "error.recovery_needed");
        store.start();
        ASSERT_TRUE(run(store, all));
        EXPECT_EQ(state_of(store), state_of(calm));
        EXPECT_EQ(history_of(store), history_of(calm));
        EXPECT_EQ(timeline_of(store.timeline()), timeline_of(calm.timeline()));
    }
}

TEST(Processor, RefusesToGoOnWhileTheTimelineIsBehind) {
    Store store;
    store.crash_at("committed", 1);
    const std::vector<OrderFact> facts{make_order("a", "ann", 1000)};
    test::expect_error(store.processor().apply(facts), kCrash);
    test::expect_error(store.processor().apply(facts), "error.recovery_needed");
    store.start();
    EXPECT_EQ(must(store.processor().apply(facts)), Outcome{.unchanged = 1});
    EXPECT_EQ(timeline_of(store.timeline()), "19675+80000000 1000 3;\n");
}

TEST(Processor, KeepsNothingWhenTheCallersPartFails) {
    Store store;
    const auto fail = [](sql::Session&, const Outcome&) -> Result<void> {
        return invalid("test.no");
    };
    const std::vector<OrderFact> facts{make_order("a", "ann", 1000)};
    test::expect_error(store.processor().apply(facts, fail), "test.no");
    EXPECT_EQ(must(store.processor().apply(facts)).added, 1);
    EXPECT_EQ(store.history().total(), 1U);
}

TEST(Processor, RefusesADayTheTimelineCannotHold) {
    Store store;
    OrderFact early = make_order("a", "ann", 1);
    early.ordered_at = -1;
    test::expect_error(store.processor().apply(std::vector{early}), "timeline.day_out_of_range");
    EXPECT_EQ(store.history().total(), 0U);
}

TEST(Processor, TakesAShopBackWholeAndLeavesTheOthers) {
    const auto all = batches();
    std::vector<OrderFact> kept;
    Store store, never;
    for (const auto& batch : all) {
        must(store.processor().apply(batch));
        kept.clear();
        for (const auto& fact : batch) {
            if (fact.shop == ShopId{1}) kept.push_back(fact);
        }
        must(never.processor().apply(kept));
    }
    EXPECT_GT(must(store.processor().remove_shop(ShopId{2})), 0);
    EXPECT_EQ(state_of(store), state_of(never));
    EXPECT_EQ(timeline_of(store.timeline()), timeline_of(never.timeline()));
    EXPECT_EQ(rebuilt_timeline_of(store), timeline_of(never.timeline()));
}

TEST(Processor, FinishesARemovalThatWasStopped) {
    const auto all = batches();
    for (const char* step : {"committed", "drained", "profiles removed"}) {
        SCOPED_TRACE(step);
        Store store, calm;
        for (const auto& batch : all) {
            must(store.processor().apply(batch));
            must(calm.processor().apply(batch));
        }
        must(calm.processor().remove_shop(ShopId{2}));
        store.crash_at(step, 1);
        test::expect_error(store.processor().remove_shop(ShopId{2}), kCrash);
        store.start();
        must(store.processor().remove_shop(ShopId{2}));
        EXPECT_EQ(state_of(store), state_of(calm));
        EXPECT_EQ(history_of(store), history_of(calm));
        EXPECT_EQ(timeline_of(store.timeline()), timeline_of(calm.timeline()));
    }
}

}  // namespace
}  // namespace vafa::ingest

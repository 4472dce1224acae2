#include "app/live_store.h"

#include <atomic>
#include <gtest/gtest.h>

#include "commerce/testdata.h"
#include "platform/parallel/parallel.h"
#include "testing/places.h"
#include "testing/results.h"

namespace vafa::app {
namespace {

namespace fs = std::filesystem;
using test::must;

class LiveStoreTest : public ::testing::Test {
protected:
    std::shared_ptr<LiveStore> open(ingest::Processor::Checkpoint checkpoint = {}) {
        LiveStore::Options options;
        options.clock = &clock_;
        options.seed = ++seed_;
        options.workers = 2;
        options.checkpoint = std::move(checkpoint);
        return must(LiveStore::open(folder_ / "store", options));
    }
    static ShopId shop_of(LiveStore& store) {
        return must(store.database().write([&](sql::Session& session) {
            return Result<ShopId>(commerce::ensure_shop(session, commerce::kDefaultShop,
                                                        store.ids(), store.clock().now()));
        }));
    }
    // `count` orders worth 10.00 each, of a product, each two of one customer.
    static std::vector<commerce::OrderFact> orders(ShopId shop, int first, int count) {
        std::vector<commerce::OrderFact> facts;
        for (int i = first; i < first + count; ++i) {
            auto fact =
                commerce::make_order("o" + std::to_string(i), "c" + std::to_string(i / 2), 1000);
            fact.ordered_at = commerce::kTestDay + i * kMsPerHour;
            fact.shop = shop;
            fact.lines = {commerce::make_line("p" + std::to_string(i % 3), "tea", 1000)};
            facts.push_back(std::move(fact));
        }
        return facts;
    }
    static boost::json::object summary(LiveStore& store, const std::string& break_by = "") {
        metrics::Options options;
        options.break_by = break_by;
        const auto view = must(store.view());
        const auto engine = store.engine(view);
        return must(metrics::run_report(*engine, "summary", options));
    }
    static std::int64_t orders_in(const boost::json::object& summary) {
        return summary.at("data").at("orders").as_int64();
    }
    static void set(LiveStore& store, const char* name, const char* value) {
        must(store.database().write(
            [&](sql::Session& session) { return commerce::set_setting(session, name, value); }));
        must(store.settings_changed());
    }

    test::TempDir folder_;
    FixedClock clock_{commerce::kTestDay + 90 * kMsPerDay};
    std::uint64_t seed_ = 0;
};

TEST_F(LiveStoreTest, ReportsRunBesideOneWriter) {
    constexpr int kChunks = 8, kChunk = 20;
    const auto store = open();
    const ShopId shop = shop_of(*store);
    std::atomic<bool> done = false;
    const auto write = [&] {
        for (int i = 0; i < kChunks; ++i) {
            must(store->apply(orders(shop, i * kChunk, kChunk)));
            if (i % 4 == 1) must(store->save());
            if (i % 4 == 2) set(*store, "time_zone", i % 8 == 2 ? "Asia/Tehran" : "UTC");
            if (i % 4 == 3) must(store->links_changed());
        }
        done = true;
    };
    const auto read = [&](unsigned reader) {
        std::int64_t before = 0;
        std::uint64_t version = 0;
        do {
            EXPECT_GE(store->data_version(), version);
            version = store->data_version();
            const auto report = summary(*store, reader == 1 ? "first_product" : "");
            EXPECT_GE(orders_in(report), before);
            before = orders_in(report);
            EXPECT_EQ(report.at("data").at("revenue_minor").as_int64(), before * 1000);
        } while (!done);
        EXPECT_EQ(orders_in(summary(*store)), kChunks * kChunk);
    };
    parallel_for(4, 4, [&](unsigned, std::size_t chunk) {
        chunk == 0 ? write() : read(static_cast<unsigned>(chunk));
    });
}

TEST_F(LiveStoreTest, AFailureBehindTheCommitIsMadeGood) {
    for (const std::string step : {"committed", "drained", "appended"}) {
        int failing = 0;
        const auto store = open([&](const char* passed) -> Result<void> {
            if (passed == step && failing-- == 1) return Error{ErrorCode::internal, "test.crash"};
            return {};
        });
        const ShopId shop = shop_of(*store);
        const auto before = orders_in(summary(*store));
        failing = 1;
        const int first = static_cast<int>(before);
        const auto outcome = store->apply(orders(shop, first, 6));
        if (step == "appended") {
            EXPECT_TRUE(outcome.has_error());  // nothing is missing then, and nothing is behind
        } else {
            EXPECT_EQ(must(outcome).added, 6) << step;
        }
        EXPECT_EQ(orders_in(summary(*store)), before + 6) << step;
        EXPECT_EQ(must(store->apply(orders(shop, first + 6, 2))).added, 2) << step;
        EXPECT_EQ(orders_in(summary(*store)), before + 8) << step;
    }
}

TEST_F(LiveStoreTest, AnyChangeOfAnAnswerRaisesTheVersion) {
    const auto store = open();
    const ShopId shop = shop_of(*store);
    std::uint64_t version = store->data_version();
    const auto rose = [&] { return std::exchange(version, store->data_version()) < version; };
    must(store->apply(orders(shop, 0, 2)));
    EXPECT_TRUE(rose());
    set(*store, "count_cancelled", "yes");
    EXPECT_TRUE(rose());
    must(store->links_changed());
    EXPECT_TRUE(rose());
    must(store->remove_shop(shop));
    EXPECT_TRUE(rose());
    must(store->view());
    must(store->save());
    const auto same = must(store->view());
    EXPECT_EQ(same->version, store->data_version());
    EXPECT_EQ(must(store->view()), same);
}

TEST_F(LiveStoreTest, TheVersionGoesOnRisingAfterARestart) {
    auto store = open();
    must(store->apply(orders(shop_of(*store), 0, 2)));
    const auto before = store->data_version();
    store.reset();
    clock_.advance(1000);
    EXPECT_GT(open()->data_version(), before);
}

TEST_F(LiveStoreTest, AnotherTimeZoneLeavesRunningReportsTheirTimeline) {
    const auto store = open();
    must(store->apply(orders(shop_of(*store), 0, 4)));
    const auto before = must(store->view());
    const auto engine = store->engine(before);
    set(*store, "time_zone", "Asia/Tehran");
    EXPECT_EQ(engine->store_zone(), "UTC");
    EXPECT_EQ(orders_in(must(metrics::run_report(*engine, "summary", {}))), 4);
    const auto after = must(store->view());
    EXPECT_NE(after->timeline, before->timeline);
    EXPECT_EQ(store->engine(after)->store_zone(), "Asia/Tehran");
    EXPECT_EQ(orders_in(summary(*store)), 4);
}

TEST_F(LiveStoreTest, TheFirstOrdersFixTheCurrencyThatViewsShow) {
    const auto store = open();
    EXPECT_FALSE(store->settings().currency.has_value());
    const auto facts = orders(shop_of(*store), 0, 2);
    must(store->apply(facts));
    EXPECT_EQ(must(store->view())->settings.currency, facts.front().currency);
}

TEST_F(LiveStoreTest, TheSnapshotIsTakenAtCloseAndTrue) {
    auto store = open();
    must(store->apply(orders(shop_of(*store), 0, 4)));
    must(store->close());
    store.reset();
    EXPECT_TRUE(fs::exists(folder_ / "store" / "timeline.snapshot"));
    EXPECT_EQ(orders_in(summary(*open())), 4);
}

TEST_F(LiveStoreTest, WhatItMakesIsItsOwnersAlone) {
    const auto store = open();
    const auto mode = [&](const char* name) {
        return fs::status(folder_ / "store" / name).permissions();
    };
    constexpr auto kOwner = fs::perms::owner_read | fs::perms::owner_write;
    EXPECT_EQ(mode(""), fs::perms::owner_all);
    EXPECT_EQ(mode("state.db"), kOwner);
    EXPECT_EQ(mode("history.duckdb"), kOwner);
}

}  // namespace
}  // namespace vafa::app

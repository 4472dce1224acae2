#include "app/demo_store.h"

#include <gtest/gtest.h>
#include <semaphore>

#include "commerce/testdata.h"
#include "ingest/undo_import.h"
#include "platform/sql/session.h"
#include "testing/places.h"
#include "testing/results.h"

namespace vafa::app {
namespace {

using test::must;

constexpr std::int64_t kCustomers = 40;

// What a store knows, as text: every table that may hold something of a demo, reports, history.
std::string known(LiveStore& store) {
    std::string text;
    must(store.database().read([&](sql::Session& session) -> Result<void> {
        for (const std::string table :
             {"commerce_order", "commerce_order_line", "commerce_order_claim", "commerce_customer",
              "commerce_customer_word", "commerce_product", "commerce_product_word",
              "commerce_profile", "commerce_profile_link", "commerce_consent", "commerce_shop",
              "commerce_import", "commerce_setting", "board_note", "board_goal"}) {
            const sql::RowFn row = [&](const sql::Row& found) {
                text += table + " " + std::to_string(found.integer(0)) + "\n";
            };
            session.run("SELECT COUNT(*) FROM " + table, {}, &row);
        }
        text += commerce::load_settings(session).currency.value_or(Currency{}).code + "\n";
        return {};
    }));
    std::size_t rows = 0;
    must(must(store.history())->scan_current("order", [&](const history::CurrentChunk& chunk) {
        rows += chunk.profile.size();
    }));
    text += "history " + std::to_string(rows) + "\n";
    const auto view = must(store.view());
    for (const char* report : {"summary", "cohorts", "products"}) {
        const auto found = must(metrics::run_report(*store.engine(view), report, {}));
        text += boost::json::serialize(found.at("data")) + "\n";
    }
    return text;
}

class DemoStoreTest : public ::testing::Test {
protected:
    std::shared_ptr<LiveStore> open(const char* name = "store") {
        LiveStore::Options options;
        options.clock = &clock_;
        options.seed = ++seed_;
        options.workers = 1;
        return must(LiveStore::open(folder_ / name, options));
    }
    ImportId queue(LiveStore& store) {
        return must(store.database().write([&](sql::Session& session) {
            DemoOrder order;
            order.market = "russia";
            order.customers = kCustomers;
            return queue_demo(session, store.ids(), clock_.now(), order);
        }));
    }
    static commerce::ImportRecord record(LiveStore& store) {
        return must(store.database().read([](sql::Session& session) {
            return Result<commerce::ImportRecord>(*demo_of(session));
        }));
    }
    static ShopId own_shop(LiveStore& store) {
        return must(store.database().write([&](sql::Session& session) {
            return Result<ShopId>(commerce::ensure_shop(session, commerce::kDefaultShop,
                                                        store.ids(), store.clock().now()));
        }));
    }
    static void tell_own_orders(LiveStore& store) {
        const ShopId shop = own_shop(store);
        auto fact = commerce::make_order("o1", "ann", 1000);
        fact.ordered_at = commerce::kTestDay;
        fact.shop = shop;
        must(store.apply(std::vector{fact}));
    }
    void pin_note(LiveStore& store, const char* text) {
        must(store.database().write([&](sql::Session& session) -> Result<void> {
            const std::vector<sql::Param> pinned{
                {"id", store.ids().next()}, {"body", text}, {"at", clock_.now()}};
            session.run(
                "INSERT INTO board_note (id, day, body, created_at) "
                "VALUES (:id, 20000, :body, :at)",
                pinned, nullptr);
            return {};
        }));
    }
    static std::vector<std::string> notes(LiveStore& store) {
        std::vector<std::string> texts;
        must(store.database().read([&](sql::Session& session) -> Result<void> {
            const sql::RowFn row = [&](const sql::Row& found) {
                texts.emplace_back(found.text(0));
            };
            session.run("SELECT body FROM board_note ORDER BY id", {}, &row);
            return {};
        }));
        return texts;
    }
    static void remove(LiveStore& store, const ingest::ImportWatch& watch = {}) {
        const ImportId import = must(store.database().write([&](sql::Session& session) {
            return begin_demo_removal(session, store.ids(), store.clock().now());
        }));
        const ingest::ImportDeps deps{store.database(), store,        store.ids(),
                                      store.clock(),    store.path(), {}};
        const auto undone = ingest::resume_undo(deps, import, watch);
        if (undone.has_error()) return;  // the watch said so
        must(store.demo_removed());
    }

    test::TempDir folder_;
    FixedClock clock_{commerce::kTestDay + 90 * kMsPerDay};
    std::uint64_t seed_ = 0;
};

TEST_F(DemoStoreTest, WhatIsTakenBackWholeWasNeverThere) {
    const auto store = open();
    const auto never = open("never");
    const std::string empty = known(*never);
    queue(*store);
    must(make_demo(*store, record(*store), {}));
    EXPECT_NE(known(*store).find("commerce_shop 1"), std::string::npos);
    pin_note(*store, "a sale");
    remove(*store);
    // The ways of the market stay, as the settings that they are.
    must(never->database().write([](sql::Session& session) {
        return commerce::set_setting(session, "time_zone", "Europe/Moscow");
    }));
    must(never->settings_changed());
    EXPECT_EQ(known(*store), known(*never));
    tell_own_orders(*store);
    tell_own_orders(*never);
    EXPECT_EQ(known(*store), known(*never));
    EXPECT_NE(known(*never), empty);
}

TEST_F(DemoStoreTest, OwnOrdersStayWhenTheDemoGoes) {
    const auto store = open();
    tell_own_orders(*store);
    const std::string before = known(*store);
    queue(*store);
    must(make_demo(*store, record(*store), {}));
    EXPECT_NE(known(*store), before);
    remove(*store);
    EXPECT_EQ(known(*store), before);
}

TEST_F(DemoStoreTest, WhatWasPinnedWhileAllWasMadeUpGoesWithIt) {
    const auto store = open();
    pin_note(*store, "before");
    clock_.advance(kMsPerDay);
    queue(*store);
    must(make_demo(*store, record(*store), {}));
    clock_.advance(kMsPerDay);
    pin_note(*store, "of the demo");
    clock_.advance(kMsPerDay);
    own_shop(*store);
    pin_note(*store, "of its own");
    remove(*store);
    EXPECT_EQ(notes(*store), (std::vector<std::string>{"before", "of its own"}));
}

TEST_F(DemoStoreTest, OneThatWasStoppedIsMadeToItsEndTheSame) {
    const auto whole = open("whole");
    queue(*whole);
    const auto made = must(make_demo(*whole, record(*whole), {}));
    EXPECT_GT(made.orders_added, kCustomers);

    auto store = open();
    const ImportId import = queue(*store);
    must(store->database().write([&](sql::Session& session) -> Result<void> {
        commerce::start_import(session, import, clock_.now());
        return {};
    }));
    store.reset();  // killed
    clock_.advance(3 * kMsPerDay);
    store = open();
    const auto again = must(make_demo(*store, record(*store), {}));
    EXPECT_EQ(again.orders, made.orders);
    EXPECT_EQ(known(*store), known(*whole));
    const auto once_more = must(make_demo(*store, record(*store), {}));
    EXPECT_EQ(once_more.orders_unchanged, made.orders);
}

TEST_F(DemoStoreTest, ARemovalThatWasStoppedGoesOnByItself) {
    auto store = open();
    queue(*store);
    must(make_demo(*store, record(*store), {}));
    ingest::ImportWatch impatient;
    impatient.cancelled = [] { return true; };
    remove(*store, impatient);
    EXPECT_EQ(record(*store).state, commerce::ImportState::undoing);
    store.reset();
    store = open();
    remove(*store);
    EXPECT_NE(known(*store).find("commerce_import 0"), std::string::npos);
    EXPECT_NE(known(*store).find("commerce_shop 0"), std::string::npos);
}

TEST_F(DemoStoreTest, AServerMakesAndRemovesItBehindTheScenes) {
    const auto store = open();
    queue(*store);
    store->imports().start();
    const auto follow = [&](ImportId import) {  // as a page does, by its events
        const auto events = std::make_shared<http::EventStream>();
        std::counting_semaphore<> sent{0};
        events->attach([&] { sent.release(); });
        store->imports().watch(import, events);
        while (true) {
            events->take();
            if (events->finished()) return;
            sent.acquire();
        }
    };
    follow(record(*store).id);
    EXPECT_EQ(record(*store).state, commerce::ImportState::done);
    const ImportId import = must(store->database().write([&](sql::Session& session) {
        return begin_demo_removal(session, store->ids(), clock_.now());
    }));
    store->imports().wake();
    follow(import);
    store->imports().stop();  // waits for what is under way
    EXPECT_NE(known(*store).find("commerce_shop 0"), std::string::npos);
}

TEST_F(DemoStoreTest, AStoreHasOneDemoAndKeepsItsCurrency) {
    const auto store = open();
    must(store->database().write(
        [](sql::Session& session) { return commerce::set_setting(session, "currency", "GBP"); }));
    must(store->settings_changed());
    queue(*store);
    test::expect_error(store->database().write([&](sql::Session& session) {
        return queue_demo(session, store->ids(), clock_.now(), {});
    }),
                       "error.demo_exists");
    must(make_demo(*store, record(*store), {}));
    EXPECT_EQ(store->settings().currency->code, "GBP");
    remove(*store);
    EXPECT_EQ(store->settings().currency->code, "GBP");
}

}  // namespace
}  // namespace vafa::app

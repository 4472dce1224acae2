#include <fstream>
#include <gtest/gtest.h>
#include <map>

#include "base/ids.h"
#include "history/test_events.h"
#include "testing/places.h"

namespace vafa::history {
namespace {

class HistoryTest : public testing::Test {
protected:
    std::unique_ptr<History> open(OpenOptions options = {}) {
        return History::open((folder_ / "history.duckdb").string(), options).value();
    }
    test::TempDir folder_;
};

std::map<std::string, std::vector<std::int64_t>> values(const History& history,
                                                        std::string_view kind,
                                                        std::string_view name) {
    std::map<std::string, std::vector<std::int64_t>> by_value;
    history
        .scan_property(kind, name,
                       [&](const PropertyRow& row) {
                           by_value[std::string(row.value)].push_back(row.subject_id);
                       })
        .value();
    for (auto& [value, subjects] : by_value) std::sort(subjects.begin(), subjects.end());
    return by_value;
}

std::vector<std::int64_t> current_amounts(const History& history, std::string_view kind) {
    std::vector<std::int64_t> amounts;
    history
        .scan_current(kind,
                      [&](const CurrentChunk& chunk) {
                          EXPECT_EQ(chunk.profile.size(), chunk.amount_minor.size());
                          EXPECT_EQ(chunk.flags.size(), chunk.amount_minor.size());
                          amounts.insert(amounts.end(), chunk.amount_minor.begin(),
                                         chunk.amount_minor.end());
                      })
        .value();
    std::sort(amounts.begin(), amounts.end());
    return amounts;
}

Event priced(Event event, std::int64_t amount) {
    event.amount_minor = amount;
    return event;
}

TEST_F(HistoryTest, GivesBackEveryFieldInPartitionOrder) {
    Event odd = order_event(5, 1, "ب-1");
    odd.properties = R"({"city":"تهران","note":"it''s; \"so\""})";
    odd.amount_minor = -9'000'000'000'000'000'000;
    odd.flags = 0xFF;
    odd.profile = 0;
    odd.schema_version = 12;
    const std::vector<Event> events{odd, order_event(2, 1, "a"), order_event(2, 2, "b"),
                                    order_event(63, 1, std::string(300, 'k'))};
    open()->append(events).value();

    const auto history = open();
    EXPECT_EQ(all_events(*history),
              (std::vector<Event>{events[1], events[2], events[0], events[3]}));
    EXPECT_EQ(history->total(), 4U);
    EXPECT_EQ(history->watermarks()[2], 2);
    EXPECT_EQ(history->watermarks()[0], 0);
}

TEST_F(HistoryTest, IgnoresWhatItHasAndTakesTheRest) {
    const auto history = open();
    history->append(std::vector<Event>{order_event(1, 1, "a"), order_event(1, 2, "b")}).value();
    history->append(std::vector<Event>{order_event(1, 2, "b"), order_event(1, 3, "c")}).value();
    history->append(std::vector<Event>{order_event(1, 1, "a")}).value();
    EXPECT_EQ(all_events(*history).size(), 3U);
    EXPECT_EQ(history->total(), 3U);
}

TEST_F(HistoryTest, RefusesAGapAndKeepsNothingOfTheBatch) {
    const auto history = open();
    const auto gap =
        history->append(std::vector<Event>{order_event(1, 1, "a"), order_event(1, 3, "c")});
    ASSERT_TRUE(gap.has_error());
    EXPECT_EQ(gap.error().key, "error.history_gap");
    EXPECT_EQ(history->total(), 0U);
    EXPECT_TRUE(all_events(*history).empty());
    history->append(std::vector<Event>{order_event(1, 1, "a")}).value();
    EXPECT_EQ(history->total(), 1U);
}

TEST_F(HistoryTest, FiltersByKindImportAndTimeReceived) {
    std::vector<Event> events{order_event(1, 1, "a"), order_event(1, 2, "b"),
                              order_event(1, 3, "c")};
    events[1].kind = "product_viewed";
    events[2].import_id = 8;
    events[2].received_at += 1;
    const auto history = open();
    history->append(events).value();
    EXPECT_EQ(all_events(*history, {.kind = "product_viewed"}).size(), 1U);
    EXPECT_EQ(all_events(*history, {.kind = "", .import_id = 8}).front().subject_key, "c");
    EXPECT_EQ(all_events(*history, {.kind = "", .received_until = events[0].received_at}).size(),
              2U);
    EXPECT_EQ(history->kinds().value(), (std::vector<std::string>{"order", "product_viewed"}));
}

TEST_F(HistoryTest, CurrentIsTheGreatestVersionThenTheLatest) {
    const auto history = open();
    history
        ->append(std::vector<Event>{
            priced(order_event(1, 1, "a", 5), 10),  // superseded
            priced(order_event(1, 2, "a", 9), 20),  // current
            priced(order_event(1, 3, "a", 7), 30),  // stale
            priced(order_event(1, 4, "b", 1), 40),  // the same version again later …
            priced(order_event(2, 5 - 4, "c", 1), 60),
            priced(order_event(1, 5, "b", 1), 50),  // … wins
        })
        .value();
    EXPECT_EQ(current_amounts(*history, "order"), (std::vector<std::int64_t>{20, 50, 60}));
}

TEST_F(HistoryTest, TheSameKeyInAnotherShopIsAnotherSubject) {
    std::vector<Event> events{priced(order_event(1, 1, "a"), 1), priced(order_event(1, 2, "a"), 2)};
    events[1].shop = 2;
    const auto history = open();
    history->append(events).value();
    EXPECT_EQ(current_amounts(*history, "order"), (std::vector<std::int64_t>{1, 2}));
}

TEST_F(HistoryTest, AnOrderThatChangedItsCustomerIsCurrentOnce) {
    const auto history = open();
    Event moved = priced(order_event(9, 1, "a", 1), 70);
    moved.event_id = 1'000'000;  // the later arrival, in another partition with a smaller seq
    history
        ->append(std::vector<Event>{order_event(1, 1, "x"), priced(order_event(1, 2, "a", 1), 80),
                                    moved})
        .value();
    EXPECT_EQ(current_amounts(*history, "order"), (std::vector<std::int64_t>{70, 100}));
}

TEST_F(HistoryTest, EventsWithoutAKeyAreEachCurrent) {
    std::vector<Event> events{priced(order_event(1, 1, ""), 1), priced(order_event(1, 2, ""), 2),
                              priced(order_event(1, 3, "k"), 3)};
    for (Event& event : events) event.kind = "product_viewed";
    events[2].flags = 7;  // means "deleted" for orders only
    const auto history = open();
    history->append(events).value();
    EXPECT_EQ(current_amounts(*history, "product_viewed"), (std::vector<std::int64_t>{1, 2, 3}));
    EXPECT_TRUE(current_amounts(*history, "order").empty());
}

TEST_F(HistoryTest, DeletedOrdersAreOutUntilTheyComeBack) {
    std::vector<Event> events{order_event(1, 1, "a", 1), order_event(1, 2, "a", 2),
                              order_event(1, 3, "gone", 1)};
    events[1].flags = events[2].flags = 0x87;
    const auto history = open();
    history->append(events).value();
    EXPECT_TRUE(current_amounts(*history, "order").empty());
    history->append(std::vector<Event>{priced(order_event(1, 4, "a", 3), 9)}).value();
    EXPECT_EQ(current_amounts(*history, "order"), (std::vector<std::int64_t>{9}));
}

TEST_F(HistoryTest, ReadsPropertiesOfCurrentRowsOnly) {
    std::vector<Event> events{order_event(1, 1, "a", 1), order_event(1, 2, "a", 2),
                              order_event(1, 3, "b"), order_event(1, 4, "c"),
                              order_event(1, 5, "d")};
    events[0].properties = R"({"city":"old"})";
    events[1].properties =
        R"({"city":"شیراز","total_minor":12,"traits":{"skin \"type\"/2":"dry"}})";
    events[2].properties = R"({"city":null})";
    events[3].properties = R"({"city":""})";
    events[4].properties = "not json";
    const auto history = open();
    history->append(events).value();
    using Expected = std::map<std::string, std::vector<std::int64_t>>;
    const std::int64_t id = events[1].subject_id;
    EXPECT_EQ(values(*history, "order", "city"), (Expected{{"شیراز", {id}}}));
    EXPECT_EQ(values(*history, "order", "total_minor"), (Expected{{"12", {id}}}));
    EXPECT_EQ(values(*history, "order", R"(trait.skin "type"/2)"), (Expected{{"dry", {id}}}));
    EXPECT_EQ(values(*history, "order", "it's"), Expected{});
}

// DuckDB refuses to fold its log while a reader's transaction is older than it (issue 3).
TEST_F(HistoryTest, ACheckpointBesideAReaderIsLeftForLater) {
    const auto history = open();
    history->append(std::vector{order_event(1, 1, "a")}).value();
    auto reader = history->property("order", "city").value();
    history->append(std::vector{order_event(1, 2, "b")}).value();
    EXPECT_TRUE(history->checkpoint().has_value());
    PropertyRow row;
    while (reader.next(row).value()) continue;
    EXPECT_EQ(history->total(), 2U);
}

TEST_F(HistoryTest, ReadsManyChunksCompletely) {
    std::vector<Event> events;
    for (std::int64_t i = 1; i <= 10'000; ++i) {
        events.push_back(priced(order_event(3, i, "k" + std::to_string(i)), i));
    }
    const auto history = open();
    history->append(events).value();
    const auto amounts = current_amounts(*history, "order");
    ASSERT_EQ(amounts.size(), 10'000U);
    EXPECT_EQ(amounts.front(), 1);
    EXPECT_EQ(amounts.back(), 10'000);
    EXPECT_EQ(values(*history, "order", "product").at("tea").size(), 10'000U);
    EXPECT_EQ(all_events(*history), events);
}

TEST_F(HistoryTest, KeepsTextThatIsNotUtf8Readable) {
    Event event = order_event(1, 1, "a\xff");
    const auto history = open();
    history->append(std::vector<Event>{event}).value();
    EXPECT_EQ(all_events(*history).front().subject_key, "a\xEF\xBF\xBD");
}

TEST_F(HistoryTest, ReadOnlyReadsWhatAnUncleanEndLeftInTheLog) {
    const auto writer = open();
    writer->append(std::vector<Event>{order_event(1, 1, "a")}).value();
    // The files as a crash would leave them: the write-ahead log not yet folded in.
    const auto copy = folder_.path() / "copy";
    std::filesystem::create_directory(copy);
    for (const char* name : {"history.duckdb", "history.duckdb.wal"}) {
        std::filesystem::copy_file((folder_ / name).string(), copy / name);
        std::filesystem::permissions(copy / name, std::filesystem::perms::owner_read);
    }
    std::filesystem::permissions(
        copy, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    {
        const auto history =
            History::open((copy / "history.duckdb").string(), {.read_only = true}).value();
        EXPECT_EQ(history->total(), 1U);
        EXPECT_EQ(all_events(*history).size(), 1U);
        const std::string out = (folder_ / "out.csv").string();
        history->export_events(ExportFormat::csv, out).value();
        EXPECT_GT(std::filesystem::file_size(out), 100U);
    }
    std::filesystem::permissions(copy, std::filesystem::perms::owner_all);
}

TEST_F(HistoryTest, ReadOnlyNeedsAFile) {
    const auto missing = History::open((folder_ / "none.duckdb").string(), {.read_only = true});
    ASSERT_TRUE(missing.has_error());
    EXPECT_EQ(missing.error().code, ErrorCode::not_found);
    EXPECT_FALSE(std::filesystem::exists((folder_ / "none.duckdb").string()));
}

TEST_F(HistoryTest, LeavesNoScratchFolderBehind) {
    open()->export_events(ExportFormat::csv, (folder_ / "empty.csv").string()).value();
    EXPECT_FALSE(std::filesystem::exists((folder_ / "history.duckdb.tmp").string()));
}

}  // namespace
}  // namespace vafa::history

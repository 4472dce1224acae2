// Imports that were taken back.
#include <gtest/gtest.h>

#include "history/test_events.h"
#include "testing/places.h"
#include "testing/results.h"

namespace vafa::history {
namespace {

constexpr int kFirst = 7, kSecond = 8;

class Undone : public ::testing::Test {
protected:
    // An event of an import; partition and seq follow.
    Event& tell(int import, const std::string& key, std::int64_t version, std::int64_t profile) {
        Event& event = events_.emplace_back(order_event(0, ++seq_, key, version));
        event.import_id = import;
        event.subject_id = 100 + key.back();
        event.profile = profile;
        return event;
    }
    void mark(int import, TimeMs received_at) {
        Event& event = events_.emplace_back(order_event(0, ++seq_, "imp"));
        event.kind = kUndoneKind;
        event.import_id = 0;
        event.profile = 0;
        event.subject_id = import;
        event.received_at = received_at;
    }
    History& history() {
        if (!history_) history_ = test::must(History::open((folder_ / "h.duckdb").string()));
        test::must(history_->append(std::exchange(events_, {})));
        return *history_;
    }
    void reopen() { history_.reset(); }
    std::vector<std::int64_t> current() {
        std::vector<std::int64_t> profiles;
        test::must(history().scan_current("order", [&](const CurrentChunk& chunk) {
            profiles.insert(profiles.end(), chunk.profile.begin(), chunk.profile.end());
        }));
        std::sort(profiles.begin(), profiles.end());
        return profiles;
    }

private:
    test::TempDir folder_;
    std::vector<Event> events_;
    std::int64_t seq_ = 0;
    std::unique_ptr<History> history_;
};

using Ids = std::vector<std::int64_t>;

TEST_F(Undone, CurrentRowsAreChosenAsIfTheImportNeverCame) {
    tell(kFirst, "a", 1, 1);
    tell(kSecond, "a", 2, 2);
    tell(kSecond, "b", 1, 3);
    EXPECT_EQ(current(), (Ids{2, 3}));
    mark(kSecond, 50);
    EXPECT_EQ(current(), (Ids{1}));
    reopen();
    EXPECT_EQ(current(), (Ids{1}));
    EXPECT_EQ(test::must(history().kinds()), std::vector<std::string>{"order"});
    EXPECT_EQ(history().total(), 4U);
}

TEST_F(Undone, OnlyMarksKnownByThenCount) {
    tell(kFirst, "a", 1, 1).received_at = 10;
    mark(kFirst, 50);
    mark(kFirst, 60);
    EXPECT_EQ(history().undone(), (Ids{kFirst}));
    EXPECT_EQ(history().undone(49), Ids{});
    const auto known = [&](TimeMs until) {
        EventFilter filter{.kind = "order", .received_until = until};
        filter.undone = false;
        return all_events(history(), filter).size();
    };
    EXPECT_EQ(known(49), 1U);
    EXPECT_EQ(known(50), 0U);
}

TEST_F(Undone, TellsWhatElseWasSaidOfAnImportsSubjects) {
    tell(kFirst, "a", 1, 1);
    tell(kFirst, "c", 1, 1);
    tell(kSecond, "a", 1, 2);
    tell(kSecond, "b", 1, 3);
    const auto beside = test::must(history().events_beside("order", kSecond, 0, 10));
    ASSERT_EQ(beside.size(), 3U);
    EXPECT_EQ(beside[0].subject_key, "a");
    EXPECT_EQ(beside[0].import_id, kFirst);
    EXPECT_EQ(beside[1].import_id, kSecond);
    EXPECT_EQ(beside[2].subject_key, "b");
    EXPECT_EQ(test::must(history().events_beside("order", kSecond, 0, 1)).size(), 2U);
    EXPECT_EQ(test::must(history().events_beside("order", kSecond, beside[1].subject_id, 9)).size(),
              1U);
    mark(kSecond, 50);
    EXPECT_EQ(test::must(history().profiles_beside("order", kSecond, 0, 10)),
              (std::vector<NamedProfile>{{1, true}, {2, false}, {3, false}}));
    EXPECT_EQ(test::must(history().profiles_beside("order", kSecond, 2, 1)),
              (std::vector<NamedProfile>{{3, false}}));
}

TEST_F(Undone, FindsTheLastWordsThatAreLeft) {
    const auto line = [](const char* p, const char* t, const char* c) {
        return R"({"lines":[{"product":")" + std::string(p) + R"(","title":")" + t +
               R"(","category":")" + c + R"("},{"product":")" + p +
               R"(","title":"second"},{"quantity_milli":5}]})";
    };
    tell(kFirst, "a", 1, 1).properties = line("p", "old", "tea");
    tell(kFirst, "b", 1, 1).properties = line("p", "it's", "");
    tell(kFirst, "b", 1, 1).properties = line("p", "a tie", "");
    tell(kSecond, "c", 1, 1).properties = line("p", "new", "pot");
    tell(kSecond, "d", 1, 1).properties = line("q", "only", "");
    tell(kFirst, "e", 1, 1).properties = line("r", "other", "");
    mark(kSecond, 50);
    const ListedWords what{"lines", "product", {"title", "category"}};
    const auto words = test::must(history().words_beside("order", kSecond, what, {0, ""}, 10));
    ASSERT_EQ(words.size(), 2U);
    EXPECT_EQ(words[0].key, "p");
    EXPECT_TRUE(words[0].named);
    EXPECT_EQ(words[0].words[0].text, "a tie") << "the later order";
    EXPECT_EQ(words[0].words[0].subject_key, "b");
    EXPECT_EQ(words[0].words[1].text, "tea");
    EXPECT_EQ(words[0].words[1].subject_key, "a");
    EXPECT_EQ(words[1].key, "q");
    EXPECT_FALSE(words[1].named);
    EXPECT_EQ(words[1].words[0].text, "");
    EXPECT_EQ(test::must(history().words_beside("order", kSecond, what, {1, "p"}, 10)).size(), 1U);
}

}  // namespace
}  // namespace vafa::history

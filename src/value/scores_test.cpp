#include "value/scores.h"

#include <gtest/gtest.h>

#include "platform/files/whole_file.h"
#include "testing/places.h"
#include "testing/results.h"
#include "value/schedule.h"

namespace vafa::value {
namespace {

class ScoreFile : public testing::Test {
protected:
    test::TempDir folder_;
    std::filesystem::path path_ = folder_ / "one" / "run.scores";
    ScoreHead head_{{7}, 20'000, 365, true};

    void write() {
        std::vector<Score> rows(3);
        rows[0].id = 2;
        rows[1].id = 5;
        rows[1].p_alive = 0.25F;
        rows[1].flags = Score::kSlipping;
        rows[2].id = 9;
        test::must(write_scores(path_, head_, rows));
    }
};

TEST_F(ScoreFile, GivesBackWhatWasWritten) {
    write();
    const auto scores = test::must(Scores::open(path_));
    EXPECT_EQ(scores->head().run, head_.run);
    EXPECT_EQ(scores->head().as_of, 20'000);
    EXPECT_EQ(scores->head().horizon_days, 365);
    EXPECT_TRUE(scores->head().has_value);
    ASSERT_EQ(scores->rows().size(), 3U);
    EXPECT_EQ(scores->find(5)->p_alive, 0.25F);
    EXPECT_TRUE(scores->find(5)->is_slipping());
    EXPECT_EQ(scores->find(6), nullptr);
    EXPECT_EQ(scores->find(10), nullptr);
}

TEST_F(ScoreFile, RefusesWhatWasNotWrittenWhole) {
    write();
    const std::string whole = test::must(files::read_file(path_));
    for (std::size_t size = 0; size < whole.size(); size += 7) {
        test::must(files::write_file(path_, whole.substr(0, size)));
        test::expect_error(Scores::open(path_), "error.value_scores_damaged");
    }
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string other = whole;
        other[i] = static_cast<char>(other[i] ^ 1);
        test::must(files::write_file(path_, other));
        EXPECT_TRUE(Scores::open(path_).has_error()) << i;
    }
}

constexpr TimeMs kNoon = 20'000 * kMsPerDay + 12 * kMsPerHour;

TEST(Schedule, RunsOnceANightWhereSomethingChanged) {
    const TimeZone utc;
    const Situation morning{kNoon, kNoon - 10 * kMsPerHour, true, false};  // asked at two
    EXPECT_TRUE(is_due(morning, utc));
    EXPECT_FALSE(is_due({kNoon, kNoon - 8 * kMsPerHour, true, false}, utc)) << "after three";
    EXPECT_FALSE(is_due({kNoon, kNoon - 10 * kMsPerHour, false, true}, utc)) << "nothing changed";
    const TimeMs early = kNoon - 11 * kMsPerHour;  // one o'clock
    EXPECT_FALSE(is_due({early, early - 8 * kMsPerHour, true, false}, utc)) << "not yet night";
    EXPECT_TRUE(is_due({early, early - 23 * kMsPerHour, true, false}, utc)) << "last night's";
}

TEST(Schedule, BeginsByItselfOnceTheDataStandStill) {
    const TimeZone utc;
    EXPECT_FALSE(is_due({kNoon, {}, true, false}, utc));
    EXPECT_TRUE(is_due({kNoon, {}, true, true}, utc));
    EXPECT_FALSE(is_due({kNoon, {}, false, true}, utc));
}

TEST(Schedule, KeepsTheLatestScoresAndThoseOfAMonthApart) {
    const auto run = [](std::int64_t id, Day as_of) {
        value::Run made;
        made.id.value = id;
        made.as_of = as_of;
        return made;
    };
    EXPECT_TRUE(superseded({}).empty());
    EXPECT_TRUE(superseded({run(1, 100)}).empty());
    EXPECT_EQ(superseded({run(1, 100), run(2, 110), run(3, 129), run(4, 130), run(5, 131)}),
              (std::vector<RunId>{{2}, {3}}));
    EXPECT_EQ(superseded({run(1, 100), run(2, 2000), run(3, 2001)}), (std::vector<RunId>{{1}}));
    EXPECT_EQ(superseded({run(1, 100), run(2, 100), run(3, 100)}), (std::vector<RunId>{{2}}));
}

}  // namespace
}  // namespace vafa::value

#include "ingest/nobody.h"

#include <gtest/gtest.h>

namespace vafa::ingest {
namespace {

using commerce::ProfileKind;

TEST(Nobody, KnowsTheWordsOfThreeLanguages) {
    for (const auto* word :
         {"Walk-in", "walk in customer", "Cash Customer", "Retail customer", "مشتری حضوری",
          "مشتري متفرقه", "فروش‌حضوری", "Розничный покупатель", "ФИЗИЧЕСКОЕ ЛИЦО"}) {
        EXPECT_EQ(nobody_in(word), Nobody::walk_in) << word;
    }
    for (const auto* word : {"Guest", "مهمان", "ناشناس", "Гость", "аноним", "Покупатель"}) {
        EXPECT_EQ(nobody_in(word), Nobody::unnamed) << word;
    }
    for (const auto* word : {"", "0", "0.0", "-"}) EXPECT_EQ(nobody_in(word), Nobody::blank);
    for (const auto* word :
         {"Anna", "17", "مریم مشتری‌پور", "Гостев Иван", "guest@x.com"}) {
        EXPECT_EQ(nobody_in(word), Nobody::none) << word;
    }
}

TEST(Nobody, WordsAreCountedAsTheyStandButNotBlanks) {
    NobodyWords words;
    words.count(ProfileKind::id, "Guest");
    words.count(ProfileKind::id, "Guest");
    words.count(ProfileKind::name, "مهمان");
    words.count(ProfileKind::id, "0");
    const NobodyCounts expected{{{ProfileKind::id, "Guest"}, 2}, {{ProfileKind::name, "مهمان"}, 1}};
    EXPECT_EQ(words.counted(), expected);
}

}  // namespace
}  // namespace vafa::ingest

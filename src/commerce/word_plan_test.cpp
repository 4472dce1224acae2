#include "commerce/word_plan.h"

#include <gtest/gtest.h>

namespace vafa::commerce {
namespace {

SaidWord word(TimeMs at, std::int64_t import, std::uint64_t fingerprint) {
    return {.subject = 1, .import = ImportId{import}, .at = at, .fingerprint = fingerprint};
}

TEST(WordPlan, TellsTheFirstWordFromAnotherOneAndTheSameAgain) {
    WordPlan plan({});
    EXPECT_EQ(plan.hear(word(10, 1, 7)).outcome, Outcome::added);
    EXPECT_EQ(plan.hear(word(20, 2, 8)).outcome, Outcome::updated);
    EXPECT_EQ(plan.hear(word(20, 3, 8)).outcome, Outcome::unchanged);
    EXPECT_EQ(plan.hear(word(15, 4, 9)).outcome, Outcome::stale);
}

TEST(WordPlan, KeepsWhatAnotherImportSaidAlready) {
    const SaidWord stored = word(10, 1, 7);
    WordPlan plan({&stored, 1});
    const WordVerdict again = plan.hear(word(10, 2, 7));
    EXPECT_TRUE(again.kept) << "either import may be taken back";
    EXPECT_FALSE(again.is_news());
    const WordVerdict later = plan.hear(word(30, 3, 7));
    EXPECT_TRUE(later.lifted && later.is_news());
}

TEST(WordPlan, HearsNothingInAnImportThatRepeatsItself) {
    const SaidWord stored = word(10, 1, 7);
    WordPlan plan({&stored, 1});
    const WordVerdict verdict = plan.hear(stored);
    EXPECT_FALSE(verdict.kept || verdict.replaces || verdict.is_news());
}

TEST(WordPlan, ReplacesWhatTheSameImportSaidBefore) {
    const SaidWord stored = word(10, 1, 7);
    WordPlan plan({&stored, 1});
    const WordVerdict verdict = plan.hear(word(10, 1, 8));
    EXPECT_TRUE(verdict.kept && verdict.replaces);
    EXPECT_FALSE(plan.hear(word(9, 1, 9)).kept) << "older than its own word";
}

}  // namespace
}  // namespace vafa::commerce

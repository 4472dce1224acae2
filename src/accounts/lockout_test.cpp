#include "accounts/lockout.h"

#include <gtest/gtest.h>

namespace vafa::accounts {
namespace {

constexpr TimeMs kNow = 1'700'000'000'000;

TEST(Lockout, CostsNothingUntilTheFifthFailure) {
    for (std::int64_t failures = 0; failures < 5; ++failures) EXPECT_EQ(wait_ms(failures), 0);
    EXPECT_EQ(wait_ms(5), 1000);
}

TEST(Lockout, DoublesUpToAQuarterOfAnHour) {
    EXPECT_EQ(wait_ms(6), 2000);
    EXPECT_EQ(wait_ms(7), 4000);
    EXPECT_EQ(wait_ms(14), 512'000);
    EXPECT_EQ(wait_ms(15), 900'000);
    EXPECT_EQ(wait_ms(1'000'000), 900'000);
}

TEST(Lockout, EndsWhenTheWaitIsOver) {
    const Failures failures{6, kNow};
    EXPECT_EQ(locked_ms(failures, kNow), 2000);
    EXPECT_EQ(locked_ms(failures, kNow + 1500), 500);
    EXPECT_EQ(locked_ms(failures, kNow + 2000), 0);
    EXPECT_EQ(locked_ms(failures, kNow + kMsPerDay), 0);
}

TEST(Lockout, IsNoLongerForAClockPutBack) {
    EXPECT_EQ(locked_ms({6, kNow}, kNow - kMsPerDay), 2000);
}

TEST(Lockout, CountsFailuresInARowAndForgetsThemAfterADay) {
    Failures failures;
    for (int i = 0; i < 7; ++i) failures = after_failure(failures, kNow + i);
    EXPECT_EQ(failures, (Failures{7, kNow + 6}));
    EXPECT_EQ(after_failure(failures, kNow + 2 * kMsPerDay), (Failures{1, kNow + 2 * kMsPerDay}));
}

// A guesser who never rests: how many passwords a year are tried against one account.
TEST(Lockout, LetsThroughFewerThanFortyThousandGuessesAYear) {
    Failures failures;
    TimeMs now = kNow;
    int guesses = 0;
    while (now < kNow + 365 * kMsPerDay) {
        now += locked_ms(failures, now);
        failures = after_failure(failures, now);
        ++guesses;
    }
    EXPECT_LT(guesses, 40'000);
}

}  // namespace
}  // namespace vafa::accounts

#include "accounts/totp.h"

#include <gtest/gtest.h>

namespace vafa::accounts {
namespace {

constexpr std::string_view kSecret = "12345678901234567890";
constexpr TimeMs kNow = 1'700'000'000'000;
constexpr std::int64_t kStep = kNow / kTotpStepMs;

// RFC 6238, appendix B (SHA-1), of eight digits the last six.
TEST(Totp, GivesThePublishedCodes) {
    const auto at = [](std::int64_t seconds) {
        return totp_code(kSecret, seconds * kMsPerSecond / kTotpStepMs);
    };
    EXPECT_EQ(at(59), "287082");
    EXPECT_EQ(at(1'111'111'109), "081804");
    EXPECT_EQ(at(1'111'111'111), "050471");
    EXPECT_EQ(at(1'234'567'890), "005924");
    EXPECT_EQ(at(2'000'000'000), "279037");
    EXPECT_EQ(at(20'000'000'000), "353130");
}

// RFC 4226, appendix D.
TEST(Totp, CountsAsHotpDoes) {
    EXPECT_EQ(totp_code(kSecret, 0), "755224");
    EXPECT_EQ(totp_code(kSecret, 9), "520489");
}

TEST(Totp, TakesTheCodesOfTheNeighbouringSteps) {
    for (const std::int64_t step : {kStep - 1, kStep, kStep + 1}) {
        EXPECT_EQ(totp_step(kSecret, totp_code(kSecret, step), kNow, 0), step);
    }
    for (const std::int64_t step : {kStep - 2, kStep + 2}) {
        EXPECT_EQ(totp_step(kSecret, totp_code(kSecret, step), kNow, 0), std::nullopt);
    }
}

TEST(Totp, TakesNoCodeTwiceAndNoneBeforeIt) {
    const std::string code = totp_code(kSecret, kStep);
    EXPECT_EQ(totp_step(kSecret, code, kNow, kStep), std::nullopt);
    EXPECT_EQ(totp_step(kSecret, totp_code(kSecret, kStep - 1), kNow, kStep), std::nullopt);
    EXPECT_EQ(totp_step(kSecret, totp_code(kSecret, kStep + 1), kNow, kStep), kStep + 1);
}

TEST(Totp, ReadsDigitsAsPeopleTypeThem) {
    EXPECT_EQ(totp_code(kSecret, 1), "287082");
    EXPECT_EQ(totp_step(kSecret, "287 082", 45'000, 0), 1);
    EXPECT_EQ(totp_step(kSecret, "۲۸۷۰۸۲", 45'000, 0), 1);
    for (const auto* wrong : {"", "287083", "28708", "2870820", "abcdef"}) {
        EXPECT_EQ(totp_step(kSecret, wrong, 45'000, 0), std::nullopt) << wrong;
    }
}

TEST(Totp, WritesTheAddressThatTelephonesRead) {
    EXPECT_EQ(totp_uri("foobar", "sara+shop@example.com"),
              "otpauth://totp/Vafa:sara%2Bshop%40example.com?secret=MZXW6YTBOI&issuer=Vafa");
}

}  // namespace
}  // namespace vafa::accounts

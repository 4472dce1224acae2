#include "accounts/password_policy.h"

#include <gtest/gtest.h>

#include "testing/results.h"

namespace vafa::accounts {
namespace {

Result<void> check(std::string_view password) {
    return check_password(password, "sara.ahmadi@example.com");
}

TEST(PasswordPolicy, AsksForTenCharactersOfAnyScript) {
    test::expect_error(check("ninechars"), "error.password_short");
    EXPECT_TRUE(check("tenletters").has_value());
    test::expect_error(check("گذرواژه۱"), "error.password_short");  // 15 bytes, 8 characters
    EXPECT_TRUE(check("گذرواژه من ۷").has_value());
    test::expect_error(check(""), "error.password_short");
}

TEST(PasswordPolicy, BoundsWhatIsHashed) {
    EXPECT_TRUE(check("ab" + std::string(kMaxPasswordBytes - 2, 'x')).has_value());
    test::expect_error(check("ab" + std::string(kMaxPasswordBytes - 1, 'x')),
                       "error.password_long");
}

TEST(PasswordPolicy, RefusesTheMailAddress) {
    test::expect_error(check("Sara.Ahmadi@Example.com"), "error.password_is_email");
    test::expect_error(check(" sara.ahmadi@example.com "), "error.password_is_email");
}

TEST(PasswordPolicy, RefusesWhatEverybodyTries) {
    for (const auto* common :
         {"1234567890", "۱۲۳۴۵۶۷۸۹۰", "QwertyUiop", "password123", "xxxxxxxxxxxx"}) {
        test::expect_error(check(common), "error.password_common");
    }
    EXPECT_TRUE(check("1234567890 and more").has_value());
}

TEST(PasswordPolicy, NamesTheField) { EXPECT_EQ(check("short").error().field, "/password"); }

}  // namespace
}  // namespace vafa::accounts

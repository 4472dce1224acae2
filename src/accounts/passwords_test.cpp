#include "accounts/passwords.h"

#include <gtest/gtest.h>
#include <vector>

#include "platform/crypto/crypto.h"
#include "testing/results.h"

namespace vafa::accounts {
namespace {

// Asks for another hash while it makes one: the only way to be several at a time on one thread.
class NestingHasher final : public PasswordHasher {
public:
    std::string hash(std::string_view password) override {
        ++running;
        most = std::max(most, running);
        inner.push_back(passwords->hash(password));
        --running;
        return "hash";
    }
    bool verify(std::string_view encoded, std::string_view) override {
        verified = encoded;
        return true;
    }
    bool needs_rehash(std::string_view) override { return false; }

    Passwords* passwords = nullptr;
    int running = 0, most = 0;
    std::vector<Result<std::string>> inner;
    std::string verified;
};

TEST(Passwords, RefusesMoreThanMayRunAndWait) {
    NestingHasher hasher;
    Passwords passwords(hasher, {.running = 3, .waiting = 0});
    hasher.passwords = &passwords;
    EXPECT_TRUE(passwords.hash("x").has_value());
    EXPECT_EQ(hasher.most, 3);
    ASSERT_EQ(hasher.inner.size(), 3U);
    test::expect_error(hasher.inner[0], "error.too_many_requests");  // the innermost
    EXPECT_TRUE(hasher.inner[1].has_value());
    EXPECT_TRUE(hasher.inner[2].has_value());
}

TEST(Passwords, GivesTheTurnBack) {
    NestingHasher hasher;
    Passwords passwords(hasher, {.running = 1, .waiting = 0});
    hasher.passwords = &passwords;
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(passwords.hash("x").has_value());
}

TEST(Passwords, NobodysPasswordNeverMatches) {
    NestingHasher hasher;
    Passwords passwords(hasher);
    EXPECT_FALSE(passwords.verify("", "anything").value().matches);
    EXPECT_TRUE(hasher.verified.starts_with("$argon2id$"));
    EXPECT_TRUE(passwords.verify("stored", "anything").value().matches);
}

// Else unknown accounts would answer quicker than known ones.
TEST(Passwords, NobodysHashCostsAsMuchAsTodays) {
    NestingHasher hasher;
    Passwords passwords(hasher);
    (void)passwords.verify("", "anything");
    EXPECT_FALSE(crypto::needs_rehash(hasher.verified));
}

TEST(Passwords, WorkWithArgon2) {
    Argon2Hasher hasher;
    Passwords passwords(hasher);
    const std::string encoded = test::must(passwords.hash("correct horse"));
    EXPECT_TRUE(test::must(passwords.verify(encoded, "correct horse")).matches);
    EXPECT_FALSE(test::must(passwords.verify(encoded, "correct horsf")).matches);
    EXPECT_EQ(test::must(passwords.verify(encoded, "correct horse")).rehashed, "");
}

}  // namespace
}  // namespace vafa::accounts

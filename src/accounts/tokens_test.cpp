#include "accounts/tokens.h"

#include <gtest/gtest.h>
#include <set>

#include "platform/crypto/crypto.h"

namespace vafa::accounts {
namespace {

TEST(Tokens, KeysAreKnownByTheirForm) {
    const std::string key = new_api_key();
    EXPECT_TRUE(looks_like_api_key(key)) << key;
    EXPECT_EQ(hint_of_key(key), key.substr(0, 9));
    EXPECT_FALSE(looks_like_api_key(key.substr(1)));
    EXPECT_FALSE(looks_like_api_key(key + "a"));
    EXPECT_FALSE(looks_like_token(key));
    EXPECT_TRUE(looks_like_token(crypto::random_token()));
    EXPECT_FALSE(looks_like_token(std::string(42, 'a') + "'"));
}

TEST(Tokens, AreKeptAsSha256) {
    EXPECT_EQ(hash_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Tokens, TheCsrfTokenFollowsFromTheSessionsAlone) {
    EXPECT_EQ(csrf_token_of("a"), csrf_token_of("a"));
    EXPECT_NE(csrf_token_of("a"), csrf_token_of("b"));
    EXPECT_EQ(csrf_token_of("a").size(), 43U);
}

TEST(RecoveryCodes, AreTenDifferentOnes) {
    const auto codes = make_recovery_codes();
    EXPECT_EQ(codes.size(), 10U);
    EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 10U);
    for (const auto& code : codes) EXPECT_EQ(code.size(), 19U) << code;
}

TEST(RecoveryCodes, AreTheSameHoweverTheyAreTyped) {
    const std::string hash = hash_of_recovery_code("abcd-efgh-jkmn-pqrs");
    EXPECT_EQ(hash_of_recovery_code("ABCDEFGH jkmn pqrs"), hash);
    EXPECT_NE(hash_of_recovery_code("abcd-efgh-jkmn-pqrt"), hash);
}

}  // namespace
}  // namespace vafa::accounts

#include "accounts/test_api.h"

namespace vafa::accounts {
namespace {

class SigningIn : public AccountsApi {};
VAFA_ON_EVERY_DATABASE(SigningIn);

TEST_P(SigningIn, GivesACookieAndSaysWhoItIs) {
    add("sara@example.com", Role::marketer);
    Client sara = client();
    const Answer in = sara.sign_in(" Sara@Example.com ", kPassword);
    ASSERT_EQ(in.status, 201);
    EXPECT_EQ(in.text("user/role"), "marketer");
    EXPECT_NE(in.headers.get("set-cookie").find("HttpOnly; SameSite=Lax"), std::string::npos);
    const Answer me = sara.get("/session");
    EXPECT_EQ(me.status, 200);
    EXPECT_EQ(me.text("csrf_token"), in.text("csrf_token"));
    EXPECT_EQ(in.headers.get("cache-control"), "no-store");
    EXPECT_EQ(me.headers.get("cache-control"), "no-store");
    EXPECT_EQ(me.text("user/signed_in_at"), "2026-01-01T00:00:00.000Z");
    EXPECT_EQ(sara.remove("/session").status, 204);
    EXPECT_EQ(sara.cookie, "");
}

TEST_P(SigningIn, TellsNobodyWhatWasWrong) {
    add("sara@example.com", Role::marketer);
    Client guesser = client();
    const Answer password = guesser.sign_in("sara@example.com", "wrong password");
    const Answer nobody = guesser.sign_in("nobody@example.com", kPassword);
    EXPECT_EQ(password.status, 401);
    EXPECT_EQ(password.code(), "error.wrong_credentials");
    EXPECT_EQ(nobody.body, password.body);
    EXPECT_EQ(guesser.get("/session").status, 401);
}

TEST_P(SigningIn, HashesForUnknownAccountsToo) {
    Client guesser = client();
    guesser.sign_in("nobody@example.com", kPassword);
    EXPECT_EQ(hasher.verifications, 1);
    EXPECT_TRUE(hasher.last_encoded.starts_with("$argon2id$"));
    guesser.sign_in("not a mail address", kPassword);
    EXPECT_EQ(hasher.verifications, 2);
    // Invited, without a password yet: nor with an empty one.
    Client owner = person("owner@example.com", Role::owner);
    owner.post("/users", {{"email", "new@example.com"}, {"name", "New"}, {"role", "agent"}});
    const int before = hasher.verifications;
    EXPECT_EQ(guesser.sign_in("new@example.com", "").status, 401);
    EXPECT_EQ(hasher.verifications, before + 1);
}

TEST_P(SigningIn, NeverAdoptsATokenOfTheBrowser) {
    add("sara@example.com", Role::marketer);
    Client victim = client();
    const std::string planted(43, 'A');
    victim.cookie = planted;
    ASSERT_EQ(victim.sign_in("sara@example.com", kPassword).status, 201);
    EXPECT_NE(victim.cookie, planted);
    Client attacker = client();
    attacker.cookie = planted;
    EXPECT_EQ(attacker.get("/session").status, 401);
}

TEST_P(SigningIn, GivesANewTokenEachTime) {
    Client sara = person("sara@example.com", Role::marketer);
    const std::string first = sara.cookie;
    ASSERT_EQ(sara.sign_in("sara@example.com", kPassword).status, 201);
    EXPECT_NE(sara.cookie, first);
}

TEST_P(SigningIn, KeepsNoTokenInTheDatabase) {
    const Client sara = person("sara@example.com", Role::marketer);
    write([&](sql::Session& session) {
        EXPECT_FALSE(store::session_of_token(session, sara.cookie));
        EXPECT_TRUE(store::session_of_token(session, hash_of(sara.cookie)));
        return 0;
    });
}

TEST_P(SigningIn, StoresAStrongerHashWhenItMeetsAWeakOne) {
    add("sara@example.com", Role::marketer);
    hasher.version = "v2:";
    ASSERT_EQ(client().sign_in("sara@example.com", kPassword).status, 201);
    EXPECT_EQ(hasher.hashes, 1);
    ASSERT_EQ(client().sign_in("sara@example.com", kPassword).status, 201);
    EXPECT_EQ(hasher.hashes, 1);
}

TEST_P(SigningIn, MakesAnAccountWaitAfterFiveFailures) {
    add("sara@example.com", Role::marketer);
    for (int i = 0; i < 5; ++i) {
        Client guesser{this, "198.51.100." + std::to_string(i)};
        EXPECT_EQ(guesser.sign_in("sara@example.com", "wrong password").status, 401);
    }
    const int asked = hasher.verifications;
    Client sara = client();
    const Answer locked = sara.sign_in("sara@example.com", kPassword);
    EXPECT_EQ(locked.status, 429);
    EXPECT_EQ(locked.headers.get("retry-after"), "1");
    EXPECT_EQ(hasher.verifications, asked);
    clock.advance(1000);
    EXPECT_EQ(sara.sign_in("sara@example.com", kPassword).status, 201);
    EXPECT_EQ(sara.sign_in("sara@example.com", "wrong password").status, 401);
    EXPECT_EQ(sara.sign_in("sara@example.com", kPassword).status, 201);
}

TEST_P(SigningIn, MakesUnknownAccountsWaitAlike) {
    for (int i = 0; i < 5; ++i) {
        Client guesser{this, "198.51.100." + std::to_string(i)};
        EXPECT_EQ(guesser.sign_in("nobody@example.com", "wrong password").status, 401);
    }
    EXPECT_EQ(client().sign_in("nobody@example.com", "wrong password").status, 429);
}

TEST_P(SigningIn, MakesAnAddressWaitThatTriesManyAccounts) {
    add("sara@example.com", Role::marketer);
    Client sprayer = client();
    for (int i = 0; i < 5; ++i) {
        sprayer.sign_in("user" + std::to_string(i) + "@example.com", kPassword);
    }
    EXPECT_EQ(sprayer.sign_in("sara@example.com", kPassword).status, 429);
    Client elsewhere{this, "198.51.100.7"};
    EXPECT_EQ(elsewhere.sign_in("sara@example.com", kPassword).status, 201);
}

TEST_P(SigningIn, CountsFailuresOverARestart) {
    add("sara@example.com", Role::marketer);
    for (int i = 0; i < 6; ++i) {
        Client guesser{this, "198.51.100." + std::to_string(i)};
        guesser.sign_in("sara@example.com", "wrong password");
        if (i == 4) clock.advance(1000);
    }
    Passwords passwords(hasher);
    SignIn restarted(db(), passwords);
    test::expect_error(restarted.prove({"sara@example.com", kPassword}, "192.0.2.9", clock.now()),
                       "error.too_many_requests");
}

TEST_P(SigningIn, RefusesTheDisabled) {
    Client owner = person("owner@example.com", Role::owner);
    Client sara = person("sara@example.com", Role::marketer);
    const std::string id = id_of("sara@example.com");
    ASSERT_EQ(owner.patch("/users/" + id, {{"disabled", true}}).status, 200);
    EXPECT_EQ(sara.get("/session").status, 401);
    EXPECT_EQ(sara.sign_in("sara@example.com", kPassword).code(), "error.wrong_credentials");
    ASSERT_EQ(owner.patch("/users/" + id, {{"disabled", false}}).status, 200);
    EXPECT_EQ(sara.get("/session").status, 401);  // sessions are gone for good
    EXPECT_EQ(sara.sign_in("sara@example.com", kPassword).status, 201);
}

class SecondFactor : public AccountsApi {};
VAFA_ON_EVERY_DATABASE(SecondFactor);

TEST_P(SecondFactor, IsAskedForAndTaken) {
    Client sara = person("sara@example.com", Role::marketer);
    const Factor factor = turn_on_factor(sara, "sara@example.com");
    Client again = client();
    EXPECT_EQ(again.sign_in("sara@example.com", kPassword).code(), "error.second_factor_needed");
    EXPECT_EQ(again.sign_in("sara@example.com", kPassword, {{"code", "000000"}}).code(),
              "error.wrong_code");
    clock.advance(kTotpStepMs);
    const Answer in =
        again.sign_in("sara@example.com", kPassword, {{"code", code_now(factor.secret)}});
    EXPECT_EQ(in.status, 201);
    EXPECT_EQ(in.text("recovery_codes_left"), "10");
}

TEST_P(SecondFactor, TakesNoCodeTwice) {
    Client sara = person("sara@example.com", Role::marketer);
    const Factor factor = turn_on_factor(sara, "sara@example.com");
    // The code that turned it on is spent, too.
    const auto attempt = [&] {
        return client()
            .sign_in("sara@example.com", kPassword, {{"code", code_now(factor.secret)}})
            .status;
    };
    EXPECT_EQ(attempt(), 401);
    clock.advance(kTotpStepMs);
    EXPECT_EQ(attempt(), 201);
    EXPECT_EQ(attempt(), 401);
}

TEST_P(SecondFactor, TakesARecoveryCodeOnce) {
    Client sara = person("sara@example.com", Role::marketer);
    const Factor factor = turn_on_factor(sara, "sara@example.com");
    ASSERT_EQ(factor.codes.size(), 10U);
    const auto attempt = [&](const std::string& code) {
        return client().sign_in("sara@example.com", kPassword, {{"recovery_code", code}}).status;
    };
    EXPECT_EQ(attempt(factor.codes[3]), 201);
    EXPECT_EQ(attempt(factor.codes[3]), 401);
    EXPECT_EQ(sara.get("/session").text("recovery_codes_left"), "9");
    const Answer renewed = sara.post("/second-factor/recovery-codes", {{"password", kPassword}});
    ASSERT_EQ(renewed.status, 200);
    EXPECT_EQ(attempt(factor.codes[4]), 401);
}

TEST_P(SecondFactor, MakesGuessersOfCodesWait) {
    Client sara = person("sara@example.com", Role::marketer);
    turn_on_factor(sara, "sara@example.com");
    for (int i = 0; i < 5; ++i) {
        Client guesser{this, "198.51.100." + std::to_string(i)};
        EXPECT_EQ(guesser.sign_in("sara@example.com", kPassword, {{"code", "000000"}}).status, 401);
    }
    EXPECT_EQ(client().sign_in("sara@example.com", kPassword, {{"code", "000000"}}).status, 429);
}

TEST_P(SecondFactor, IsChangedOnlyWithThePassword) {
    Client sara = person("sara@example.com", Role::marketer);
    EXPECT_EQ(sara.post("/second-factor", {{"password", "wrong password"}}).status, 401);
    turn_on_factor(sara, "sara@example.com");
    EXPECT_EQ(sara.post("/second-factor/remove", {{"password", "wrong password"}}).status, 401);
    EXPECT_EQ(sara.post("/second-factor", {{"password", kPassword}}).code(),
              "error.second_factor_on");
    ASSERT_EQ(sara.post("/second-factor/remove", {{"password", kPassword}}).status, 204);
    EXPECT_EQ(client().sign_in("sara@example.com", kPassword).status, 201);
}

TEST_P(SecondFactor, EndsOtherSessionsWhenTurnedOn) {
    Client sara = person("sara@example.com", Role::marketer);
    Client other = client();
    ASSERT_EQ(other.sign_in("sara@example.com", kPassword).status, 201);
    turn_on_factor(sara, "sara@example.com");
    EXPECT_EQ(other.get("/session").status, 401);
    EXPECT_EQ(sara.get("/session").status, 200);
}

}  // namespace
}  // namespace vafa::accounts

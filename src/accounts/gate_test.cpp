#include "accounts/gate.h"

#include "accounts/session_rules.h"
#include "accounts/test_api.h"

namespace vafa::accounts {
namespace {

class Gate : public AccountsApi {};
VAFA_ON_EVERY_DATABASE(Gate);

TEST_P(Gate, RefusesWritesWithoutTheSessionsCsrfToken) {
    Client sara = person("sara@example.com", Role::marketer);
    const std::string csrf = sara.csrf;
    for (const auto& wrong : {std::string(), std::string("wrong"), csrf_token_of("another")}) {
        sara.csrf = wrong;
        const Answer refused = sara.remove("/sessions");
        EXPECT_EQ(refused.status, 403);
        EXPECT_EQ(refused.code(), "error.csrf");
        EXPECT_EQ(sara.get("/sessions").status, 200);
    }
    sara.csrf = csrf;
    EXPECT_EQ(sara.remove("/sessions").status, 204);
}

TEST_P(Gate, RefusesWritesFromOtherSites) {
    Client sara = person("sara@example.com", Role::marketer);
    const std::vector<std::pair<std::string, std::string>> foreign = {
        {"origin", "https://evil.example"},
        {"origin", "null"},
        {"sec-fetch-site", "cross-site"},
        {"sec-fetch-site", "same-site"}};
    for (const auto& header : foreign) {
        sara.extra = {header};
        EXPECT_EQ(sara.remove("/sessions").code(), "error.csrf") << header.second;
    }
    sara.extra = {{"origin", "http://localhost:8080"}};
    EXPECT_EQ(sara.remove("/sessions").status, 204);
}

TEST_P(Gate, RefusesSigningInFromOtherSites) {
    add("sara@example.com", Role::marketer);
    Client lured = client();
    lured.extra = {{"origin", "https://evil.example"}};
    EXPECT_EQ(lured.sign_in("sara@example.com", kPassword).code(), "error.csrf");
}

TEST_P(Gate, LetsAProgramWriteWithoutCsrfToken) {
    Client owner = person("owner@example.com", Role::owner);
    Client program = client();
    program.key = owner.post("/api-keys", {{"name", "x"}, {"scopes", {"admin"}}}).text("key");
    program.extra = {{"origin", "https://elsewhere.example"}};
    EXPECT_EQ(program.post("/api-keys", {{"name", "y"}, {"scopes", {"read"}}}).status, 201);
}

TEST_P(Gate, RefusesWrongKeysAndOtherSchemes) {
    Client program = client();
    for (const auto& wrong : {new_api_key(), std::string("vafa_short"), std::string("' OR 1=1")}) {
        program.key = wrong;
        EXPECT_EQ(program.get("/users").code(), "error.api_key_wrong");
    }
    program.key.clear();
    program.extra = {{"authorization", "Basic b3duZXI6cGFzc3dvcmQ="}};
    EXPECT_EQ(program.get("/users").status, 401);
}

TEST_P(Gate, AKeyIsNoPerson) {
    Client owner = person("owner@example.com", Role::owner);
    Client program = client();
    program.key = owner.post("/api-keys", {{"name", "x"}, {"scopes", {"admin"}}}).text("key");
    EXPECT_EQ(program.get("/users").status, 200);
    EXPECT_EQ(program.get("/session").status, 403);
    EXPECT_EQ(program.post("/second-factor", {{"password", kPassword}}).status, 403);
}

TEST_P(Gate, RotatesTheTokenEveryDayWithAMinutesGrace) {
    Client sara = person("sara@example.com", Role::marketer);
    const Client old = sara;
    clock.advance(kRotateEveryMs);
    ASSERT_EQ(sara.get("/session").status, 200);
    EXPECT_NE(sara.cookie, old.cookie);
    EXPECT_EQ(sara.csrf, csrf_token_of(sara.cookie));
    EXPECT_EQ(sara.remove("/sessions").status, 204);

    Client late = old;
    clock.advance(kRotationGraceMs - 1);
    EXPECT_EQ(late.get("/session").status, 200);
    EXPECT_EQ(late.cookie, old.cookie);
    clock.advance(PrincipalCache::kLifeMs);
    EXPECT_EQ(late.get("/session").status, 401);
    EXPECT_EQ(sara.get("/session").status, 200);
}

TEST_P(Gate, DoesNotRotateWithWrites) {
    Client sara = person("sara@example.com", Role::marketer);
    const std::string cookie = sara.cookie;
    clock.advance(kRotateEveryMs);
    ASSERT_EQ(sara.remove("/sessions").status, 204);
    EXPECT_EQ(sara.cookie, cookie);
}

TEST_P(Gate, RotatesTheTokenWhenTheRoleChanges) {
    Client owner = person("owner@example.com", Role::owner);
    Client sara = person("sara@example.com", Role::analyst);
    const std::string cookie = sara.cookie;
    ASSERT_EQ(owner.patch("/users/" + id_of("sara@example.com"), {{"role", "admin"}}).status, 200);
    EXPECT_EQ(sara.get("/users").status, 200);
    EXPECT_NE(sara.cookie, cookie);
}

TEST_P(Gate, EndsIdleAndOldSessions) {
    Client idle = person("sara@example.com", Role::marketer);
    clock.advance(kSessionIdleMs + 1);
    EXPECT_EQ(idle.get("/session").status, 401);

    Client busy = person("reza@example.com", Role::marketer);
    for (TimeMs age = 0; age < kSessionLifeMs; age += 10 * kMsPerDay) {
        EXPECT_EQ(busy.get("/session").status, 200) << age / kMsPerDay;
        clock.advance(10 * kMsPerDay);
    }
    clock.advance(1);
    EXPECT_EQ(busy.get("/session").status, 401);
}

TEST_P(Gate, ForgetsARevokedSessionAtOnce) {
    Client sara = person("sara@example.com", Role::marketer);
    Client stolen = client();
    ASSERT_EQ(stolen.sign_in("sara@example.com", kPassword).status, 201);
    const std::string id = stolen.get("/session").text("session");
    EXPECT_EQ(sara.get("/sessions").body.at("items").as_array().size(), 2U);
    ASSERT_EQ(sara.remove("/sessions/" + id).status, 204);
    EXPECT_EQ(stolen.get("/session").status, 401);
    EXPECT_EQ(sara.remove("/sessions/" + id).status, 404);
}

TEST_P(Gate, EndsNobodyElsesSession) {
    Client sara = person("sara@example.com", Role::marketer);
    Client owner = person("owner@example.com", Role::owner);
    const std::string id = owner.get("/session").text("session");
    EXPECT_EQ(sara.remove("/sessions/" + id).status, 404);
    EXPECT_EQ(owner.get("/session").status, 200);
}

TEST_P(Gate, ForgetsARevokedKeyAtOnce) {
    Client owner = person("owner@example.com", Role::owner);
    const Answer made = owner.post("/api-keys", {{"name", "x"}, {"scopes", {"admin"}}});
    Client program = client();
    program.key = made.text("key");
    ASSERT_EQ(program.get("/users").status, 200);
    ASSERT_EQ(owner.remove("/api-keys/" + made.text("api_key/id")).status, 204);
    EXPECT_EQ(program.get("/users").status, 401);
}

TEST_P(Gate, LetsAKeyDoNoMoreThanItsMaker) {
    Client owner = person("owner@example.com", Role::owner);
    Client admin = person("admin@example.com", Role::admin);
    Client program = client();
    program.key = admin.post("/api-keys", {{"name", "x"}, {"scopes", {"admin"}}}).text("key");
    // Nor does a key that this key makes.
    Client second = client();
    second.key = program.post("/api-keys", {{"name", "y"}, {"scopes", {"admin"}}}).text("key");
    ASSERT_EQ(second.get("/users").status, 200);
    const std::string id = id_of("admin@example.com");
    ASSERT_EQ(owner.patch("/users/" + id, {{"role", "analyst"}}).status, 200);
    EXPECT_EQ(program.get("/users").status, 403);
    EXPECT_EQ(second.get("/users").status, 403);
    ASSERT_EQ(owner.patch("/users/" + id, {{"disabled", true}}).status, 200);
    EXPECT_EQ(program.get("/users").status, 401);
    ASSERT_EQ(owner.remove("/users/" + id).status, 204);
    EXPECT_EQ(owner.get("/api-keys").body.at("items").as_array().size(), 0U);
}

TEST_P(Gate, NotesUseOnceAMinute) {
    Client owner = person("owner@example.com", Role::owner);
    Client program = client();
    program.key = owner.post("/api-keys", {{"name", "x"}, {"scopes", {"admin"}}}).text("key");
    const auto used = [&] {
        return program.get("/api-keys").body.at_pointer("/items/0/used_at").as_string();
    };
    EXPECT_EQ(used(), "2026-01-01T00:00:00.000Z");
    clock.advance(kTouchEveryMs - 1);
    EXPECT_EQ(used(), "2026-01-01T00:00:00.000Z");
    clock.advance(PrincipalCache::kLifeMs);
    EXPECT_EQ(used(), "2026-01-01T00:01:04.999Z");
}

}  // namespace

TEST(PrincipalCache, KeepsNothingFromBeforeARevocation) {
    PrincipalCache cache;
    const rest::Principal who{rest::Principal::Kind::user, "usr_a", 1, 2, {}};
    const auto before = cache.generation();
    cache.forget_all();
    cache.put("hash", who, kStart, before);
    EXPECT_FALSE(cache.find("hash", kStart));
    cache.put("hash", who, kStart, cache.generation());
    EXPECT_TRUE(cache.find("hash", kStart + PrincipalCache::kLifeMs - 1));
    EXPECT_FALSE(cache.find("hash", kStart + PrincipalCache::kLifeMs));
}

TEST(PrincipalCache, IsBounded) {
    PrincipalCache cache;
    for (std::size_t i = 0; i <= PrincipalCache::kMaxEntries; ++i) {
        cache.put(std::to_string(i), {}, kStart, cache.generation());
    }
    EXPECT_FALSE(cache.find("0", kStart));
    EXPECT_TRUE(cache.find(std::to_string(PrincipalCache::kMaxEntries), kStart));
}

}  // namespace vafa::accounts

#include "accounts/users.h"

#include "accounts/test_api.h"

namespace vafa::accounts {
namespace {

class Users : public AccountsApi {
protected:
    std::string setup_token() {
        return write([&](sql::Session& session) { return make_setup_link(session, clock.now()); })
            .value()
            .token;
    }
    static boost::json::object setup(const std::string& token) {
        return {{"token", token},
                {"name", "Sara"},
                {"email", "sara@example.com"},
                {"password", kPassword},
                {"locale", "fa"}};
    }
    static boost::json::object somebody(const std::string& email, const std::string& role) {
        return {{"email", email}, {"name", "Somebody"}, {"role", role}};
    }
    std::string id_of_new_owner() {
        add("owner@example.com", Role::owner);
        return id_of("owner@example.com");
    }
    static std::string token_of(const Answer& answer, const std::string& pointer) {
        const std::string path = answer.text(pointer);
        return path.substr(path.find('=') + 1);
    }
};
VAFA_ON_EVERY_DATABASE(Users);

TEST_P(Users, TheFirstOwnerComesByTheSetupToken) {
    const std::string token = setup_token();
    Client sara = client();
    const Answer made = sara.post("/setup", setup(token));
    ASSERT_EQ(made.status, 201);
    EXPECT_EQ(made.text("user/role"), "owner");
    EXPECT_EQ(made.text("user/locale"), "fa");
    EXPECT_EQ(sara.get("/users").status, 200);
    // Neither this token nor any other makes a second one.
    Client thief = client();
    EXPECT_EQ(thief.post("/setup", setup(token)).code(), "error.setup_done");
    EXPECT_FALSE(write([&](sql::Session& s) { return make_setup_link(s, clock.now()); }));
}

TEST_P(Users, OnlyTheLatestSetupTokenIsGoodForADay) {
    const std::string first = setup_token();
    const std::string second = setup_token();
    EXPECT_EQ(client().post("/setup", setup(first)).code(), "error.link_void");
    EXPECT_EQ(client().post("/setup", setup("' OR 1=1 --")).code(), "error.link_void");
    EXPECT_EQ(hasher.hashes, 0);
    clock.advance(kSetupLinkMs);
    EXPECT_EQ(client().post("/setup", setup(second)).code(), "error.link_void");
}

TEST_P(Users, ASetupTokenSetsNoPassword) {
    person("sara@example.com", Role::admin);
    const std::string token = setup_token();
    EXPECT_EQ(client().post("/password/reset", {{"token", token}, {"password", kPassword}}).code(),
              "error.link_void");
}

TEST_P(Users, AnInvitationChoosesAPasswordOnce) {
    Client owner = person("owner@example.com", Role::owner);
    const Answer added = owner.post("/users", somebody("New@Example.com", "agent"));
    ASSERT_EQ(added.status, 201);
    EXPECT_EQ(added.text("user/email"), "new@example.com");
    EXPECT_EQ(added.text("user/has_password"), "false");
    const std::string token = token_of(added, "invitation/path");
    const auto choose = [&](const std::string& password) {
        return client().post("/password/reset", {{"token", token}, {"password", password}});
    };
    EXPECT_EQ(choose("short").code(), "error.password_short");
    EXPECT_EQ(choose(kPassword).status, 204);
    EXPECT_EQ(client().sign_in("new@example.com", kPassword).status, 201);
    EXPECT_EQ(choose("another long password").code(), "error.link_void");
}

TEST_P(Users, AResetLinkEndsAllSessions) {
    Client owner = person("owner@example.com", Role::owner);
    Client sara = person("sara@example.com", Role::agent);
    const Answer link = owner.post("/users/" + id_of("sara@example.com") + "/reset-link");
    ASSERT_EQ(link.status, 200);
    EXPECT_EQ(sara.get("/session").status, 200);
    const std::string fresh = "another long password";
    ASSERT_EQ(client()
                  .post("/password/reset", {{"token", token_of(link, "path")}, {"password", fresh}})
                  .status,
              204);
    EXPECT_EQ(sara.get("/session").status, 401);
    EXPECT_EQ(client().sign_in("sara@example.com", kPassword).status, 401);
    EXPECT_EQ(client().sign_in("sara@example.com", fresh).status, 201);
}

TEST_P(Users, ChangingOnesPasswordEndsTheOtherSessions) {
    Client sara = person("sara@example.com", Role::agent);
    Client other = client();
    ASSERT_EQ(other.sign_in("sara@example.com", kPassword).status, 201);
    const auto change = [&](const std::string& old, const std::string& fresh) {
        return sara.post("/session/password", {{"password", old}, {"new_password", fresh}});
    };
    EXPECT_EQ(change("wrong password", "another long password").status, 401);
    EXPECT_EQ(change(kPassword, "sara@example.com").status, 422);
    EXPECT_EQ(other.get("/session").status, 200);
    ASSERT_EQ(change(kPassword, "another long password").status, 204);
    EXPECT_EQ(other.get("/session").status, 401);
    const std::string cookie = sara.cookie;
    EXPECT_EQ(sara.get("/session").status, 200);
    EXPECT_NE(sara.cookie, cookie);
}

TEST_P(Users, TheLastOwnerStays) {
    Client owner = person("owner@example.com", Role::owner);
    const std::string id = id_of("owner@example.com");
    EXPECT_EQ(owner.remove("/users/" + id).code(), "error.last_owner");
    EXPECT_EQ(owner.patch("/users/" + id, {{"role", "admin"}}).code(), "error.last_owner");
    EXPECT_EQ(owner.patch("/users/" + id, {{"disabled", true}}).code(), "error.last_owner");
    // An owner who never chose a password does not count.
    ASSERT_EQ(owner.post("/users", somebody("second@example.com", "owner")).status, 201);
    EXPECT_EQ(owner.remove("/users/" + id).code(), "error.last_owner");
    person("third@example.com", Role::owner);
    EXPECT_EQ(owner.patch("/users/" + id, {{"role", "admin"}}).status, 200);
}

TEST_P(Users, AnAdminTouchesNoOwnerAndMakesNone) {
    person("owner@example.com", Role::owner);
    Client admin = person("admin@example.com", Role::admin);
    const std::string owner = "/users/" + id_of("owner@example.com");
    const std::string self = "/users/" + id_of("admin@example.com");
    EXPECT_EQ(admin.patch(self, {{"role", "owner"}}).code(), "error.owner_only");
    EXPECT_EQ(admin.post("/users", somebody("x@example.com", "owner")).code(), "error.owner_only");
    EXPECT_EQ(admin.patch(owner, {{"disabled", true}}).code(), "error.owner_only");
    EXPECT_EQ(admin.remove(owner).code(), "error.owner_only");
    EXPECT_EQ(admin.post(owner + "/reset-link").code(), "error.owner_only");
    EXPECT_EQ(admin.remove(owner + "/second-factor").code(), "error.owner_only");
    Client program = client();
    program.key = admin.post("/api-keys", {{"name", "x"}, {"scopes", {"admin"}}}).text("key");
    EXPECT_EQ(program.patch(self, {{"role", "owner"}}).code(), "error.owner_only");
    EXPECT_EQ(admin.patch(self, {{"name", "Reza"}}).text("name"), "Reza");
}

TEST_P(Users, NobodyBelowAdministratesUsers) {
    const std::string id = id_of_new_owner();
    for (const Role role : {Role::marketer, Role::agent, Role::analyst}) {
        Client who = person(std::string(json::enum_name(role)) + "@example.com", role);
        for (const Answer& answer :
             {who.get("/users"), who.get("/users/" + id), who.remove("/users/" + id),
              who.patch("/users/" + id, {{"role", "agent"}}),
              who.post("/users", somebody("x@example.com", "agent")),
              who.post("/users/" + id + "/reset-link"), who.get("/api-keys"),
              who.post("/api-keys", {{"name", "x"}, {"scopes", {"read"}}}), who.get("/audit")}) {
            EXPECT_EQ(answer.status, 403) << json::enum_name(role);
        }
    }
}

TEST_P(Users, StrangersLearnNothing) {
    const std::string id = id_of_new_owner();
    Client stranger = client();
    for (const Answer& answer :
         {stranger.get("/users"), stranger.get("/users/" + id), stranger.get("/sessions"),
          stranger.get("/audit"), stranger.remove("/session"), stranger.remove("/users/" + id)}) {
        EXPECT_EQ(answer.status, 401);
    }
}

TEST_P(Users, AChangeOverAnotherIsRefused) {
    Client owner = person("owner@example.com", Role::owner);
    add("sara@example.com", Role::agent);
    const std::string path = "/users/" + id_of("sara@example.com");
    const std::string etag(owner.get(path).headers.get("etag"));
    owner.extra = {{"if-match", etag}};
    EXPECT_EQ(owner.patch(path, {{"name", "Sara"}}).status, 200);
    EXPECT_EQ(owner.patch(path, {{"name", "Reza"}}).status, 412);
}

TEST_P(Users, AMailAddressIsTakenOnce) {
    Client owner = person("owner@example.com", Role::owner);
    EXPECT_EQ(owner.post("/users", somebody("OWNER@example.com ", "agent")).code(),
              "error.email_taken");
    EXPECT_EQ(owner.post("/users", somebody("nobody", "agent")).status, 422);
}

TEST_P(Users, TheAuditLogTellsWhoDidWhatWithoutMailAddresses) {
    Client owner = person("owner@example.com", Role::owner);
    ASSERT_EQ(owner.post("/users", somebody("sara@example.com", "agent")).status, 201);
    const std::string id = id_of("sara@example.com");
    ASSERT_EQ(owner.patch("/users/" + id, {{"role", "admin"}}).status, 200);
    const Answer log = owner.get("/audit?subject=" + id + "&limit=1");
    ASSERT_EQ(log.status, 200);
    EXPECT_EQ(log.text("items/0/action"), "user.change");
    EXPECT_EQ(log.text("items/0/actor"), id_of("owner@example.com"));
    EXPECT_EQ(log.text("items/0/peer"), "192.0.2.1");
    EXPECT_EQ(log.text("items/0/before/role"), "agent");
    EXPECT_EQ(log.text("items/0/after/role"), "admin");
    const Answer next =
        owner.get("/audit?subject=" + id + "&limit=1&cursor=" + log.text("next_cursor"));
    EXPECT_EQ(next.text("items/0/action"), "user.add");
    EXPECT_EQ(next.text("next_cursor"), "null");
    const Answer all = owner.get("/audit?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z");
    const std::string text = boost::json::serialize(all.body);
    EXPECT_EQ(text.find("sara@example.com"), std::string::npos) << text;
    EXPECT_EQ(text.find(kPassword), std::string::npos);
    EXPECT_EQ(owner.get("/audit?cursor=bm9uc2Vuc2U").status, 422);
}

TEST_P(Users, SecretsOfAnswersAreNotKeptForRepeats) {
    Client owner = person("owner@example.com", Role::owner);
    owner.extra = {{"idempotency-key", "once"}};
    const Answer made = owner.post("/api-keys", {{"name", "x"}, {"scopes", {"read"}}});
    ASSERT_EQ(made.status, 201);
    const Answer again = owner.post("/api-keys", {{"name", "x"}, {"scopes", {"read"}}});
    EXPECT_EQ(again.code(), "error.answer_not_kept");
}

}  // namespace
}  // namespace vafa::accounts

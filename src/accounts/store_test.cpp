#include "accounts/store.h"

#include <gtest/gtest.h>

#include "accounts/audit.h"
#include "accounts/module.h"
#include "accounts/session_rules.h"
#include "accounts/sql.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::accounts {
namespace {

constexpr TimeMs kNow = 1'700'000'000'000;

class AccountsStore : public test::SqlTest {
protected:
    void SetUp() override { open(module_migrations()); }

    template <class F>
    auto write(F&& fn) {
        using T = std::invoke_result_t<F&, sql::Session&>;
        if constexpr (std::is_void_v<T>) {
            test::must(db().write([&](sql::Session& session) -> Result<void> {
                fn(session);
                return {};
            }));
        } else {
            return test::must(
                db().write([&](sql::Session& session) -> Result<T> { return fn(session); }));
        }
    }

    User add(std::int64_t id, Role role = Role::analyst, const std::string& password = "hash") {
        User user;
        user.id = {id};
        user.email = std::to_string(id) + "@example.com";
        user.name = "سارا";
        user.role = role;
        user.locale = "fa";
        user.has_password = !password.empty();
        user.created_at = kNow;
        write([&](sql::Session& s) { store::add_user(s, user, password); });
        return user;
    }
    Account account(std::int64_t id) {
        return write([&](sql::Session& s) { return store::account(s, {id}); }).value();
    }
    Session add_session(std::int64_t id, std::int64_t user, TimeMs at = kNow) {
        Session session{{id}, {user}, at, at, at, 0, "192.0.2.1", "browser"};
        write(
            [&](sql::Session& s) { store::add_session(s, session, "token" + std::to_string(id)); });
        return session;
    }
};
VAFA_ON_EVERY_DATABASE(AccountsStore);

TEST_P(AccountsStore, PreparesEveryQuery) { test::expect_all_queries_prepare(db(), queries::all); }

TEST_P(AccountsStore, KeepsUsersAndFindsThemByMail) {
    const User first = add(1, Role::owner);
    const User second = add(2, Role::agent, "");
    EXPECT_EQ(account(1).user, first);
    EXPECT_EQ(account(1).secrets.password, "hash");
    EXPECT_EQ(account(2).secrets, Secrets{});
    const auto found = write([](sql::Session& s) { return store::account_of(s, "2@example.com"); });
    EXPECT_EQ(found.value().user, second);
    EXPECT_FALSE(write([](sql::Session& s) { return store::account_of(s, ""); }));
    EXPECT_EQ(write([](sql::Session& s) { return store::users(s, {1}, 10); }), std::vector{second});
}

TEST_P(AccountsStore, RefusesAMailAddressTwice) {
    User twin = add(1);
    twin.id = {2};
    const auto again = db().write([&](sql::Session& s) -> Result<void> {
        store::add_user(s, twin, "hash");
        return {};
    });
    test::expect_error(again, "error.already_exists");
}

TEST_P(AccountsStore, CountsOnlyOwnersWhoCanSignIn) {
    add(1, Role::owner);
    add(2, Role::owner, "");
    User away = add(3, Role::owner);
    away.disabled = true;
    write([&](sql::Session& s) { store::save_user(s, away, kNow); });
    EXPECT_EQ(write([](sql::Session& s) { return store::lock_owners(s); }), std::vector{UserId{1}});
    EXPECT_TRUE(account(3).user.disabled);
}

TEST_P(AccountsStore, TakesATimeStepOnce) {
    add(1);
    const std::string secret("\0\x01\xff secret", 10);
    write([&](sql::Session& s) { store::set_totp_pending(s, {1}, secret); });
    EXPECT_EQ(account(1).secrets.totp_pending, secret);
    EXPECT_FALSE(account(1).user.second_factor);
    write([&](sql::Session& s) { store::set_totp(s, {1}, secret, 7); });
    EXPECT_TRUE(account(1).user.second_factor);
    EXPECT_TRUE(account(1).secrets.totp_pending.empty());
    const auto take = [&](std::int64_t step) {
        return write([&](sql::Session& s) { return store::take_totp_step(s, {1}, step); });
    };
    EXPECT_FALSE(take(7));
    EXPECT_TRUE(take(8));
    EXPECT_FALSE(take(8));
}

TEST_P(AccountsStore, TakesARecoveryCodeOnce) {
    write([](sql::Session& s) { store::set_recovery_codes(s, {1}, {"a", "b"}); });
    const auto take = [&](std::int64_t user, const std::string& hash) {
        return write([&](sql::Session& s) { return store::take_recovery_code(s, {user}, hash); });
    };
    EXPECT_FALSE(take(2, "a"));
    EXPECT_TRUE(take(1, "a"));
    EXPECT_FALSE(take(1, "a"));
    EXPECT_EQ(write([](sql::Session& s) { return store::count_recovery_codes(s, {1}); }), 1);
}

TEST_P(AccountsStore, KeepsTheLatestLinkOfAKind) {
    using store::LinkKind;
    const auto owner = [&](LinkKind kind, const std::string& hash, TimeMs now = kNow) {
        return write([&](sql::Session& s) { return store::link_owner(s, kind, hash, now); });
    };
    write([](sql::Session& s) {
        store::set_link(s, LinkKind::password, {1}, "old", kNow + 10);
        store::set_link(s, LinkKind::password, {1}, "new", kNow + 10);
        store::set_link(s, LinkKind::setup, {}, "setup", kNow + 10);
    });
    EXPECT_FALSE(owner(LinkKind::password, "old"));
    EXPECT_EQ(owner(LinkKind::password, "new"), UserId{1});
    EXPECT_FALSE(owner(LinkKind::setup, "new"));
    EXPECT_EQ(owner(LinkKind::setup, "setup"), UserId{});
    EXPECT_FALSE(owner(LinkKind::password, "new", kNow + 10));
    EXPECT_TRUE(write([](sql::Session& s) { return store::take_link(s, "new"); }));
    EXPECT_FALSE(write([](sql::Session& s) { return store::take_link(s, "new"); }));
}

TEST_P(AccountsStore, RotatesASessionFromItsPresentTokenOnly) {
    add(1, Role::agent);
    const Session session = add_session(5, 1);
    const auto rotate = [&](const std::string& from, const std::string& to) {
        return write([&](sql::Session& s) {
            return store::rotate_session(s, session.id, from, to, kNow + 100);
        });
    };
    EXPECT_TRUE(rotate("token5", "second"));
    EXPECT_FALSE(rotate("token5", "third"));
    const auto present =
        write([](sql::Session& s) { return store::session_of_token(s, "second"); });
    ASSERT_TRUE(present);
    EXPECT_EQ(present->role, Role::agent);
    EXPECT_EQ(present->session.rotated_at, kNow + 100);
    EXPECT_FALSE(write([](sql::Session& s) { return store::session_of_token(s, "token5"); }));
    const auto previous = [&](TimeMs now) {
        return write([&](sql::Session& s) { return store::session_of_previous(s, "token5", now); });
    };
    EXPECT_TRUE(previous(kNow + 100 + kRotationGraceMs - 1));
    EXPECT_FALSE(previous(kNow + 100 + kRotationGraceMs));
}

TEST_P(AccountsStore, ForgetsSessionsThatAreOver) {
    add(1);
    add_session(5, 1, kNow - kSessionIdleMs - 1);
    const Session live = add_session(6, 1, kNow - kSessionIdleMs);
    write([](sql::Session& s) { store::delete_sessions_over(s, kNow); });
    EXPECT_EQ(write([](sql::Session& s) { return store::sessions_of(s, {1}); }), std::vector{live});
}

TEST_P(AccountsStore, DeletesAUserWithAllThatIsTheirs) {
    add(1);
    add(2);
    add_session(5, 1);
    const Session other = add_session(6, 2);
    write([](sql::Session& s) {
        store::add_api_key(s, {{7}, "vafa_abcd", "shop", {Scope::read}, {1}, kNow}, "k7");
        store::add_api_key(s, {{8}, "vafa_efgh", "cli", {Scope::read}, {}, kNow}, "k8");
        store::set_recovery_codes(s, {1}, {"a"});
        store::set_link(s, store::LinkKind::password, {1}, "link", kNow + 10);
        store::delete_user(s, {1});
    });
    EXPECT_FALSE(write([](sql::Session& s) { return store::account(s, {1}); }));
    EXPECT_FALSE(write([](sql::Session& s) { return store::api_key_of(s, "k7"); }));
    EXPECT_TRUE(write([](sql::Session& s) { return store::api_key_of(s, "k8"); }));
    EXPECT_EQ(write([](sql::Session& s) { return store::count_recovery_codes(s, {1}); }), 0);
    EXPECT_TRUE(write([](sql::Session& s) { return store::sessions_of(s, {1}); }).empty());
    EXPECT_EQ(write([](sql::Session& s) { return store::sessions_of(s, {2}); }),
              std::vector{other});
}

TEST_P(AccountsStore, KnowsAKeysMakerAndHisRole) {
    add(1, Role::marketer);
    const ApiKey key{{7}, "vafa_abcd", "shop", {Scope::read, Scope::write}, {1}, kNow};
    write([&](sql::Session& s) {
        store::add_api_key(s, key, "k7");
        store::touch_api_key(s, {7}, kNow + 5);
    });
    const auto live = write([](sql::Session& s) { return store::api_key_of(s, "k7"); }).value();
    EXPECT_EQ(live.key.scopes, key.scopes);
    EXPECT_EQ(live.key.used_at, kNow + 5);
    EXPECT_EQ(live.maker_role, Role::marketer);
    EXPECT_TRUE(write([](sql::Session& s) { return store::delete_api_key(s, {7}); }));
    EXPECT_FALSE(write([](sql::Session& s) { return store::delete_api_key(s, {7}); }));
}

class AuditLog : public AccountsStore {
protected:
    void record(std::int64_t id, TimeMs at, const std::string& actor, const std::string& action,
                const std::string& subject) {
        write([&](sql::Session& s) {
            append_audit(s, {{id}, at, actor, "192.0.2.1", {action, subject, nullptr, 1}});
        });
    }
    std::vector<std::int64_t> ids(const AuditFilter& filter,
                                  std::optional<AuditPlace> before = std::nullopt,
                                  std::int64_t limit = 10) {
        std::vector<std::int64_t> found;
        const auto records =
            write([&](sql::Session& s) { return list_audit(s, filter, before, limit); });
        for (const auto& record : records) found.push_back(record.id.value);
        return found;
    }
};
VAFA_ON_EVERY_DATABASE(AuditLog);

using Ids = std::vector<std::int64_t>;

TEST_P(AuditLog, FiltersByEachAndByAll) {
    record(1, kNow, "usr_a", "user.add", "usr_x");
    record(2, kNow + 1, "usr_a", "user.change", "usr_x");
    record(3, kNow + 2, "key_b", "user.change", "usr_y");
    EXPECT_EQ(ids({}), (Ids{3, 2, 1}));
    EXPECT_EQ(ids({.actor = "usr_a"}), (Ids{2, 1}));
    EXPECT_EQ(ids({.action = "user.change"}), (Ids{3, 2}));
    EXPECT_EQ(ids({.subject = "usr_x"}), (Ids{2, 1}));
    EXPECT_EQ(ids({.actor = "usr_a", .action = "user.change"}), Ids{2});
    EXPECT_EQ(ids({.actor = "key_b", .action = "user.change", .subject = "usr_x"}), Ids{});
    EXPECT_EQ(ids({.actor = "usr_a", .action = "user.add", .subject = "usr_x"}), Ids{1});
    EXPECT_EQ(ids({.from = kNow + 1, .to = kNow + 2}), Ids{2});
}

TEST_P(AuditLog, PagesThroughEqualTimes) {
    for (std::int64_t id = 1; id <= 5; ++id) record(id, kNow, "local", "user.add", "usr_x");
    EXPECT_EQ(ids({}, std::nullopt, 2), (Ids{5, 4}));
    EXPECT_EQ(ids({}, AuditPlace{kNow, {4}}, 2), (Ids{3, 2}));
    EXPECT_EQ(ids({.subject = "usr_x"}, AuditPlace{kNow, {2}}, 2), Ids{1});
}

TEST_P(AuditLog, KeepsBeforeAndAfter) {
    const rest::AuditEntry entry{"user.change", "usr_x", boost::json::object{{"role", "agent"}},
                                 nullptr};
    write([&](sql::Session& s) { append_audit(s, {{1}, kNow, "local", "", entry}); });
    const auto records = write([](sql::Session& s) { return list_audit(s, {}, std::nullopt, 10); });
    EXPECT_EQ(records.at(0).entry.before, entry.before);
    EXPECT_TRUE(records.at(0).entry.after.is_null());
}

}  // namespace
}  // namespace vafa::accounts

#include "accounts/session_rules.h"
#include "accounts/sql.h"
#include "accounts/store.h"
#include "platform/json/json.h"

namespace vafa::accounts::store {
namespace {

std::string_view word_of(LinkKind kind) { return kind == LinkKind::setup ? "setup" : "password"; }

Session session_from(const sql::Row& row) {
    Session session;
    session.id.value = row.integer(0);
    session.user.value = row.integer(1);
    session.created_at = row.integer(2);
    session.rotated_at = row.integer(3);
    session.seen_at = row.integer(4);
    session.previous_until = row.integer(5);
    session.peer = row.text(6);
    session.agent = row.text(7);
    return session;
}

LiveSession live_from(const sql::Row& row) {
    return {session_from(row), json::parse_enum<Role>(row.text(8)).value_or(Role::analyst)};
}

}  // namespace

void set_link(sql::Session& session, LinkKind kind, UserId user, const std::string& hash,
              TimeMs expires_at) {
    delete_link(session, kind, user);
    session.execute(queries::add_link, {{"token_hash", hash},
                                        {"kind", word_of(kind)},
                                        {"user_id", user.value},
                                        {"expires_at", expires_at}});
}

std::optional<UserId> link_owner(sql::Session& session, LinkKind kind, const std::string& hash,
                                 TimeMs now) {
    const auto user = session.one<std::int64_t>(
        queries::find_link, {{"token_hash", hash}, {"kind", word_of(kind)}, {"now", now}});
    return user ? std::optional(UserId{*user}) : std::nullopt;
}

bool take_link(sql::Session& session, const std::string& hash) {
    return session.execute(queries::take_link, {{"token_hash", hash}}) == 1;
}

void delete_link(sql::Session& session, LinkKind kind, UserId user) {
    session.execute(queries::delete_link_of, {{"kind", word_of(kind)}, {"user_id", user.value}});
}

void add_session(sql::Session& session, const Session& added, const std::string& token_hash) {
    session.execute(queries::add_session, {{"id", added.id.value},
                                           {"user_id", added.user.value},
                                           {"token_hash", token_hash},
                                           {"at", added.created_at},
                                           {"peer", added.peer},
                                           {"agent", added.agent}});
}

std::optional<LiveSession> session_of_token(sql::Session& session, const std::string& hash) {
    std::optional<LiveSession> live;
    session.one(queries::session_of_token, {{"token_hash", hash}},
                [&](const sql::Row& row) { live = live_from(row); });
    return live;
}

std::optional<LiveSession> session_of_previous(sql::Session& session, const std::string& hash,
                                               TimeMs now) {
    std::optional<LiveSession> live;
    session.one(queries::session_of_previous, {{"token_hash", hash}, {"now", now}},
                [&](const sql::Row& row) { live = live_from(row); });
    return live;
}

std::vector<Session> sessions_of(sql::Session& session, UserId user) {
    std::vector<Session> sessions;
    session.rows(queries::sessions_of_user, {{"user_id", user.value}, {"limit", kMaxSessions}},
                 [&](const sql::Row& row) { sessions.push_back(session_from(row)); });
    return sessions;
}

bool rotate_session(sql::Session& session, SessionId id, const std::string& old_hash,
                    const std::string& new_hash, TimeMs now) {
    return session.execute(queries::rotate_session, {{"id", id.value},
                                                     {"old_hash", old_hash},
                                                     {"token_hash", new_hash},
                                                     {"previous_until", now + kRotationGraceMs},
                                                     {"now", now}}) == 1;
}

void touch_session(sql::Session& session, SessionId id, TimeMs now) {
    session.execute(queries::touch_session, {{"id", id.value}, {"now", now}});
}

void rotate_sessions_soon(sql::Session& session, UserId user) {
    session.execute(queries::rotate_sessions_soon, {{"user_id", user.value}});
}

bool delete_session(sql::Session& session, UserId user, SessionId id) {
    return session.execute(queries::delete_session, {{"id", id.value}, {"user_id", user.value}}) ==
           1;
}

void delete_sessions_but(sql::Session& session, UserId user, SessionId kept) {
    session.execute(queries::delete_sessions_but, {{"user_id", user.value}, {"kept", kept.value}});
}

void delete_sessions_over(sql::Session& session, TimeMs now) {
    session.execute(queries::delete_sessions_over, {{"idle_since", now - kSessionIdleMs},
                                                    {"created_since", now - kSessionLifeMs}});
}

}  // namespace vafa::accounts::store

#include "accounts/gate.h"

#include "accounts/audit.h"
#include "accounts/cookies.h"
#include "accounts/roles.h"
#include "accounts/same_origin.h"
#include "accounts/session_rules.h"
#include "accounts/tokens.h"
#include "base/text.h"
#include "platform/crypto/crypto.h"

namespace vafa::accounts {
namespace {

using rest::Principal;

Error wrong_key() { return {ErrorCode::unauthenticated, "error.api_key_wrong"}; }
Error cross_site() { return {ErrorCode::denied, "error.csrf"}; }

Principal principal_of(const store::LiveSession& live) {
    Principal who;
    who.kind = Principal::Kind::user;
    who.id = to_string(live.session.user);
    who.number = live.session.user.value;
    who.session = live.session.id.value;
    who.permissions = permissions_of(live.role);
    return who;
}

// Nothing while the maker is disabled.
std::optional<Principal> principal_of(const store::LiveKey& live) {
    Principal who;
    who.kind = Principal::Kind::api_key;
    who.id = to_string(live.key.id);
    who.number = live.key.id.value;
    who.permissions = permissions_of(live.key.scopes);
    if (!live.key.maker) return who;
    if (!live.maker_role) return std::nullopt;
    who.permissions = who.permissions & permissions_of(*live.maker_role);
    return who;
}

}  // namespace

Result<Principal> AccountsGate::identify(const http::RequestHead& head, TimeMs now,
                                         http::Headers& answer) {
    if (const auto authorization = head.headers.find("authorization")) {
        return by_key(*authorization, now);
    }
    const bool changes = changes_things(head.method);
    if (changes && !is_same_origin(head)) return cross_site();
    const auto token = find_cookie(head);
    if (!token || !looks_like_token(*token)) return Principal{};
    VAFA_TRY(Principal who, by_cookie(head, *token, now, answer));
    const bool proves_page =
        crypto::equal_in_constant_time(csrf_token_of(*token), head.headers.get("x-csrf-token"));
    if (changes && who.kind == Principal::Kind::user && !proves_page) return cross_site();
    return who;
}

Result<Principal> AccountsGate::by_key(std::string_view authorization, TimeMs now) {
    constexpr std::string_view kScheme = "Bearer ";
    if (!equals_ignoring_ascii_case(authorization.substr(0, kScheme.size()), kScheme)) {
        return wrong_key();
    }
    const std::string_view key = trim(authorization.substr(kScheme.size()));
    if (!looks_like_api_key(key)) return wrong_key();
    const std::string hash = hash_of(key);
    if (const auto known = cache_.find(hash, now)) return *known;
    const auto generation = cache_.generation();
    VAFA_TRY(const auto live, database_.read([&](sql::Session& session) {
        return Result<std::optional<store::LiveKey>>(store::api_key_of(session, hash));
    }));
    const auto who = live ? principal_of(*live) : std::nullopt;
    if (!who) return wrong_key();
    if (is_due_to_touch(live->key.used_at.value_or(0), now)) {
        VAFA_CHECK(database_.write([&](sql::Session& session) -> Result<void> {
            store::touch_api_key(session, live->key.id, now);
            return {};
        }));
    }
    cache_.put(hash, *who, now, generation);
    return *who;
}

Result<Principal> AccountsGate::by_cookie(const http::RequestHead& head, const std::string& token,
                                          TimeMs now, http::Headers& answer) {
    const std::string hash = hash_of(token);
    if (const auto known = cache_.find(hash, now)) return *known;
    const auto generation = cache_.generation();
    VAFA_TRY(const auto who, look_up_session(head, hash, now, answer));
    if (!who) return Principal{};
    cache_.put(hash, *who, now, generation);
    return *who;
}

Result<std::optional<Principal>> AccountsGate::look_up_session(const http::RequestHead& head,
                                                               const std::string& hash, TimeMs now,
                                                               http::Headers& answer) {
    bool present = true;
    VAFA_TRY(const auto live, database_.read([&](sql::Session& session) {
        auto found = store::session_of_token(session, hash);
        present = found.has_value();
        if (!found) found = store::session_of_previous(session, hash, now);
        return Result<std::optional<store::LiveSession>>(std::move(found));
    }));
    if (!live || is_over(live->session, now)) return std::nullopt;
    // Only with what reads: an upload is asked twice who it is, and its first answer is not sent.
    const bool reads = head.method == http::Method::get;
    if (reads && present && is_due_to_rotate(live->session, now)) {
        VAFA_CHECK(rotate(head, live->session, hash, now, answer));
    } else if (is_due_to_touch(live->session.seen_at, now)) {
        VAFA_CHECK(database_.write([&](sql::Session& session) -> Result<void> {
            store::touch_session(session, live->session.id, now);
            return {};
        }));
    }
    return principal_of(*live);
}

// Of several requests at a time one gets the new token; the others are good by the old one.
Result<void> AccountsGate::rotate(const http::RequestHead& head, const Session& session,
                                  const std::string& hash, TimeMs now, http::Headers& answer) {
    const std::string token = crypto::random_token();
    VAFA_TRY(const bool mine, database_.write([&](sql::Session& sql) {
        return Result<bool>(store::rotate_session(sql, session.id, hash, hash_of(token), now));
    }));
    if (!mine) return {};
    const std::int64_t left = session.created_at + kSessionLifeMs - now;
    answer.set("set-cookie", session_cookie(head, token, left));
    answer.set("x-csrf-token", csrf_token_of(token));
    return {};
}

void AccountsGate::record(sql::Session& session, const Principal& who,
                          const http::RequestHead& head, const rest::AuditEntry& entry,
                          TimeMs now) {
    append_audit(session, {{ids_.next()}, now, who.id, head.peer, entry});
}

}  // namespace vafa::accounts

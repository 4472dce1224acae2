#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/types.h"
#include "platform/sql/session.h"

// SQL of the tables accounts_*, in domain types and without rules. Tokens and codes come as their
// hashes.
namespace vafa::accounts::store {

void add_user(sql::Session& session, const User& user, const std::string& password);
std::optional<Account> account(sql::Session& session, UserId id);
std::optional<Account> account_of(sql::Session& session, std::string_view email);
std::vector<User> users(sql::Session& session, UserId after, std::int64_t limit);
// Owners who can sign in; their rows stand still until the transaction ends.
std::vector<UserId> lock_owners(sql::Session& session);
bool any_owner(sql::Session& session);
void save_user(sql::Session& session, const User& user, TimeMs now);
void delete_user(sql::Session& session, UserId id);  // with all that is theirs
void set_password(sql::Session& session, UserId id, const std::string& password);
void set_failures(sql::Session& session, UserId id, const Failures& failures);
void note_sign_in(sql::Session& session, UserId id, TimeMs at);

void set_totp_pending(sql::Session& session, UserId id, const std::string& secret);
// `secret` empty: off.
void set_totp(sql::Session& session, UserId id, const std::string& secret, std::int64_t step);
// False when this step or a later one was taken before.
bool take_totp_step(sql::Session& session, UserId id, std::int64_t step);
void set_recovery_codes(sql::Session& session, UserId id, const std::vector<std::string>& hashes);
bool take_recovery_code(sql::Session& session, UserId id, const std::string& hash);
std::int64_t count_recovery_codes(sql::Session& session, UserId id);

// The words are stored. A user has at most one of a kind: the latest.
enum class LinkKind { setup, password };
void set_link(sql::Session& session, LinkKind kind, UserId user, const std::string& hash,
              TimeMs expires_at);
// Whose it is (nobody's, for `setup`), if it is known, of that kind and not over.
std::optional<UserId> link_owner(sql::Session& session, LinkKind kind, const std::string& hash,
                                 TimeMs now);
bool take_link(sql::Session& session, const std::string& hash);  // false: somebody was quicker
void delete_link(sql::Session& session, LinkKind kind, UserId user);

struct LiveSession {
    Session session;
    Role role = Role::analyst;
};
void add_session(sql::Session& session, const Session& added, const std::string& token_hash);
// Of users who are not disabled; the second also by the token before the last rotation.
std::optional<LiveSession> session_of_token(sql::Session& session, const std::string& hash);
std::optional<LiveSession> session_of_previous(sql::Session& session, const std::string& hash,
                                               TimeMs now);
// The latest seen first, at most kMaxSessions.
inline constexpr std::int64_t kMaxSessions = 200;
std::vector<Session> sessions_of(sql::Session& session, UserId user);
// False when the token changed meanwhile.
bool rotate_session(sql::Session& session, SessionId id, const std::string& old_hash,
                    const std::string& new_hash, TimeMs now);
void touch_session(sql::Session& session, SessionId id, TimeMs now);
void rotate_sessions_soon(sql::Session& session, UserId user);
bool delete_session(sql::Session& session, UserId user, SessionId id);
void delete_sessions_but(sql::Session& session, UserId user, SessionId kept);
void delete_sessions_over(sql::Session& session, TimeMs now);

struct LiveKey {
    ApiKey key;
    std::optional<Role> maker_role;  // none: gone or disabled, unless the maker is none
};
void add_api_key(sql::Session& session, const ApiKey& key, const std::string& hash);
std::optional<LiveKey> api_key_of(sql::Session& session, const std::string& hash);
std::optional<ApiKey> api_key(sql::Session& session, ApiKeyId id);
std::vector<ApiKey> api_keys(sql::Session& session, ApiKeyId after, std::int64_t limit);
void touch_api_key(sql::Session& session, ApiKeyId id, TimeMs now);
bool delete_api_key(sql::Session& session, ApiKeyId id);

}  // namespace vafa::accounts::store

#pragma once

#include "accounts/principal_cache.h"
#include "accounts/store.h"
#include "platform/rest/gate.h"
#include "platform/sql/database.h"

namespace vafa::accounts {

// Knows callers by `Authorization: Bearer KEY`, else by the session's cookie. A cookie that is over
// or was never ours makes a stranger, who may sign in; a wrong key is refused. A browser's write
// must come from a page of this server, with or without a session, and with one it must name the
// session's CSRF token in x-csrf-token.
//
// A session's token is exchanged for a new one every day and after a change of rights: the answer
// then has a set-cookie, and an x-csrf-token that replaces the page's.
class AccountsGate final : public rest::Gate {
public:
    AccountsGate(sql::Database& database, IdSource& ids) : database_(database), ids_(ids) {}

    Result<rest::Principal> identify(const http::RequestHead& head, TimeMs now,
                                     http::Headers& answer) override;
    void record(sql::Session& session, const rest::Principal& who, const http::RequestHead& head,
                const rest::AuditEntry& entry, TimeMs now) override;

    // After every commit that could end a session or a key, or change what somebody may.
    void forget_all() { cache_.forget_all(); }

private:
    Result<rest::Principal> by_key(std::string_view authorization, TimeMs now);
    Result<rest::Principal> by_cookie(const http::RequestHead& head, const std::string& token,
                                      TimeMs now, http::Headers& answer);
    Result<std::optional<rest::Principal>> look_up_session(const http::RequestHead& head,
                                                           const std::string& hash, TimeMs now,
                                                           http::Headers& answer);
    Result<void> rotate(const http::RequestHead& head, const Session& session,
                        const std::string& hash, TimeMs now, http::Headers& answer);

    sql::Database& database_;
    IdSource& ids_;
    PrincipalCache cache_;
};

}  // namespace vafa::accounts

#pragma once

#include <string>
#include <vector>

#include "accounts/types.h"
#include "platform/rest/gate.h"
#include "platform/sql/session.h"

namespace vafa::accounts {

// What every change is given: the transaction, who makes it and when, where ids come from, and
// where it says what it changed.
struct Change {
    sql::Session& session;
    const rest::Principal& who;
    TimeMs now = 0;
    IdSource& ids;
    std::vector<rest::AuditEntry>& audit;
};

// Of the person, or whose rights somebody else has: the command line's are the owner's, an API
// key's at most an admin's. unauthenticated when the person is gone or disabled by now.
Result<Role> role_of(Change& change);

}  // namespace vafa::accounts

#pragma once

#include <limits>
#include <string>
#include <vector>

#include "accounts/types.h"
#include "platform/rest/gate.h"
#include "platform/sql/session.h"

// Who changed what, when and from where; only ever added to. All inside the caller's transaction.
namespace vafa::accounts {

struct AuditRecord {
    AuditId id;
    TimeMs at = 0;
    std::string actor;  // "usr_…", "key_…", "local" (the command line)
    std::string peer;   // address; empty for the command line
    rest::AuditEntry entry;
};

void append_audit(sql::Session& session, const AuditRecord& record);

// Empty: any. `from` included, `to` not.
struct AuditFilter {
    std::string actor = {}, action = {}, subject = {};
    TimeMs from = 0;
    TimeMs to = std::numeric_limits<TimeMs>::max();
};
struct AuditPlace {
    TimeMs at = 0;
    AuditId id;
};
// Newest first, those before `before` (nothing: from the newest).
std::vector<AuditRecord> list_audit(sql::Session& session, const AuditFilter& filter,
                                    const std::optional<AuditPlace>& before, std::int64_t limit);

}  // namespace vafa::accounts

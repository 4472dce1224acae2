#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "platform/http/message.h"
#include "platform/rest/permission.h"

namespace vafa::sql {
class Session;
}

namespace vafa::rest {

// Who calls.
struct Principal {
    enum class Kind : std::uint8_t { stranger, user, api_key, local };
    Kind kind = Kind::stranger;
    std::string id;  // "usr_…", "key_…", "" for a stranger, "local" for the command line
    std::int64_t number = 0;    // the id inside
    std::int64_t session = 0;   // of a user: the session
    PermissionSet permissions;  // `open` is granted to everybody without being in here

    bool may(Permission p) const { return p == Permission::open || permissions.has(p); }
};

// One change, as the audit log keeps it.
struct AuditEntry {
    std::string action;           // "user.add", "settings.change": what, from a fixed list a module
    std::string subject;          // an outside id ("usr_…") or a name
    boost::json::value before{};  // null: did not exist; never holds secrets
    boost::json::value after{};
};

// The router's port to whoever knows callers; accounts implements it. Thread-safe.
class Gate {
public:
    virtual ~Gate() = default;
    // A stranger when there are no credentials; `unauthenticated` when they are wrong or over,
    // `denied` `error.csrf` when a browser's write lacks its token. May add fields to the answer
    // (a rotated cookie).
    virtual Result<Principal> identify(const http::RequestHead& head, TimeMs now,
                                       http::Headers& answer) = 0;
    // In the transaction of the change itself.
    virtual void record(sql::Session& session, const Principal& who, const http::RequestHead& head,
                        const AuditEntry& entry, TimeMs now) = 0;
};

}  // namespace vafa::rest

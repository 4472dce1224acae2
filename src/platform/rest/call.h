#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/time.h"
#include "platform/http/message.h"
#include "platform/i18n/i18n.h"
#include "platform/rest/gate.h"

namespace vafa::rest {

// One request on its way through a handler: who asks, in which language, and what the answer needs
// besides its body.
struct Call {
    const http::Request& request;
    Principal principal;
    i18n::Locale locale = i18n::Locale::en;
    TimeMs now = 0;

    int status = 200;  // of success, as the route says
    http::Headers headers = {};
    std::vector<AuditEntry> changes = {};                  // recorded with the transaction
    std::vector<std::function<void()>> after_commit = {};  // run once it is durable

    // Write routes: what this call changes. Every write route says at least one.
    void audit(AuditEntry entry) { changes.push_back(std::move(entry)); }
    // Write routes: the request's if-match against the thing as it stands (its encoded form). Error
    // `error.changed_meanwhile` (412) when another change came between.
    Result<void> check_unchanged(const boost::json::value& current) const;
};

// Strong, quoted: of an answer's bytes, or of what a value's bytes would be.
std::string etag_of_bytes(std::string_view bytes);
std::string etag_of(const boost::json::value& value);

}  // namespace vafa::rest

#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string>

#include "base/time.h"
#include "platform/rest/call.h"
#include "platform/rest/route.h"

namespace vafa::sql {
class Session;
}

// draft-ietf-httpapi-idempotency-key-header: a write that is repeated with its key is done once.
// The answer is kept in the transaction of the write itself, so neither can be without the other.
namespace vafa::rest {

inline constexpr std::int64_t kAnswerKeptMs = kMsPerDay;

// What the request's key stands for; nothing without the header. A stranger has no keys: his would
// be everybody's.
struct IdempotencyKey {
    std::string principal, key, request_hash;
};
Result<std::optional<IdempotencyKey>> idempotency_key(const Call& call);

struct KeptAnswer {
    int status = 200;
    boost::json::value body;
};
// conflict → 422 `error.idempotency_reused` when the key came with another request before.
Result<std::optional<KeptAnswer>> find_answer(sql::Session& session, const IdempotencyKey& key);
// Also forgets those that are over.
void keep_answer(sql::Session& session, const IdempotencyKey& key, const KeptAnswer& answer,
                 TimeMs now);

}  // namespace vafa::rest

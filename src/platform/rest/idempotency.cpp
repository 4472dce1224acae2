#include "platform/rest/idempotency.h"

#include <algorithm>

#include "platform/crypto/crypto.h"
#include "platform/json/json.h"
#include "platform/rest/sql.h"
#include "platform/sql/session.h"

namespace vafa::rest {
namespace {

namespace queries = platform_rest::queries;

constexpr std::size_t kMaxKey = 255;

bool printable(std::string_view key) {
    return !key.empty() && key.size() <= kMaxKey &&
           std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

}  // namespace

Result<std::optional<IdempotencyKey>> idempotency_key(const Call& call) {
    const auto header = call.request.headers.find("idempotency-key");
    if (!header || call.principal.kind == Principal::Kind::stranger) return {std::nullopt};
    if (!printable(*header)) return invalid("error.idempotency_key").at("/idempotency-key");
    const auto& request = call.request;
    std::string what(http::method_name(request.method));
    for (const std::string* part : {&request.path, &request.query, &request.body}) {
        what += '\n';
        what += *part;
    }
    return {
        IdempotencyKey{call.principal.id, std::string(*header), crypto::hex(crypto::sha256(what))}};
}

Result<std::optional<KeptAnswer>> find_answer(sql::Session& session, const IdempotencyKey& key) {
    std::string hash, body;
    KeptAnswer answer;
    const bool found =
        session.one(queries::find_answer, {{"principal", key.principal}, {"key", key.key}},
                    [&](const sql::Row& row) { row.read(hash, answer.status, body); });
    if (!found) return {std::nullopt};
    if (hash != key.request_hash) return invalid("error.idempotency_reused");
    VAFA_TRY(answer.body, json::parse(body));
    return {std::move(answer)};
}

void keep_answer(sql::Session& session, const IdempotencyKey& key, const KeptAnswer& answer,
                 TimeMs now) {
    session.execute(queries::forget_answers, {{"before", now - kAnswerKeptMs}});
    const std::string body = boost::json::serialize(answer.body);
    session.execute(queries::keep_answer, {{"principal", key.principal},
                                           {"key", key.key},
                                           {"request_hash", key.request_hash},
                                           {"status", answer.status},
                                           {"answer", body},
                                           {"created_at", now}});
}

}  // namespace vafa::rest

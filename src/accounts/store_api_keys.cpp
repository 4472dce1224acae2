#include "accounts/sql.h"
#include "accounts/store.h"
#include "platform/json/json.h"

namespace vafa::accounts::store {
namespace {

// "read,write"; words that this program does not know allow nothing.
std::vector<Scope> scopes_from(std::string_view text) {
    std::vector<Scope> scopes;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        if (const auto scope = json::parse_enum<Scope>(text.substr(0, end))) {
            scopes.push_back(*scope);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return scopes;
}

std::string text_of(const std::vector<Scope>& scopes) {
    std::string text;
    for (const Scope scope : scopes) {
        text += text.empty() ? "" : ",";
        text += json::enum_name(scope);
    }
    return text;
}

ApiKey key_from(const sql::Row& row) {
    ApiKey key;
    key.id.value = row.integer(0);
    key.hint = row.text(1);
    key.name = row.text(2);
    key.scopes = scopes_from(row.text(3));
    key.maker.value = row.integer(4);
    key.created_at = row.integer(5);
    key.used_at = row.get<std::optional<TimeMs>>(6);
    return key;
}

}  // namespace

void add_api_key(sql::Session& session, const ApiKey& key, const std::string& hash) {
    session.execute(queries::add_api_key, {{"id", key.id.value},
                                           {"key_hash", hash},
                                           {"hint", key.hint},
                                           {"name", key.name},
                                           {"scopes", text_of(key.scopes)},
                                           {"maker", key.maker.value},
                                           {"at", key.created_at}});
}

std::optional<LiveKey> api_key_of(sql::Session& session, const std::string& hash) {
    std::optional<LiveKey> live;
    session.one(queries::api_key_of_hash, {{"key_hash", hash}}, [&](const sql::Row& row) {
        live.emplace(LiveKey{key_from(row), std::nullopt});
        if (!row.is_null(7)) live->maker_role = json::parse_enum<Role>(row.text(7));
    });
    return live;
}

std::optional<ApiKey> api_key(sql::Session& session, ApiKeyId id) {
    std::optional<ApiKey> key;
    session.one(queries::api_key, {{"id", id.value}},
                [&](const sql::Row& row) { key = key_from(row); });
    return key;
}

std::vector<ApiKey> api_keys(sql::Session& session, ApiKeyId after, std::int64_t limit) {
    std::vector<ApiKey> keys;
    session.rows(queries::api_keys, {{"after", after.value}, {"limit", limit}},
                 [&](const sql::Row& row) { keys.push_back(key_from(row)); });
    return keys;
}

void touch_api_key(sql::Session& session, ApiKeyId id, TimeMs now) {
    session.execute(queries::touch_api_key, {{"id", id.value}, {"now", now}});
}

bool delete_api_key(sql::Session& session, ApiKeyId id) {
    return session.execute(queries::delete_api_key, {{"id", id.value}}) == 1;
}

}  // namespace vafa::accounts::store

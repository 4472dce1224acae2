#include "accounts/api_keys.h"

#include <algorithm>
#include <boost/json.hpp>

#include "accounts/store.h"
#include "accounts/tokens.h"
#include "base/text.h"
#include "platform/json/json.h"

namespace vafa::accounts {
namespace {

boost::json::value shown(const ApiKey& key) {
    return boost::json::object{{"name", key.name}, {"scopes", json::encode(key.scopes)}};
}

// A key that a key makes has the same maker: nobody gets around his own end that way.
UserId maker_of(Change& change) {
    if (change.who.kind == rest::Principal::Kind::user) return {change.who.number};
    if (change.who.kind != rest::Principal::Kind::api_key) return {};
    const auto key = store::api_key(change.session, {change.who.number});
    return key ? key->maker : UserId{};
}

}  // namespace

Result<MadeKey> make_api_key(Change& change, std::string_view name, std::vector<Scope> scopes) {
    std::ranges::sort(scopes);
    scopes.erase(std::unique(scopes.begin(), scopes.end()), scopes.end());
    if (scopes.empty()) return invalid("error.scopes_empty").at("/scopes");
    MadeKey made{{}, new_api_key()};
    ApiKey& key = made.key;
    key.id.value = change.ids.next();
    key.hint = hint_of_key(made.secret);
    key.name = valid_utf8(trim(name));
    key.scopes = std::move(scopes);
    key.maker = maker_of(change);
    key.created_at = change.now;
    store::add_api_key(change.session, key, hash_of(made.secret));
    change.audit.push_back({"api_key.add", to_string(key.id), nullptr, shown(key)});
    return made;
}

Result<void> revoke_api_key(Change& change, ApiKeyId id) {
    const auto key = store::api_key(change.session, id);
    if (!key || !store::delete_api_key(change.session, id)) {
        return not_found("error.api_key_not_found");
    }
    change.audit.push_back({"api_key.revoke", to_string(id), shown(*key)});
    return {};
}

}  // namespace vafa::accounts

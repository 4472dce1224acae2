#include "accounts/api_keys.h"
#include "accounts/route_support.h"
#include "accounts/routes.h"
#include "accounts/store.h"
#include "platform/rest/route_make.h"

namespace vafa::accounts {
namespace {

using http::Method;
using rest::Call;
using rest::Nothing;
using rest::Permission;
using rest::Route;

Route list_api_keys(Services& services) {
    return rest::read_route<PageRequest, ApiKeyPage>(
        {.method = Method::get,
         .path = "/api/v1/api-keys",
         .summary = "List the API keys, the first made first.",
         .permission = Permission::keys_read},
        [&](Call&, const PageRequest& request) -> Result<ApiKeyPage> {
            const std::int64_t limit = request.limit.value_or(rest::kDefaultPage);
            VAFA_TRY(const ApiKeyId after, id_of_cursor<ApiKeyTag>(request.cursor));
            return services.database.read([&](sql::Session& session) -> Result<ApiKeyPage> {
                return page_of<ApiKeyPage>(
                    store::api_keys(session, after, limit + 1), limit,
                    [](const ApiKey& key) { return view_of(key); },
                    [](const ApiKey& key) { return std::vector{to_string(key.id)}; });
            });
        });
}

Route add_api_key(Services& services) {
    return rest::write_route<AddKeyRequest, AddedApiKey>(
        {.method = Method::post,
         .path = "/api/v1/api-keys",
         .summary = "Make an API key; it is shown in this answer alone.",
         .permission = Permission::keys_write,
         .success = 201,
         .secret_answer = true},
        [&](Call& call, sql::Session& session,
            const AddKeyRequest& request) -> Result<AddedApiKey> {
            Change change = services.change(call, session);
            VAFA_TRY(const MadeKey made, make_api_key(change, request.name, request.scopes));
            return AddedApiKey{made.secret, view_of(made.key)};
        });
}

Route revoke(Services& services) {
    return rest::write_route<IdRequest, Nothing>(
        {.method = Method::delete_,
         .path = "/api/v1/api-keys/{id}",
         .summary = "Revoke an API key, at once.",
         .permission = Permission::keys_write},
        [&](Call& call, sql::Session& session, const IdRequest& request) -> Result<Nothing> {
            VAFA_TRY(const ApiKeyId id, path_id<ApiKeyTag>(request.id));
            Change change = services.change(call, session);
            VAFA_CHECK(revoke_api_key(change, id));
            return Nothing{};
        });
}

}  // namespace

std::vector<Route> api_key_routes(Services& services) {
    return {list_api_keys(services), add_api_key(services), revoke(services)};
}

}  // namespace vafa::accounts

#include "accounts/route_support.h"
#include "accounts/routes.h"
#include "accounts/store.h"
#include "accounts/users.h"
#include "platform/rest/route_make.h"

namespace vafa::accounts {
namespace {

using http::Method;
using rest::Call;
using rest::Nothing;
using rest::Permission;
using rest::Route;

UserPatch patch_of(const ChangeUserRequest& request) {
    UserPatch patch;
    patch.name = request.name;
    patch.role = request.role;
    patch.disabled = request.disabled;
    if (request.locale) patch.locale = i18n::code_of(*request.locale);
    return patch;
}

Route list_users(Services& services) {
    return rest::read_route<PageRequest, UserPage>(
        {.method = Method::get,
         .path = "/api/v1/users",
         .summary = "List the users, the first added first.",
         .permission = Permission::users_read},
        [&](Call&, const PageRequest& request) -> Result<UserPage> {
            const std::int64_t limit = request.limit.value_or(rest::kDefaultPage);
            VAFA_TRY(const UserId after, id_of_cursor<UserTag>(request.cursor));
            return services.database.read([&](sql::Session& session) -> Result<UserPage> {
                return page_of<UserPage>(
                    store::users(session, after, limit + 1), limit,
                    [](const User& user) { return view_of(user); },
                    [](const User& user) { return std::vector{to_string(user.id)}; });
            });
        });
}

Route add_user(Services& services) {
    return rest::write_route<AddUserRequest, AddedUser>(
        {.method = Method::post,
         .path = "/api/v1/users",
         .summary = "Add a user; the answer has the link where they choose a password.",
         .permission = Permission::users_write,
         .errors = {ErrorCode::conflict},
         .success = 201,
         .secret_answer = true},
        [&](Call& call, sql::Session& session, const AddUserRequest& request) -> Result<AddedUser> {
            Change change = services.change(call, session);
            const auto locale = request.locale.value_or(call.locale);
            VAFA_TRY(const Added added, add_user(change, {request.email, request.name, request.role,
                                                          std::string(i18n::code_of(locale))}));
            return AddedUser{view_of(added.user), password_link(*added.link)};
        });
}

Route get_user(Services& services) {
    return rest::read_route<IdRequest, UserView>(
        {.method = Method::get,
         .path = "/api/v1/users/{id}",
         .summary = "Show a user.",
         .permission = Permission::users_read},
        [&](Call&, const IdRequest& request) -> Result<UserView> {
            VAFA_TRY(const UserId id, path_id<UserTag>(request.id));
            VAFA_TRY(const User user, services.database.read([&](sql::Session& session) {
                return find_user(session, id);
            }));
            return view_of(user);
        });
}

Route change_user(Services& services) {
    return rest::write_route<ChangeUserRequest, UserView>(
        {.method = Method::patch,
         .path = "/api/v1/users/{id}",
         .summary = "Change a user's name, role or language, or disable them.",
         .permission = Permission::users_write,
         .errors = {ErrorCode::conflict},
         .description = "Only an owner may change an owner or make one; one owner always stays."},
        [&](Call& call, sql::Session& session,
            const ChangeUserRequest& request) -> Result<UserView> {
            VAFA_TRY(const UserId id, path_id<UserTag>(request.id));
            VAFA_TRY(const User before, find_user(session, id));
            VAFA_CHECK(call.check_unchanged(json::encode(view_of(before))));
            Change change = services.change(call, session);
            VAFA_TRY(const User after, change_user(change, id, patch_of(request)));
            return view_of(after);
        });
}

Route remove_user(Services& services) {
    return rest::write_route<IdRequest, Nothing>(
        {.method = Method::delete_,
         .path = "/api/v1/users/{id}",
         .summary = "Delete a user with their sessions and API keys.",
         .permission = Permission::users_write,
         .errors = {ErrorCode::conflict}},
        [&](Call& call, sql::Session& session, const IdRequest& request) -> Result<Nothing> {
            VAFA_TRY(const UserId id, path_id<UserTag>(request.id));
            Change change = services.change(call, session);
            VAFA_CHECK(delete_user(change, id));
            return Nothing{};
        });
}

Route reset_link(Services& services) {
    return rest::write_route<IdRequest, LinkView>(
        {.method = Method::post,
         .path = "/api/v1/users/{id}/reset-link",
         .summary = "Make a link by which the user chooses a new password, within a day.",
         .permission = Permission::users_write,
         .errors = {ErrorCode::conflict},
         .secret_answer = true},
        [&](Call& call, sql::Session& session, const IdRequest& request) -> Result<LinkView> {
            VAFA_TRY(const UserId id, path_id<UserTag>(request.id));
            Change change = services.change(call, session);
            VAFA_TRY(const Link link, make_password_link(change, id));
            return password_link(link);
        });
}

Route drop_factor(Services& services) {
    return rest::write_route<IdRequest, Nothing>(
        {.method = Method::delete_,
         .path = "/api/v1/users/{id}/second-factor",
         .summary = "Turn a user's second factor off, who lost the telephone and all codes.",
         .permission = Permission::users_write},
        [&](Call& call, sql::Session& session, const IdRequest& request) -> Result<Nothing> {
            VAFA_TRY(const UserId id, path_id<UserTag>(request.id));
            Change change = services.change(call, session);
            VAFA_CHECK(drop_second_factor(change, id));
            return Nothing{};
        });
}

}  // namespace

std::vector<Route> user_routes(Services& services) {
    return {list_users(services),  add_user(services),    get_user(services),
            change_user(services), remove_user(services), reset_link(services),
            drop_factor(services)};
}

}  // namespace vafa::accounts

#include "accounts/cookies.h"
#include "accounts/password_policy.h"
#include "accounts/route_support.h"
#include "accounts/routes.h"
#include "accounts/setup.h"
#include "accounts/store.h"
#include "accounts/tokens.h"
#include "base/text.h"
#include "platform/rest/route_make.h"

namespace vafa::accounts {
namespace {

using http::Method;
using rest::Call;
using rest::Nothing;
using rest::Permission;
using rest::Route;

Visitor visitor_of(const Call& call) {
    return {call.request.peer, std::string(call.request.headers.get("user-agent"))};
}

// A password that was proven, and the one that takes its place.
struct Replacement {
    Proven proven;
    std::string hash;
};

Route sign_in(Services& services) {
    return rest::write_route<SignInRequest, Me, Proven>(
        {.method = Method::post,
         .path = "/api/v1/session",
         .summary = "Sign in.",
         .permission = Permission::open,
         .errors = {ErrorCode::unauthenticated, ErrorCode::unavailable},
         .success = 201,
         .secret_answer = true,
         .description = "Sets the session's cookie. `error.second_factor_needed`: ask for the code "
                        "and send everything again. Repeated failures are made to wait."},
        [&](Call& call, const SignInRequest& request) {
            const Credentials credentials{request.email, request.password,
                                          request.code.value_or(""),
                                          request.recovery_code.value_or("")};
            return with_retry_after(
                call, services.sign_in.prove(credentials, call.request.peer, call.now));
        },
        [&](Call& call, sql::Session& session, const SignInRequest&,
            const Proven& proven) -> Result<Me> {
            Change change = services.change(call, session);
            VAFA_TRY(const Opened opened, open_session(change, proven, visitor_of(call)));
            return signed_in(call, session, opened);
        });
}

Route who_am_i(Services& services) {
    return rest::read_route<Nothing, Me>(
        {.method = Method::get,
         .path = "/api/v1/session",
         .summary = "Tell who is signed in, what they may do, and the token for writes.",
         .permission = Permission::signed_in},
        [&](Call& call, const Nothing&) -> Result<Me> {
            call.headers.set("cache-control", "no-store");
            // A token that was exchanged with this very answer counts already.
            const auto rotated = call.headers.find("x-csrf-token");
            const std::string csrf = rotated
                                         ? std::string(*rotated)
                                         : csrf_token_of(find_cookie(call.request).value_or(""));
            return services.database.read([&](sql::Session& session) -> Result<Me> {
                VAFA_TRY(const User user, find_user(session, {call.principal.number}));
                return me_of(call, session, user, csrf);
            });
        });
}

Route sign_out(Services& services) {
    return rest::write_route<Nothing, Nothing>(
        {.method = Method::delete_,
         .path = "/api/v1/session",
         .summary = "Sign out: this session ends.",
         .permission = Permission::signed_in},
        [&](Call& call, sql::Session& session, const Nothing&) -> Result<Nothing> {
            const SessionId ending{call.principal.session};
            const Change change = services.change(call, session);
            store::delete_session(session, {change.who.number}, ending);
            call.audit({"session.close", to_string(ending)});
            call.headers.set("set-cookie", expired_cookie(call.request));
            return Nothing{};
        });
}

Route set_up_store(Services& services) {
    return rest::write_route<SetupRequest, Me, std::string>(
        {.method = Method::post,
         .path = "/api/v1/setup",
         .summary = "Make the first owner, with the token of the first start, and sign in.",
         .permission = Permission::open,
         .errors = {ErrorCode::conflict, ErrorCode::denied},
         .success = 201,
         .secret_answer = true},
        [&](Call& call, const SetupRequest& request) -> Result<std::string> {
            VAFA_CHECK(services.database.read([&](sql::Session& session) {
                return check_setup_link(session, request.token, call.now);
            }));
            VAFA_CHECK(check_password(request.password, normalise_email(request.email)));
            return with_retry_after(call, services.passwords.hash(request.password));
        },
        [&](Call& call, sql::Session& session, const SetupRequest& request,
            const std::string& hash) -> Result<Me> {
            Change change = services.change(call, session);
            const std::string locale(i18n::code_of(request.locale));
            VAFA_TRY(const User owner,
                     set_up(change, {request.token, request.name, request.email, locale, hash}));
            VAFA_TRY(const Opened opened,
                     open_session(change, {owner.id, hash, "", false}, visitor_of(call)));
            return signed_in(call, session, opened);
        });
}

Route reset_password(Services& services) {
    return rest::write_route<ResetPasswordRequest, Nothing, std::string>(
        {.method = Method::post,
         .path = "/api/v1/password/reset",
         .summary = "Choose a password by an invitation or a reset link; all sessions end.",
         .permission = Permission::open,
         .errors = {ErrorCode::denied}},
        [&](Call& call, const ResetPasswordRequest& request) -> Result<std::string> {
            VAFA_TRY(const User user, services.database.read([&](sql::Session& session) {
                return link_user(session, request.token, call.now);
            }));
            VAFA_CHECK(check_password(request.password, user.email));
            return with_retry_after(call, services.passwords.hash(request.password));
        },
        [&](Call& call, sql::Session& session, const ResetPasswordRequest& request,
            const std::string& hash) -> Result<Nothing> {
            Change change = services.change(call, session);
            VAFA_TRY(const User user, use_password_link(change, request.token, hash));
            act_as(call, user, {});
            return Nothing{};
        });
}

Route change_password(Services& services) {
    return rest::write_route<ChangePasswordRequest, Nothing, Replacement>(
        {.method = Method::post,
         .path = "/api/v1/session/password",
         .summary = "Change one's own password; one's other sessions end.",
         .permission = Permission::signed_in},
        [&](Call& call, const ChangePasswordRequest& request) -> Result<Replacement> {
            const UserId id{call.principal.number};
            VAFA_TRY(const User user, services.database.read([&](sql::Session& session) {
                return find_user(session, id);
            }));
            if (auto good = check_password(request.new_password, user.email); good.has_error()) {
                return std::move(good).error().at("/new_password");
            }
            VAFA_TRY(const Proven proven, with_retry_after(call, services.sign_in.prove_again(
                                                                     id, request.password,
                                                                     call.request.peer, call.now)));
            VAFA_TRY(auto hash, services.passwords.hash(request.new_password));
            return Replacement{proven, std::move(hash)};
        },
        [&](Call& call, sql::Session& session, const ChangePasswordRequest&,
            const Replacement& replacement) -> Result<Nothing> {
            Change change = services.change(call, session);
            VAFA_CHECK(change_own_password(change, replacement.proven, replacement.hash));
            return Nothing{};
        });
}

Route list_sessions(Services& services) {
    return rest::read_route<Nothing, SessionPage>(
        {.method = Method::get,
         .path = "/api/v1/sessions",
         .summary = "List one's own sessions, the latest seen first.",
         .permission = Permission::signed_in},
        [&](Call& call, const Nothing&) {
            return services.database.read([&](sql::Session& session) -> Result<SessionPage> {
                SessionPage page;
                const SessionId current{call.principal.session};
                for (const auto& each : store::sessions_of(session, {call.principal.number})) {
                    page.items.push_back(view_of(each, current));
                }
                return page;
            });
        });
}

Route end_session(Services& services) {
    return rest::write_route<IdRequest, Nothing>(
        {.method = Method::delete_,
         .path = "/api/v1/sessions/{id}",
         .summary = "End one of one's own sessions.",
         .permission = Permission::signed_in},
        [&](Call& call, sql::Session& session, const IdRequest& request) -> Result<Nothing> {
            VAFA_TRY(const SessionId id, path_id<SessionTag>(request.id));
            const Change change = services.change(call, session);
            if (!store::delete_session(session, {change.who.number}, id)) {
                return not_found("error.session_not_found");
            }
            call.audit({"session.end", request.id});
            return Nothing{};
        });
}

Route end_other_sessions(Services& services) {
    return rest::write_route<Nothing, Nothing>(
        {.method = Method::delete_,
         .path = "/api/v1/sessions",
         .summary = "End all of one's own sessions but this one.",
         .permission = Permission::signed_in},
        [&](Call& call, sql::Session& session, const Nothing&) -> Result<Nothing> {
            const Change change = services.change(call, session);
            store::delete_sessions_but(session, {change.who.number}, {change.who.session});
            call.audit({"session.end_others", change.who.id});
            return Nothing{};
        });
}

}  // namespace

std::vector<Route> session_routes(Services& services) {
    return {sign_in(services),       who_am_i(services),       sign_out(services),
            set_up_store(services),  reset_password(services), change_password(services),
            list_sessions(services), end_session(services),    end_other_sessions(services)};
}

}  // namespace vafa::accounts

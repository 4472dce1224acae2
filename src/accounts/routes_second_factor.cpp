#include "accounts/route_support.h"
#include "accounts/routes.h"
#include "accounts/second_factor.h"
#include "platform/rest/route_make.h"

namespace vafa::accounts {
namespace {

using http::Method;
using rest::Call;
using rest::Nothing;
using rest::Permission;
using rest::Route;

UserId caller(const Call& call) { return {call.principal.number}; }

// The password once more: a session that somebody found open is not enough.
rest::PrepareHandler<PasswordRequest, Proven> prove_again(Services& services) {
    return [&](Call& call, const PasswordRequest& request) {
        return with_retry_after(call, services.sign_in.prove_again(caller(call), request.password,
                                                                   call.request.peer, call.now));
    };
}

Route begin(Services& services) {
    return rest::write_route<PasswordRequest, EnrolmentView, Proven>(
        {.method = Method::post,
         .path = "/api/v1/second-factor",
         .summary = "Begin to turn the second factor on: a secret for the telephone.",
         .permission = Permission::signed_in,
         .errors = {ErrorCode::conflict},
         .secret_answer = true},
        prove_again(services),
        [&](Call& call, sql::Session& session, const PasswordRequest&,
            const Proven&) -> Result<EnrolmentView> {
            Change change = services.change(call, session);
            VAFA_TRY(const Enrolment made, begin_second_factor(change, caller(call)));
            return EnrolmentView{made.secret, made.uri};
        });
}

Route confirm(Services& services) {
    return rest::write_route<CodeRequest, RecoveryCodes>(
        {.method = Method::post,
         .path = "/api/v1/second-factor/confirm",
         .summary = "Turn the second factor on by a first code; one's other sessions end.",
         .permission = Permission::signed_in,
         .errors = {ErrorCode::conflict},
         .secret_answer = true},
        [&](Call& call, sql::Session& session,
            const CodeRequest& request) -> Result<RecoveryCodes> {
            Change change = services.change(call, session);
            VAFA_TRY(auto codes, confirm_second_factor(change, caller(call), request.code));
            return RecoveryCodes{std::move(codes)};
        });
}

Route remove_second_factor(Services& services) {
    return rest::write_route<PasswordRequest, Nothing, Proven>(
        {.method = Method::post,
         .path = "/api/v1/second-factor/remove",
         .summary = "Turn the second factor off.",
         .permission = Permission::signed_in,
         .errors = {ErrorCode::conflict}},
        prove_again(services),
        [&](Call& call, sql::Session& session, const PasswordRequest&,
            const Proven&) -> Result<Nothing> {
            Change change = services.change(call, session);
            VAFA_CHECK(remove_second_factor(change, caller(call)));
            return Nothing{};
        });
}

Route renew_codes(Services& services) {
    return rest::write_route<PasswordRequest, RecoveryCodes, Proven>(
        {.method = Method::post,
         .path = "/api/v1/second-factor/recovery-codes",
         .summary = "Make new recovery codes; those before are void.",
         .permission = Permission::signed_in,
         .errors = {ErrorCode::conflict},
         .secret_answer = true},
        prove_again(services),
        [&](Call& call, sql::Session& session, const PasswordRequest&,
            const Proven&) -> Result<RecoveryCodes> {
            Change change = services.change(call, session);
            VAFA_TRY(auto codes, renew_recovery_codes(change, caller(call)));
            return RecoveryCodes{std::move(codes)};
        });
}

}  // namespace

std::vector<Route> second_factor_routes(Services& services) {
    return {begin(services), confirm(services), remove_second_factor(services),
            renew_codes(services)};
}

}  // namespace vafa::accounts

#include "accounts/route_support.h"

#include "accounts/cookies.h"
#include "accounts/roles.h"
#include "accounts/session_rules.h"
#include "accounts/store.h"
#include "accounts/tokens.h"
#include "platform/json/json.h"

namespace vafa::accounts {

void act_as(rest::Call& call, const User& user, SessionId session) {
    rest::Principal& who = call.principal;
    who.kind = rest::Principal::Kind::user;
    who.id = to_string(user.id);
    who.number = user.id.value;
    who.session = session.value;
    who.permissions = permissions_of(user.role);
}

Me signed_in(rest::Call& call, sql::Session& session, const Opened& opened) {
    act_as(call, opened.user, opened.session.id);
    call.headers.set("set-cookie", session_cookie(call.request, opened.token, kSessionLifeMs));
    return me_of(call, session, opened.user, csrf_token_of(opened.token));
}

Me me_of(const rest::Call& call, sql::Session& session, const User& user,
         const std::string& csrf_token) {
    Me me;
    me.user = view_of(user);
    me.permissions = list_of(call.principal.permissions);
    me.session = to_string(SessionId{call.principal.session});
    me.csrf_token = csrf_token;
    me.recovery_codes_left = store::count_recovery_codes(session, user.id);
    for (const auto name : json::enum_names<i18n::Locale>()) me.languages.emplace_back(name);
    return me;
}

}  // namespace vafa::accounts

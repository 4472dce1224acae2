#include "accounts/users.h"

#include <boost/json.hpp>

#include "accounts/roles.h"
#include "accounts/store.h"
#include "accounts/tokens.h"
#include "base/text.h"
#include "platform/crypto/crypto.h"
#include "platform/json/json.h"

namespace vafa::accounts {
namespace {

// Without the mail address and the name: the subject's id is enough to find them while they exist.
boost::json::value shown(const User& user) {
    return boost::json::object{
        {"role", json::enum_name(user.role)}, {"locale", user.locale}, {"disabled", user.disabled}};
}

Error unknown_user() { return not_found("error.user_not_found"); }

Result<void> check_touch(Change& change, Role subject) {
    VAFA_TRY(const Role actor, role_of(change));
    if (!may_touch(actor, subject)) return Error{ErrorCode::denied, "error.owner_only"};
    return {};
}

// Before an owner stops being one: somebody must be left who can sign in as owner.
Result<void> check_not_last_owner(Change& change, UserId leaving) {
    if (store::lock_owners(change.session) != std::vector{leaving}) return {};
    return conflict("error.last_owner");
}

Result<User> touchable(Change& change, UserId id) {
    VAFA_TRY(User user, find_user(change.session, id));
    VAFA_CHECK(check_touch(change, user.role));
    return user;
}

Link make_link(Change& change, UserId user, std::int64_t life_ms) {
    Link link{crypto::random_token(), change.now + life_ms};
    store::set_link(change.session, store::LinkKind::password, user, hash_of(link.token),
                    link.expires_at);
    return link;
}

// What follows from a change of rights.
void apply_rights(Change& change, const User& before, const User& after) {
    if (after.disabled && !before.disabled) {
        store::delete_sessions_but(change.session, after.id, {});
        store::delete_link(change.session, store::LinkKind::password, after.id);
    } else if (after.role != before.role) {
        store::rotate_sessions_soon(change.session, after.id);
    }
}

}  // namespace

Result<Role> role_of(Change& change) {
    switch (change.who.kind) {
        case rest::Principal::Kind::local:
            return Role::owner;
        case rest::Principal::Kind::api_key:
            return Role::admin;
        case rest::Principal::Kind::user: {
            const auto account = store::account(change.session, {change.who.number});
            if (account && !account->user.disabled) return account->user.role;
            break;
        }
        case rest::Principal::Kind::stranger:
            break;
    }
    return Error{ErrorCode::unauthenticated, "error.sign_in_first"};
}

Result<Added> add_user(Change& change, const NewUser& wanted) {
    VAFA_CHECK(check_touch(change, wanted.role));
    User user;
    user.email = normalise_email(wanted.email);
    if (user.email.empty()) return invalid("error.email_malformed").at("/email");
    if (store::account_of(change.session, user.email)) {
        return conflict("error.email_taken").at("/email");
    }
    user.id.value = change.ids.next();
    user.name = valid_utf8(trim(wanted.name));
    user.role = wanted.role;
    user.locale = wanted.locale;
    user.created_at = change.now;
    user.has_password = !wanted.password_hash.empty();
    store::add_user(change.session, user, wanted.password_hash);
    change.audit.push_back({"user.add", to_string(user.id), nullptr, shown(user)});
    Added added{user, std::nullopt};
    if (!user.has_password) added.link = make_link(change, user.id, kInvitationMs);
    return added;
}

Result<Link> make_password_link(Change& change, UserId id) {
    VAFA_TRY(const User user, touchable(change, id));
    if (user.disabled) return conflict("error.user_disabled");
    change.audit.push_back({"user.reset_link", to_string(id)});
    return make_link(change, id, kResetLinkMs);
}

Result<User> change_user(Change& change, UserId id, const UserPatch& patch) {
    VAFA_TRY(const User before, touchable(change, id));
    User after = before;
    if (patch.name) after.name = valid_utf8(trim(*patch.name));
    after.locale = patch.locale.value_or(before.locale);
    after.role = patch.role.value_or(before.role);
    after.disabled = patch.disabled.value_or(before.disabled);
    VAFA_CHECK(check_touch(change, after.role));
    if (after.role != Role::owner || after.disabled) VAFA_CHECK(check_not_last_owner(change, id));
    store::save_user(change.session, after, change.now);
    apply_rights(change, before, after);
    change.audit.push_back({"user.change", to_string(id), shown(before), shown(after)});
    return after;
}

Result<void> delete_user(Change& change, UserId id) {
    VAFA_TRY(const User user, touchable(change, id));
    VAFA_CHECK(check_not_last_owner(change, id));
    store::delete_user(change.session, id);
    change.audit.push_back({"user.delete", to_string(id), shown(user)});
    return {};
}

Result<void> drop_second_factor(Change& change, UserId id) {
    VAFA_TRY(const User user, touchable(change, id));
    store::set_totp(change.session, id, "", 0);
    store::set_recovery_codes(change.session, id, {});
    change.audit.push_back({"user.drop_second_factor", to_string(id)});
    return {};
}

Result<void> set_password(Change& change, UserId id, const std::string& hash) {
    VAFA_TRY(const User user, touchable(change, id));
    store::set_password(change.session, id, hash);
    store::delete_link(change.session, store::LinkKind::password, id);
    store::delete_sessions_but(change.session, id, {});
    change.audit.push_back({"user.set_password", to_string(user.id)});
    return {};
}

Result<User> find_user(sql::Session& session, UserId id) {
    const auto account = store::account(session, id);
    if (!account) return unknown_user();
    return account->user;
}

Result<User> find_user_by_email(sql::Session& session, std::string_view email) {
    const auto account = store::account_of(session, normalise_email(email));
    if (!account) return unknown_user();
    return account->user;
}

}  // namespace vafa::accounts

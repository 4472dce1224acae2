#include "accounts/setup.h"

#include "accounts/store.h"
#include "accounts/tokens.h"
#include "platform/crypto/crypto.h"

namespace vafa::accounts {
namespace {

constexpr UserId kNobody{};

Error link_void() { return {ErrorCode::denied, "error.link_void"}; }

rest::Principal local() {
    rest::Principal who;
    who.kind = rest::Principal::Kind::local;
    who.id = "local";
    return who;
}

}  // namespace

std::optional<Link> make_setup_link(sql::Session& session, TimeMs now) {
    if (store::any_owner(session)) return std::nullopt;
    Link link{crypto::random_token(), now + kSetupLinkMs};
    store::set_link(session, store::LinkKind::setup, kNobody, hash_of(link.token), link.expires_at);
    return link;
}

Result<void> check_setup_link(sql::Session& session, std::string_view token, TimeMs now) {
    if (store::any_owner(session)) return conflict("error.setup_done");
    if (!store::link_owner(session, store::LinkKind::setup, hash_of(token), now)) {
        return link_void();
    }
    return {};
}

Result<User> set_up(Change& change, const FirstOwner& owner) {
    VAFA_CHECK(check_setup_link(change.session, owner.token, change.now));
    if (!store::take_link(change.session, hash_of(owner.token))) return link_void();
    // The token is the right to it.
    const rest::Principal right = local();
    Change as_owner{change.session, right, change.now, change.ids, change.audit};
    VAFA_TRY(const Added added, add_user(as_owner, {owner.email, owner.name, Role::owner,
                                                    owner.locale, owner.password_hash}));
    return added.user;
}

Result<User> link_user(sql::Session& session, std::string_view token, TimeMs now) {
    const auto owner = store::link_owner(session, store::LinkKind::password, hash_of(token), now);
    if (!owner) return link_void();
    const auto account = store::account(session, *owner);
    if (!account || account->user.disabled) return link_void();
    return account->user;
}

Result<User> use_password_link(Change& change, std::string_view token, const std::string& hash) {
    VAFA_TRY(const User user, link_user(change.session, token, change.now));
    if (!store::take_link(change.session, hash_of(token))) return link_void();
    store::set_password(change.session, user.id, hash);
    store::delete_sessions_but(change.session, user.id, {});
    change.audit.push_back({"user.use_link", to_string(user.id)});
    return user;
}

Result<void> change_own_password(Change& change, const Proven& proven, const std::string& hash) {
    const auto account = store::account(change.session, proven.user);
    if (!account || account->secrets.password != proven.password_hash) {
        return conflict("error.changed_meanwhile");
    }
    store::set_password(change.session, proven.user, hash);
    store::delete_link(change.session, store::LinkKind::password, proven.user);
    store::delete_sessions_but(change.session, proven.user, {change.who.session});
    store::rotate_sessions_soon(change.session, proven.user);
    change.audit.push_back({"user.change_password", to_string(proven.user)});
    return {};
}

}  // namespace vafa::accounts

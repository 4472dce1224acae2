#pragma once

#include <optional>
#include <string>

#include "accounts/change.h"
#include "accounts/sign_in.h"
#include "accounts/users.h"

// One-time tokens: making the first owner, and choosing a password by a link.
namespace vafa::accounts {

// For the first start; nothing once there is an owner. The one before is void.
std::optional<Link> make_setup_link(sql::Session& session, TimeMs now);

// Whether it would be taken: before the password is hashed. Errors as set_up.
Result<void> check_setup_link(sql::Session& session, std::string_view token, TimeMs now);

struct FirstOwner {
    std::string token, name, email, locale;
    std::string password_hash;
};
// Errors: conflict `error.setup_done`; denied `error.link_void` for a token that is unknown, used
// or over.
Result<User> set_up(Change& change, const FirstOwner& owner);

// Whose password a link is for; before hashing the new one. Error `error.link_void`.
Result<User> link_user(sql::Session& session, std::string_view token, TimeMs now);
// Ends all sessions, and the lockout with them.
Result<User> use_password_link(Change& change, std::string_view token, const std::string& hash);

// The user's own: others of the user's sessions end.
Result<void> change_own_password(Change& change, const Proven& proven, const std::string& hash);

}  // namespace vafa::accounts

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/change.h"

// Who may sign in. All inside the caller's transaction; hashes were made before it.
namespace vafa::accounts {

// Where the dashboard takes one-time tokens: behind '#', which no server and no log ever sees.
inline constexpr std::string_view kSetupPath = "/setup#token=";
inline constexpr std::string_view kPasswordPath = "/reset#token=";

inline constexpr std::int64_t kSetupLinkMs = kMsPerDay;
inline constexpr std::int64_t kResetLinkMs = kMsPerDay;
inline constexpr std::int64_t kInvitationMs = 7 * kMsPerDay;

struct Link {
    std::string token;  // shown once
    TimeMs expires_at = 0;
};

struct NewUser {
    std::string email, name;
    Role role = Role::analyst;
    std::string locale = "en";
    std::string password_hash = {};  // empty: chosen by the link
};
struct Added {
    User user;
    std::optional<Link> link;  // none when the password is known already
};
// Errors: invalid `error.email_malformed`, conflict `error.email_taken`, denied `error.owner_only`.
Result<Added> add_user(Change& change, const NewUser& wanted);
Result<Link> make_password_link(Change& change, UserId id);

struct UserPatch {
    std::optional<std::string> name, locale;
    std::optional<Role> role;
    std::optional<bool> disabled;
};
// Errors: not_found `error.user_not_found`, denied `error.owner_only`, conflict `error.last_owner`.
Result<User> change_user(Change& change, UserId id, const UserPatch& patch);
Result<void> delete_user(Change& change, UserId id);
// For who lost telephone and recovery codes.
Result<void> drop_second_factor(Change& change, UserId id);
// By somebody else than the user (the command line); ends all sessions.
Result<void> set_password(Change& change, UserId id, const std::string& hash);

Result<User> find_user(sql::Session& session, UserId id);
Result<User> find_user_by_email(sql::Session& session, std::string_view email);

}  // namespace vafa::accounts

#pragma once

#include <span>
#include <vector>

#include "accounts/types.h"
#include "platform/rest/permission.h"

namespace vafa::accounts {

// The table of who may what. Owner and admin have the same permissions; may_touch tells them apart.
rest::PermissionSet permissions_of(Role role);
rest::PermissionSet permissions_of(std::span<const Scope> scopes);

// Only an owner may change an owner, or make one.
constexpr bool may_touch(Role actor, Role subject) {
    return subject != Role::owner || actor == Role::owner;
}

std::vector<rest::Permission> list_of(rest::PermissionSet set);

}  // namespace vafa::accounts

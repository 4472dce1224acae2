#include "accounts/roles.h"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

namespace vafa::accounts {
namespace {

using rest::Permission;
using rest::PermissionSet;

constexpr PermissionSet kKeyRead = {Permission::reports_read, Permission::customers_read,
                                    Permission::orders_read,  Permission::products_read,
                                    Permission::imports_read, Permission::settings_read,
                                    Permission::server_read};
constexpr PermissionSet kKeyWrite = {Permission::customers_write, Permission::customers_export,
                                     Permission::imports_write};
constexpr PermissionSet kAdministration = {Permission::settings_write, Permission::users_read,
                                           Permission::users_write,    Permission::keys_read,
                                           Permission::keys_write,     Permission::audit_read};
constexpr PermissionSet kPerson = {Permission::signed_in};

constexpr PermissionSet kEverything = kPerson | kKeyRead | kKeyWrite | kAdministration;
constexpr PermissionSet kMarketer =
    kPerson | PermissionSet{Permission::reports_read,    Permission::customers_read,
                            Permission::customers_write, Permission::customers_export,
                            Permission::orders_read,     Permission::products_read,
                            Permission::imports_read,    Permission::settings_read};
constexpr PermissionSet kAgent =
    kPerson | PermissionSet{Permission::customers_read, Permission::customers_write,
                            Permission::orders_read, Permission::products_read};
// No personal data: neither customers nor their orders.
constexpr PermissionSet kAnalyst =
    kPerson | PermissionSet{Permission::reports_read, Permission::products_read};

}  // namespace

PermissionSet permissions_of(Role role) {
    switch (role) {
        case Role::owner:
        case Role::admin:
            return kEverything;
        case Role::marketer:
            return kMarketer;
        case Role::agent:
            return kAgent;
        case Role::analyst:
            return kAnalyst;
    }
    return {};
}

PermissionSet permissions_of(std::span<const Scope> scopes) {
    PermissionSet set;
    for (const Scope scope : scopes) {
        set = set | kKeyRead;
        if (scope != Scope::read) set = set | kKeyWrite;
        if (scope == Scope::admin) set = set | kAdministration;
    }
    return set;
}

std::vector<Permission> list_of(PermissionSet set) {
    std::vector<Permission> list;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Permission>>([&](auto d) {
        if (set.has(d.value)) list.push_back(d.value);
    });
    return list;
}

}  // namespace vafa::accounts

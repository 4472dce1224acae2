#include "accounts/roles.h"

#include <gtest/gtest.h>

namespace vafa::accounts {
namespace {

using rest::Permission;
using rest::PermissionSet;

constexpr Role kRoles[] = {Role::owner, Role::admin, Role::marketer, Role::agent, Role::analyst};

PermissionSet of(Scope scope) { return permissions_of(std::span(&scope, 1)); }

PermissionSet everything() {
    PermissionSet all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Permission>>([&](auto d) {
        if (d.value != Permission::open) all = all | PermissionSet{d.value};
    });
    return all;
}

bool within(PermissionSet inner, PermissionSet outer) { return (inner & outer) == inner; }

TEST(Roles, OwnerAndAdminHaveEveryPermissionThereIs) {
    EXPECT_EQ(permissions_of(Role::owner), everything());
    EXPECT_EQ(permissions_of(Role::admin), everything());
}

TEST(Roles, EverybodyIsSignedInAndNobodyIsListedAsOpen) {
    for (const Role role : kRoles) {
        EXPECT_TRUE(permissions_of(role).has(Permission::signed_in));
        EXPECT_FALSE(permissions_of(role).has(Permission::open));
    }
}

TEST(Roles, OnlyOwnerAndAdminAdministrate) {
    for (const Role role : {Role::marketer, Role::agent, Role::analyst}) {
        for (const Permission p :
             {Permission::users_read, Permission::users_write, Permission::keys_read,
              Permission::keys_write, Permission::audit_read, Permission::settings_write,
              Permission::imports_write, Permission::server_read}) {
            EXPECT_FALSE(permissions_of(role).has(p)) << static_cast<int>(role);
        }
    }
}

TEST(Roles, AnalystSeesNoPersonalData) {
    const PermissionSet personal = {Permission::customers_read, Permission::customers_write,
                                    Permission::customers_export, Permission::orders_read};
    EXPECT_EQ(permissions_of(Role::analyst) & personal, PermissionSet{});
    EXPECT_TRUE(permissions_of(Role::analyst).has(Permission::reports_read));
}

TEST(Roles, AgentServesCustomersWithoutReportsOrExports) {
    const PermissionSet agent = permissions_of(Role::agent);
    EXPECT_TRUE(agent.has(Permission::customers_write));
    EXPECT_TRUE(agent.has(Permission::orders_read));
    EXPECT_FALSE(agent.has(Permission::customers_export));
    EXPECT_FALSE(agent.has(Permission::reports_read));
}

TEST(Roles, OnlyAnOwnerTouchesAnOwner) {
    for (const Role actor : kRoles) {
        EXPECT_EQ(may_touch(actor, Role::owner), actor == Role::owner);
        EXPECT_TRUE(may_touch(actor, Role::analyst));
    }
}

TEST(Scopes, EachHoldsTheOneBefore) {
    EXPECT_TRUE(within(of(Scope::read), of(Scope::write)));
    EXPECT_TRUE(within(of(Scope::write), of(Scope::admin)));
    EXPECT_FALSE(within(of(Scope::admin), of(Scope::write)));
    EXPECT_EQ(permissions_of(std::span<const Scope>{}), PermissionSet{});
}

TEST(Scopes, ReadChangesNothingAndKnowsNoUsers) {
    for (const Permission p :
         {Permission::customers_write, Permission::customers_export, Permission::imports_write,
          Permission::settings_write, Permission::users_read, Permission::keys_read,
          Permission::audit_read}) {
        EXPECT_FALSE(of(Scope::read).has(p));
    }
}

TEST(Scopes, NoKeyIsAPerson) {
    EXPECT_EQ(of(Scope::admin) | PermissionSet{Permission::signed_in}, everything());
    EXPECT_FALSE(of(Scope::admin).has(Permission::signed_in));
}

TEST(Permissions, AreListedInTheirOrder) {
    EXPECT_EQ(
        list_of(permissions_of(Role::analyst)),
        (std::vector{Permission::signed_in, Permission::reports_read, Permission::products_read}));
}

}  // namespace
}  // namespace vafa::accounts

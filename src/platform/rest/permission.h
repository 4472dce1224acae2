#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <initializer_list>

namespace vafa::rest {

// What a caller may do; every route names one. Who has which is accounts' table of roles.
enum class Permission : std::uint8_t {
    open,       // strangers too: signing in, health, this API's description
    signed_in,  // any person with a session, for what is their own
    reports_read,
    customers_read,
    customers_write,
    customers_export,
    orders_read,
    products_read,
    imports_read,
    imports_write,
    settings_read,
    settings_write,
    users_read,
    users_write,
    keys_read,
    keys_write,
    audit_read,
    server_read,  // metrics of the process
};
BOOST_DESCRIBE_ENUM(Permission, open, signed_in, reports_read, customers_read, customers_write,
                    customers_export, orders_read, products_read, imports_read, imports_write,
                    settings_read, settings_write, users_read, users_write, keys_read, keys_write,
                    audit_read, server_read)

class PermissionSet {
public:
    constexpr PermissionSet() = default;
    constexpr PermissionSet(std::initializer_list<Permission> permissions) {
        for (const Permission p : permissions) bits_ |= bit(p);
    }
    constexpr bool has(Permission p) const { return (bits_ & bit(p)) != 0; }
    constexpr PermissionSet operator|(PermissionSet other) const { return {bits_ | other.bits_}; }
    constexpr PermissionSet operator&(PermissionSet other) const { return {bits_ & other.bits_}; }
    constexpr bool operator==(const PermissionSet&) const = default;

private:
    constexpr PermissionSet(std::uint64_t bits) : bits_(bits) {}
    static constexpr std::uint64_t bit(Permission p) {
        return std::uint64_t{1} << static_cast<unsigned>(p);
    }
    std::uint64_t bits_ = 0;
};

}  // namespace vafa::rest

#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/time.h"

namespace vafa::accounts {

// What a person may do is the table of roles.h. The words are stored.
enum class Role : std::uint8_t { owner, admin, marketer, agent, analyst };
BOOST_DESCRIBE_ENUM(Role, owner, admin, marketer, agent, analyst)

// What an API key may do; several add up. The words are stored.
enum class Scope : std::uint8_t { read, write, admin };
BOOST_DESCRIBE_ENUM(Scope, read, write, admin)

struct User {
    UserId id;
    std::string email;  // as base/text.h normalises it
    std::string name;
    Role role = Role::analyst;
    std::string locale = "en";
    bool has_password = false;  // not before the link was used
    bool second_factor = false;
    bool disabled = false;
    std::optional<TimeMs> signed_in_at = {};
    TimeMs created_at = 0;
    bool operator==(const User&) const = default;
};

// Failed attempts in a row, and when the last one was.
struct Failures {
    std::int64_t count = 0;
    TimeMs last_at = 0;
    bool operator==(const Failures&) const = default;
};

// What signing in needs to know besides; never leaves this module.
struct Secrets {
    std::string password;                   // Argon2id, empty: none
    std::string totp_secret, totp_pending;  // raw bytes, empty: none
    std::int64_t totp_step = 0;             // the last one whose code was taken
    Failures failures;
    bool operator==(const Secrets&) const = default;
};

struct Account {
    User user;
    Secrets secrets;
};

struct Session {
    SessionId id;
    UserId user;
    TimeMs created_at = 0, rotated_at = 0, seen_at = 0;
    TimeMs previous_until = 0;  // how long the token before the last rotation is good
    std::string peer, agent;    // at sign-in
    bool operator==(const Session&) const = default;
};

struct ApiKey {
    ApiKeyId id;
    std::string hint;  // its first characters
    std::string name;
    std::vector<Scope> scopes;
    UserId maker;  // none: the command line
    TimeMs created_at = 0;
    std::optional<TimeMs> used_at = {};
    bool operator==(const ApiKey&) const = default;
};

// Where a request came from, as far as it is kept.
struct Visitor {
    std::string peer, agent;
};

}  // namespace vafa::accounts

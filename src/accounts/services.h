#pragma once

#include "accounts/change.h"
#include "accounts/gate.h"
#include "accounts/sign_in.h"
#include "platform/rest/call.h"

namespace vafa::accounts {

// What the routes work with, one a server.
struct Services {
    Services(sql::Database& state, IdSource& source, PasswordHasher& hasher)
        : database(state),
          ids(source),
          passwords(hasher),
          sign_in(state, passwords),
          gate(state, source) {}

    sql::Database& database;
    IdSource& ids;
    Passwords passwords;
    SignIn sign_in;
    AccountsGate gate;

    // Whatever it does: once it is durable, nobody is known from before. What it answers may be a
    // secret.
    Change change(rest::Call& call, sql::Session& session) {
        call.headers.set("cache-control", "no-store");
        call.after_commit.push_back([this] { gate.forget_all(); });
        return {session, call.principal, call.now, ids, call.changes};
    }
};

}  // namespace vafa::accounts

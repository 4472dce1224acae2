#pragma once

#include <string>

#include "accounts/change.h"
#include "accounts/failure_table.h"
#include "accounts/passwords.h"
#include "platform/sql/database.h"

// Proving who one is. What takes long (a hash) and what must last although the attempt fails (a
// counted failure) happens in `prove`, outside the caller's transaction; `open_session` inside it.
namespace vafa::accounts {

struct Credentials {
    std::string email, password;
    std::string code = {};           // of the second factor
    std::string recovery_code = {};  // instead of it
};

// One attempt's worth of trust: good for the password as it was then.
struct Proven {
    UserId user;
    std::string password_hash;  // what was verified
    std::string rehashed;       // what to store instead; empty: keep
    bool second_factor = false;
};

class SignIn {
public:
    static constexpr std::size_t kMaxNames = 10'000;

    SignIn(sql::Database& database, Passwords& passwords)
        : database_(database), passwords_(passwords), addresses_(kMaxNames), nobody_(kMaxNames) {}

    // Errors: unauthenticated `error.wrong_credentials` (whatever was wrong),
    // `error.second_factor_needed`, `error.wrong_code`; unavailable `error.too_many_requests` while
    // locked out.
    Result<Proven> prove(const Credentials& credentials, const std::string& peer, TimeMs now);
    // The password again, of somebody who is signed in, before what matters.
    Result<Proven> prove_again(UserId user, std::string_view password, const std::string& peer,
                               TimeMs now);

private:
    struct Attempt;
    Result<Proven> prove_password(const Attempt& attempt);
    Result<void> prove_second_factor(const Attempt& attempt, const Credentials& credentials);
    Result<void> check_locked(const Attempt& attempt) const;
    Result<void> note_failure(const Attempt& attempt);

    sql::Database& database_;
    Passwords& passwords_;
    FailureTable addresses_;
    FailureTable nobody_;  // mail addresses without an account behave like those with one
};

struct Opened {
    User user;
    Session session;
    std::string token;  // for the cookie alone
};
// Always a token of our own making. Unauthenticated when the account changed since it was proven.
Result<Opened> open_session(Change& change, const Proven& proven, const Visitor& visitor);

}  // namespace vafa::accounts

#include "accounts/sign_in.h"

#include "accounts/lockout.h"
#include "accounts/password_policy.h"
#include "accounts/store.h"
#include "accounts/tokens.h"
#include "accounts/totp.h"
#include "base/text.h"
#include "platform/crypto/crypto.h"

namespace vafa::accounts {
namespace {

constexpr std::size_t kMaxAgentBytes = 300;

Error wrong_credentials() { return {ErrorCode::unauthenticated, "error.wrong_credentials"}; }

Error locked(std::int64_t wait_ms) {
    const std::int64_t seconds = (wait_ms + kMsPerSecond - 1) / kMsPerSecond;
    return unavailable("error.too_many_requests").with("count", std::to_string(seconds));
}

bool can_sign_in(const Account& account) {
    return account.user.has_password && !account.user.disabled;
}

// Agents are told by strangers.
std::string kept_agent(std::string_view agent) {
    return valid_utf8(agent.substr(0, kMaxAgentBytes));
}

}  // namespace

struct SignIn::Attempt {
    std::optional<Account> account;
    std::string name;     // of nobody_: a hash, so that what was typed is not kept
    std::string address;  // of addresses_
    std::string_view password;
    TimeMs now = 0;
};

Result<Proven> SignIn::prove(const Credentials& credentials, const std::string& peer, TimeMs now) {
    const std::string email = normalise_email(credentials.email);
    Attempt attempt{{},
                    hash_of(email.empty() ? credentials.email : email),
                    address_key(peer),
                    credentials.password,
                    now};
    VAFA_TRY(attempt.account, database_.read([&](sql::Session& session) {
        return Result<std::optional<Account>>(store::account_of(session, email));
    }));
    VAFA_TRY(Proven proven, prove_password(attempt));
    VAFA_CHECK(prove_second_factor(attempt, credentials));
    proven.second_factor = attempt.account->user.second_factor;
    addresses_.forget(attempt.address);
    return proven;
}

Result<Proven> SignIn::prove_again(UserId user, std::string_view password, const std::string& peer,
                                   TimeMs now) {
    Attempt attempt{{}, to_string(user), address_key(peer), password, now};
    VAFA_TRY(attempt.account, database_.read([&](sql::Session& session) {
        return Result<std::optional<Account>>(store::account(session, user));
    }));
    return prove_password(attempt);
}

Result<Proven> SignIn::prove_password(const Attempt& attempt) {
    VAFA_CHECK(check_locked(attempt));
    if (attempt.password.size() > kMaxPasswordBytes) return wrong_credentials();
    const bool anybody = attempt.account && can_sign_in(*attempt.account);
    const std::string stored = anybody ? attempt.account->secrets.password : "";
    VAFA_TRY(const auto verdict, passwords_.verify(stored, attempt.password));
    if (verdict.matches) return Proven{attempt.account->user.id, stored, verdict.rehashed, false};
    VAFA_CHECK(note_failure(attempt));
    return wrong_credentials();
}

Result<void> SignIn::check_locked(const Attempt& attempt) const {
    const std::int64_t of_account = attempt.account
                                        ? locked_ms(attempt.account->secrets.failures, attempt.now)
                                        : nobody_.locked_ms(attempt.name, attempt.now);
    const std::int64_t wait =
        std::max(of_account, addresses_.locked_ms(attempt.address, attempt.now));
    if (wait > 0) return locked(wait);
    return {};
}

Result<void> SignIn::note_failure(const Attempt& attempt) {
    addresses_.add_failure(attempt.address, attempt.now);
    if (!attempt.account) {
        nobody_.add_failure(attempt.name, attempt.now);
        return {};
    }
    const UserId user = attempt.account->user.id;
    return database_.write([&](sql::Session& session) -> Result<void> {
        const auto present = store::account(session, user);
        if (!present) return {};
        store::set_failures(session, user, after_failure(present->secrets.failures, attempt.now));
        return {};
    });
}

// Taken at once and for good, whatever becomes of the rest: a code is good for one attempt.
Result<void> SignIn::prove_second_factor(const Attempt& attempt, const Credentials& credentials) {
    const Secrets& secrets = attempt.account->secrets;
    const UserId user = attempt.account->user.id;
    if (secrets.totp_secret.empty()) return {};
    if (credentials.code.empty() && credentials.recovery_code.empty()) {
        return Error{ErrorCode::unauthenticated, "error.second_factor_needed"};
    }
    VAFA_TRY(const bool taken, database_.write([&](sql::Session& session) -> Result<bool> {
        // Once more, inside: attempts that came side by side wait for one another here.
        const auto present = store::account(session, user);
        if (!present) return false;
        if (const auto wait = locked_ms(present->secrets.failures, attempt.now); wait > 0) {
            return locked(wait);
        }
        if (!credentials.recovery_code.empty()) {
            return store::take_recovery_code(session, user,
                                             hash_of_recovery_code(credentials.recovery_code));
        }
        const auto step = totp_step(present->secrets.totp_secret, credentials.code, attempt.now,
                                    present->secrets.totp_step);
        return step && store::take_totp_step(session, user, *step);
    }));
    if (taken) return {};
    VAFA_CHECK(note_failure(attempt));
    return Error{ErrorCode::unauthenticated, "error.wrong_code"};
}

Result<Opened> open_session(Change& change, const Proven& proven, const Visitor& visitor) {
    const auto account = store::account(change.session, proven.user);
    if (!account || !can_sign_in(*account) || account->secrets.password != proven.password_hash ||
        account->user.second_factor != proven.second_factor) {
        return wrong_credentials();
    }
    if (const auto wait = locked_ms(account->secrets.failures, change.now); wait > 0) {
        return locked(wait);
    }
    if (!proven.rehashed.empty()) {
        store::set_password(change.session, proven.user, proven.rehashed);
    }
    store::note_sign_in(change.session, proven.user, change.now);
    store::delete_sessions_over(change.session, change.now);
    Opened opened{account->user, {}, crypto::random_token()};
    opened.user.signed_in_at = change.now;
    Session& session = opened.session;
    session.id.value = change.ids.next();
    session.user = proven.user;
    session.created_at = session.rotated_at = session.seen_at = change.now;
    session.peer = visitor.peer;
    session.agent = kept_agent(visitor.agent);
    store::add_session(change.session, session, hash_of(opened.token));
    change.audit.push_back({"session.open", to_string(session.id)});
    return opened;
}

}  // namespace vafa::accounts

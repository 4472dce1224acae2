#include "accounts/second_factor.h"

#include "accounts/store.h"
#include "accounts/tokens.h"
#include "accounts/totp.h"
#include "platform/crypto/crypto.h"

namespace vafa::accounts {
namespace {

Result<Account> load(Change& change, UserId user) {
    auto account = store::account(change.session, user);
    if (!account) return not_found("error.user_not_found");
    return std::move(*account);
}

void note(Change& change, UserId user, const char* action) {
    change.audit.push_back({action, to_string(user)});
}

std::vector<std::string> give_recovery_codes(Change& change, UserId user) {
    auto codes = make_recovery_codes();
    std::vector<std::string> hashes;
    for (const auto& code : codes) hashes.push_back(hash_of_recovery_code(code));
    store::set_recovery_codes(change.session, user, hashes);
    return codes;
}

}  // namespace

Result<Enrolment> begin_second_factor(Change& change, UserId user) {
    VAFA_TRY(const Account account, load(change, user));
    if (account.user.second_factor) return conflict("error.second_factor_on");
    const std::string secret = crypto::random_bytes(kTotpSecretBytes);
    store::set_totp_pending(change.session, user, secret);
    note(change, user, "second_factor.begin");
    return Enrolment{crypto::base32(secret), totp_uri(secret, account.user.email)};
}

Result<std::vector<std::string>> confirm_second_factor(Change& change, UserId user,
                                                       std::string_view code) {
    VAFA_TRY(const Account account, load(change, user));
    const std::string& pending = account.secrets.totp_pending;
    if (pending.empty()) return conflict("error.second_factor_not_begun");
    const auto step = totp_step(pending, code, change.now, 0);
    if (!step) return invalid("error.wrong_code").at("/code");
    store::set_totp(change.session, user, pending, *step);
    store::delete_sessions_but(change.session, user, {change.who.session});
    store::rotate_sessions_soon(change.session, user);
    note(change, user, "second_factor.on");
    return give_recovery_codes(change, user);
}

Result<void> remove_second_factor(Change& change, UserId user) {
    VAFA_TRY(const Account account, load(change, user));
    if (!account.user.second_factor) return conflict("error.second_factor_off");
    store::set_totp(change.session, user, "", 0);
    store::set_recovery_codes(change.session, user, {});
    store::rotate_sessions_soon(change.session, user);
    note(change, user, "second_factor.off");
    return {};
}

Result<std::vector<std::string>> renew_recovery_codes(Change& change, UserId user) {
    VAFA_TRY(const Account account, load(change, user));
    if (!account.user.second_factor) return conflict("error.second_factor_off");
    note(change, user, "second_factor.recovery_codes");
    return give_recovery_codes(change, user);
}

}  // namespace vafa::accounts

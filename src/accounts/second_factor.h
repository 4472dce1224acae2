#pragma once

#include <string>
#include <vector>

#include "accounts/change.h"

// The user's own second factor; the password was proven again before each of them but `confirm`.
namespace vafa::accounts {

struct Enrolment {
    std::string secret;  // base32, for typing
    std::string uri;     // otpauth://, for a QR code
};
// conflict `error.second_factor_on`.
Result<Enrolment> begin_second_factor(Change& change, UserId user);
// On from now; the recovery codes, shown once. Other sessions of the user end. Errors: conflict
// `error.second_factor_not_begun`, invalid `error.wrong_code` at /code.
Result<std::vector<std::string>> confirm_second_factor(Change& change, UserId user,
                                                       std::string_view code);
Result<void> remove_second_factor(Change& change, UserId user);
// Void are those before. conflict `error.second_factor_off`.
Result<std::vector<std::string>> renew_recovery_codes(Change& change, UserId user);

}  // namespace vafa::accounts

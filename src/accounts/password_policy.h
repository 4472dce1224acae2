#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"

namespace vafa::accounts {

// NIST SP 800-63B, 5.1.1.2: length, no rules of composition, and no password that everybody tries.
inline constexpr std::size_t kMinPasswordCharacters = 10;
inline constexpr std::size_t kMaxPasswordBytes = 1024;

// Errors `error.password_short`, `error.password_long`, `error.password_common`,
// `error.password_is_email`, at /password.
Result<void> check_password(std::string_view password, std::string_view email);

}  // namespace vafa::accounts

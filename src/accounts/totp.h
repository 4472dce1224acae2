#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

// Time-based one-time passwords as telephones make them: RFC 6238 with SHA-1, six digits, steps of
// thirty seconds.
namespace vafa::accounts {

inline constexpr std::int64_t kTotpStepMs = 30'000;
inline constexpr std::size_t kTotpSecretBytes = 20;  // RFC 4226, section 4: as long as the digest

std::string totp_code(std::string_view secret, std::int64_t step);

// The step whose code this is: the present one or a neighbour (a clock that is wrong, a code that
// was typed slowly), later than `last_step`, so that no code is taken twice. Digits of any script
// and spaces are understood.
std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, TimeMs now,
                                      std::int64_t last_step);

// What the QR code shows: otpauth://totp/Vafa:mail?secret=…&issuer=Vafa
std::string totp_uri(std::string_view secret, std::string_view email);

}  // namespace vafa::accounts

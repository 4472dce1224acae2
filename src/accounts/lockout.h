#pragma once

#include <cstdint>

#include "accounts/types.h"

// How long guessing is made to wait: pure, of the failures so far and the time.
namespace vafa::accounts {

inline constexpr std::int64_t kFreeFailures = 5;         // so many in a row cost nothing
inline constexpr std::int64_t kLongestWaitMs = 900'000;  // 15 minutes
inline constexpr std::int64_t kForgetFailuresMs = kMsPerDay;

// After the fifth failure in a row 1 s, then 2 s, 4 s … up to kLongestWaitMs.
std::int64_t wait_ms(std::int64_t failures);

// How long until another attempt is let through; 0: now.
std::int64_t locked_ms(const Failures& failures, TimeMs now);

Failures after_failure(const Failures& failures, TimeMs now);

}  // namespace vafa::accounts

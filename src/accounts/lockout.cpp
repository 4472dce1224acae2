#include "accounts/lockout.h"

#include <algorithm>

namespace vafa::accounts {

std::int64_t wait_ms(std::int64_t failures) {
    if (failures < kFreeFailures) return 0;
    const std::int64_t doublings = std::min<std::int64_t>(failures - kFreeFailures, 20);
    return std::min(kMsPerSecond << doublings, kLongestWaitMs);
}

std::int64_t locked_ms(const Failures& failures, TimeMs now) {
    const std::int64_t wait = wait_ms(failures.count);
    // A clock that was put back must not lock for longer than the wait itself.
    return std::clamp<std::int64_t>(failures.last_at + wait - now, 0, wait);
}

Failures after_failure(const Failures& failures, TimeMs now) {
    if (now - failures.last_at > kForgetFailuresMs) return {1, now};
    return {failures.count + 1, now};
}

}  // namespace vafa::accounts

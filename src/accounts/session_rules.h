#pragma once

#include "accounts/types.h"

// When a session ends, and when its token changes: pure.
namespace vafa::accounts {

inline constexpr std::int64_t kSessionIdleMs = 14 * kMsPerDay;
inline constexpr std::int64_t kSessionLifeMs = 90 * kMsPerDay;
inline constexpr std::int64_t kRotateEveryMs = kMsPerDay;
// Requests that were on their way with the old token when it was rotated.
inline constexpr std::int64_t kRotationGraceMs = 60 * kMsPerSecond;
// "Last seen" and "last used" are written no more often.
inline constexpr std::int64_t kTouchEveryMs = 60 * kMsPerSecond;

constexpr bool is_over(const Session& session, TimeMs now) {
    return now - session.seen_at > kSessionIdleMs || now - session.created_at > kSessionLifeMs;
}
// rotated_at 0: privileges changed, the next request gets a new token.
constexpr bool is_due_to_rotate(const Session& session, TimeMs now) {
    return now - session.rotated_at >= kRotateEveryMs;
}
constexpr bool is_due_to_touch(TimeMs last, TimeMs now) { return now - last >= kTouchEveryMs; }

}  // namespace vafa::accounts

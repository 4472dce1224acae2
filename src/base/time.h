#pragma once

#include <cstdint>

namespace vafa {

// Milliseconds of UTC since 1970-01-01, leap seconds ignored: how every time is stored.
using TimeMs = std::int64_t;

// Days since 1970-01-01 (a Thursday) in some zone's local reckoning.
using Day = std::int32_t;

inline constexpr std::int64_t kMsPerSecond = 1000;
inline constexpr std::int64_t kMsPerHour = 3'600'000;
inline constexpr std::int64_t kMsPerDay = 86'400'000;

// The only way to learn the time. Pure code takes `now` as an argument instead.
class Clock {
public:
    virtual ~Clock() = default;
    virtual TimeMs now() const = 0;
};

class SystemClock final : public Clock {
public:
    TimeMs now() const override;
};

// A clock that stands still until told; for tests and simulations.
class FixedClock final : public Clock {
public:
    explicit FixedClock(TimeMs now) : now_(now) {}
    TimeMs now() const override { return now_; }
    void set(TimeMs now) { now_ = now; }
    void advance(std::int64_t by_ms) { now_ += by_ms; }

private:
    TimeMs now_;
};

}  // namespace vafa

#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

#include "base/time.h"

namespace vafa::rest {

// A token bucket a caller: `burst` at once, then `per_second`. Holds at most kMaxCallers; when they
// are more, those whose buckets are full again are forgotten, and if none is, everybody new is
// refused. Thread-safe.
class RateLimit {
public:
    static constexpr std::size_t kMaxCallers = 50'000;

    RateLimit(double burst, double per_second) : burst_(burst), per_second_(per_second) {}

    bool take(const std::string& caller, TimeMs now);

private:
    struct Bucket {
        double tokens = 0;
        TimeMs at = 0;
    };
    double filled(const Bucket& bucket, TimeMs now) const;
    void forget_full(TimeMs now);

    double burst_, per_second_;
    std::mutex mutex_;
    std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace vafa::rest

#include "platform/rest/rate_limit.h"

#include <algorithm>

namespace vafa::rest {

bool RateLimit::take(const std::string& caller, TimeMs now) {
    const std::scoped_lock lock(mutex_);
    auto found = buckets_.find(caller);
    if (found == buckets_.end()) {
        if (buckets_.size() >= kMaxCallers) forget_full(now);
        if (buckets_.size() >= kMaxCallers) return false;
        found = buckets_.emplace(caller, Bucket{burst_, now}).first;
    }
    Bucket& bucket = found->second;
    bucket = {filled(bucket, now), std::max(bucket.at, now)};
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
}

double RateLimit::filled(const Bucket& bucket, TimeMs now) const {
    const auto passed = static_cast<double>(std::max<TimeMs>(now - bucket.at, 0)) / kMsPerSecond;
    return std::min(burst_, bucket.tokens + passed * per_second_);
}

void RateLimit::forget_full(TimeMs now) {
    std::erase_if(buckets_, [&](const auto& entry) { return filled(entry.second, now) >= burst_; });
}

}  // namespace vafa::rest

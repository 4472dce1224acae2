#include "accounts/principal_cache.h"

namespace vafa::accounts {

std::optional<rest::Principal> PrincipalCache::find(const std::string& hash, TimeMs now) const {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(hash);
    if (found == entries_.end()) return std::nullopt;
    const std::int64_t age = now - found->second.at;
    if (age < 0 || age >= kLifeMs) return std::nullopt;
    return found->second.who;
}

PrincipalCache::Generation PrincipalCache::generation() const {
    const std::lock_guard lock(mutex_);
    return generation_;
}

void PrincipalCache::put(const std::string& hash, const rest::Principal& who, TimeMs now,
                         Generation seen) {
    const std::lock_guard lock(mutex_);
    if (seen != generation_) return;
    // Full is rare; starting anew costs each caller one look-up.
    if (entries_.size() >= kMaxEntries) entries_.clear();
    entries_[hash] = {who, now};
}

void PrincipalCache::forget_all() {
    const std::lock_guard lock(mutex_);
    ++generation_;
    entries_.clear();
}

}  // namespace vafa::accounts

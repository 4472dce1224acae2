#include "accounts/failure_table.h"

#include <arpa/inet.h>

#include "accounts/lockout.h"

namespace vafa::accounts {

std::int64_t FailureTable::locked_ms(std::string_view name, TimeMs now) const {
    const std::lock_guard lock(mutex_);
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? 0 : accounts::locked_ms(found->second->failures, now);
}

void FailureTable::add_failure(std::string_view name, TimeMs now) {
    const std::lock_guard lock(mutex_);
    if (const auto found = by_name_.find(name); found != by_name_.end()) {
        found->second->failures = after_failure(found->second->failures, now);
        entries_.splice(entries_.begin(), entries_, found->second);
        return;
    }
    if (entries_.size() == limit_) {
        by_name_.erase(entries_.back().name);
        entries_.pop_back();
    }
    entries_.push_front({std::string(name), after_failure({}, now)});
    by_name_.emplace(entries_.front().name, entries_.begin());
}

void FailureTable::forget(std::string_view name) {
    const std::lock_guard lock(mutex_);
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) return;
    const auto entry = found->second;
    by_name_.erase(found);
    entries_.erase(entry);
}

std::size_t FailureTable::size() const {
    const std::lock_guard lock(mutex_);
    return entries_.size();
}

std::string address_key(std::string_view peer) {
    constexpr std::size_t kNetworkBytes = 8;
    in6_addr address{};
    if (inet_pton(AF_INET6, std::string(peer).c_str(), &address) != 1 ||
        IN6_IS_ADDR_V4MAPPED(&address)) {
        return std::string(peer);
    }
    return {reinterpret_cast<const char*>(address.s6_addr), kNetworkBytes};
}

}  // namespace vafa::accounts

#include "platform/http/connection_count.h"

namespace vafa::http {

bool ConnectionCount::enter(const std::string& peer) {
    const std::lock_guard lock(mutex_);
    const auto known = by_peer_.find(peer);
    const int from_peer = known == by_peer_.end() ? 0 : known->second;
    if (open_ >= max_ || (!peer.empty() && from_peer >= max_per_peer_)) {
        ++refused_;
        return false;
    }
    ++open_;
    ++accepted_;
    if (!peer.empty()) by_peer_[peer] = from_peer + 1;
    return true;
}

void ConnectionCount::leave(const std::string& peer) {
    const std::lock_guard lock(mutex_);
    --open_;
    if (peer.empty()) return;
    const auto known = by_peer_.find(peer);
    if (--known->second == 0) by_peer_.erase(known);
}

int ConnectionCount::open() const {
    const std::lock_guard lock(mutex_);
    return open_;
}

}  // namespace vafa::http

#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

namespace vafa::http {

// How many connections there are, in all and from one peer. Thread-safe.
class ConnectionCount {
public:
    ConnectionCount(int max, int max_per_peer) : max_(max), max_per_peer_(max_per_peer) {}

    // False: over a limit, and counted as refused. An empty peer counts in the sum alone.
    bool enter(const std::string& peer);
    void leave(const std::string& peer);

    int open() const;
    std::uint64_t accepted() const { return accepted_; }
    std::uint64_t refused() const { return refused_; }

private:
    const int max_, max_per_peer_;
    mutable std::mutex mutex_;
    int open_ = 0;
    std::unordered_map<std::string, int> by_peer_;
    std::atomic<std::uint64_t> accepted_ = 0, refused_ = 0;
};

}  // namespace vafa::http

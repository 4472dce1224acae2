#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "platform/http/message.h"

namespace vafa::http {

// The gzipped forms of shared bodies, so that a cached answer which is asked for a thousand times
// is packed once. Holds no original alive; the longest unused leaves. Thread-safe.
class PackedCache {
public:
    explicit PackedCache(std::size_t max_entries = 64, std::size_t max_bytes = 32 << 20)
        : max_entries_(max_entries), max_bytes_(max_bytes) {}

    SharedBody packed(const SharedBody& body);

private:
    struct Entry {
        std::weak_ptr<const std::string> original;
        SharedBody packed;
        std::uint64_t used = 0;
    };
    SharedBody find(const SharedBody& body);
    void keep(const SharedBody& body, const SharedBody& packed);
    void make_room(std::size_t bytes);

    const std::size_t max_entries_, max_bytes_;
    std::mutex mutex_;
    std::vector<Entry> entries_;
    std::uint64_t turn_ = 0;
};

}  // namespace vafa::http

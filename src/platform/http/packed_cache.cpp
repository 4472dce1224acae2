#include "platform/http/packed_cache.h"

#include <algorithm>

#include "platform/http/gzip.h"

namespace vafa::http {

SharedBody PackedCache::packed(const SharedBody& body) {
    if (auto found = find(body)) return found;
    auto made = std::make_shared<const std::string>(gzip(*body));
    keep(body, made);
    return made;
}

SharedBody PackedCache::find(const SharedBody& body) {
    const std::lock_guard lock(mutex_);
    for (Entry& entry : entries_) {
        // The owner, not the address: an address is used again, an owner that is referred to never.
        if (entry.original.owner_before(body) || body.owner_before(entry.original)) continue;
        entry.used = ++turn_;
        return entry.packed;
    }
    return nullptr;
}

void PackedCache::keep(const SharedBody& body, const SharedBody& packed) {
    const std::lock_guard lock(mutex_);
    make_room(packed->size());
    if (packed->size() <= max_bytes_) entries_.push_back({body, packed, ++turn_});
}

void PackedCache::make_room(std::size_t bytes) {
    std::erase_if(entries_, [](const Entry& entry) { return entry.original.expired(); });
    std::size_t held = bytes;
    for (const Entry& entry : entries_) held += entry.packed->size();
    while (!entries_.empty() && (held > max_bytes_ || entries_.size() >= max_entries_)) {
        const auto oldest =
            std::min_element(entries_.begin(), entries_.end(),
                             [](const Entry& a, const Entry& b) { return a.used < b.used; });
        held -= oldest->packed->size();
        entries_.erase(oldest);
    }
}

}  // namespace vafa::http

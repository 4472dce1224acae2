#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "platform/rest/gate.h"

namespace vafa::accounts {

// Who a token or key stands for, by its hash, for kLifeMs: the usual request asks no database.
// Thread-safe.
//
// What was looked up before `forget_all` is not put in after it: a revocation counts at once. One
// by another process counts within kLifeMs.
class PrincipalCache {
public:
    static constexpr std::int64_t kLifeMs = 5 * kMsPerSecond;
    static constexpr std::size_t kMaxEntries = 4096;

    std::optional<rest::Principal> find(const std::string& hash, TimeMs now) const;

    // Taken before looking up, given when putting in.
    using Generation = std::uint64_t;
    Generation generation() const;
    void put(const std::string& hash, const rest::Principal& who, TimeMs now, Generation seen);
    void forget_all();

private:
    struct Entry {
        rest::Principal who;
        TimeMs at = 0;
    };
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Entry> entries_;
    Generation generation_ = 0;
};

}  // namespace vafa::accounts

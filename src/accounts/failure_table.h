#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "accounts/types.h"

namespace vafa::accounts {

// Failures by name (an address, a mail address nobody has), in memory: at most `limit` names, the
// one that failed longest ago is forgotten first. Thread-safe.
class FailureTable {
public:
    explicit FailureTable(std::size_t limit) : limit_(limit) {}

    std::int64_t locked_ms(std::string_view name, TimeMs now) const;
    void add_failure(std::string_view name, TimeMs now);
    void forget(std::string_view name);
    std::size_t size() const;

private:
    struct Entry {
        std::string name;
        Failures failures;
    };
    using Entries = std::list<Entry>;  // the latest first

    std::size_t limit_;
    mutable std::mutex mutex_;
    Entries entries_;
    std::unordered_map<std::string_view, Entries::iterator> by_name_;  // views into entries_
};

// What counts as one address: of IPv6 the network, since a subscriber owns 2^64 addresses in it.
std::string address_key(std::string_view peer);

}  // namespace vafa::accounts

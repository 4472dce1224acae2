#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace vafa::timeline {

// Which profiles are one customer; immutable.
class Links {
public:
    struct Link {
        std::int64_t profile = 0;
        std::int64_t customer = 0;
    };

    Links() = default;
    // Later pairs win over earlier ones of the same profile; nobody links to or from 0.
    explicit Links(const std::vector<std::pair<std::int64_t, std::int64_t>>& pairs);

    bool empty() const { return by_profile_.empty(); }
    std::int64_t customer_of(std::int64_t profile) const;
    // Linked profiles, without the customer's own.
    std::span<const Link> members_of(std::int64_t customer) const;
    std::span<const Link> by_customer() const { return by_customer_; }
    std::uint64_t bytes() const {
        return (by_profile_.size() + by_customer_.size()) * sizeof(Link);
    }

private:
    std::vector<Link> by_profile_;
    std::vector<Link> by_customer_;  // by (customer, profile)
};

}  // namespace vafa::timeline

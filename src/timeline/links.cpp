#include "timeline/links.h"

#include <algorithm>

namespace vafa::timeline {

Links::Links(const std::vector<std::pair<std::int64_t, std::int64_t>>& pairs) {
    for (const auto& [profile, customer] : pairs) by_profile_.push_back({profile, customer});
    std::ranges::stable_sort(by_profile_, {}, &Link::profile);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < by_profile_.size(); ++i) {
        const bool last =
            i + 1 == by_profile_.size() || by_profile_[i + 1].profile != by_profile_[i].profile;
        const Link& link = by_profile_[i];
        const bool useful =
            link.profile != link.customer && link.profile != 0 && link.customer != 0;
        if (last && useful) by_profile_[kept++] = by_profile_[i];
    }
    by_profile_.resize(kept);
    by_customer_ = by_profile_;
    std::ranges::stable_sort(by_customer_, {}, &Link::customer);
}

std::int64_t Links::customer_of(std::int64_t profile) const {
    const auto it = std::ranges::lower_bound(by_profile_, profile, {}, &Link::profile);
    return it != by_profile_.end() && it->profile == profile ? it->customer : profile;
}

std::span<const Links::Link> Links::members_of(std::int64_t customer) const {
    const auto found = std::ranges::equal_range(by_customer_, customer, {}, &Link::customer);
    return {found.begin(), found.end()};
}

}  // namespace vafa::timeline

#include "commerce/profiles.h"

#include <algorithm>

namespace vafa::commerce {

std::vector<ProfileId> Profiles::of_facts() const {
    std::vector<ProfileId> profiles;
    profiles.reserve(slots.of_fact.size());
    for (const auto slot : slots.of_fact) {
        profiles.push_back(slot == kNoSlot ? ProfileId{} : of_slot[slot].profile);
    }
    return profiles;
}

bool Profiles::is_fresh(std::uint32_t slot) const {
    return std::binary_search(
        fresh.begin(), fresh.end(), store::NewProfile{{}, slot},
        [](const store::NewProfile& a, const store::NewProfile& b) { return a.slot < b.slot; });
}

Profiles meet_profiles(sql::Session& session, Slots slots,
                       std::span<const store::ProfileName> named, IdSource& ids) {
    Profiles profiles;
    profiles.slots = std::move(slots);
    const auto stored = store::load_profiles(session, named);
    profiles.of_slot.reserve(stored.size());
    for (std::uint32_t slot = 0; slot < stored.size(); ++slot) {
        if (stored[slot]) {
            profiles.of_slot.push_back(*stored[slot]);
            continue;
        }
        const std::int64_t id = ids.next();
        profiles.of_slot.push_back({ProfileId{id}, CustomerId{id}});
        profiles.fresh.push_back({ProfileId{id}, slot});
    }
    store::insert_profiles(session, named, profiles.fresh);
    return profiles;
}

}  // namespace vafa::commerce

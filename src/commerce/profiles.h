#pragma once

#include <span>
#include <vector>

#include "commerce/store.h"

namespace vafa::commerce {

// The profiles that a batch names: those known, and new ones with ids of their own, each a
// customer by itself.
struct Profiles {
    Slots slots;
    std::vector<store::StoredProfile> of_slot;
    std::vector<store::NewProfile> fresh;

    std::vector<ProfileId> of_facts() const;
    bool is_fresh(std::uint32_t slot) const;
};

// `named`: what each slot is called. Writes the new ones.
Profiles meet_profiles(sql::Session& session, Slots slots,
                       std::span<const store::ProfileName> named, IdSource& ids);

}  // namespace vafa::commerce

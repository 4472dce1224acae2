#include "ingest/heavy_hitters.h"

#include <algorithm>

namespace vafa::ingest {

HeavyHitters::Slot& HeavyHitters::slot_of(std::uint64_t hash) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].count != 0 && slots_[at].hash != hash) at = (at + 1) & mask;
    return slots_[at];
}

void HeavyHitters::add(std::uint64_t hash, std::string_view shown, std::uint64_t companion) {
    if (slots_.empty()) slots_.resize(kCounters * 2);
    Slot* slot = &slot_of(hash);
    if (slot->count == 0) {
        if (used_ == kCounters) {
            lower();
            slot = &slot_of(hash);
        }
        ++used_;
        slot->hash = hash;
    }
    if (++slot->count >= kRememberFrom) remember(hash, shown, companion);
}

void HeavyHitters::remember(std::uint64_t hash, std::string_view shown, std::uint64_t companion) {
    Known& known = known_[hash];
    if (known.shown.empty()) known.shown = shown;
    auto& beside = known.companions;
    if (companion == 0 || beside.size() == kCompanions) return;
    if (std::find(beside.begin(), beside.end(), companion) == beside.end()) {
        beside.push_back(companion);
    }
}

void HeavyHitters::lower() {
    std::vector<std::int64_t> counts;
    for (const Slot& slot : slots_) {
        if (slot.count != 0) counts.push_back(slot.count);
    }
    const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
    std::nth_element(counts.begin(), middle, counts.end());
    const std::int64_t by = *middle;
    lowered_ += by;
    auto old = std::move(slots_);
    slots_.assign(kCounters * 2, {});
    used_ = 0;
    for (const Slot& slot : old) {
        if (slot.count > by) {
            slot_of(slot.hash) = {slot.hash, slot.count - by};
            ++used_;
        } else {
            known_.erase(slot.hash);
        }
    }
}

std::vector<HeavyHitters::Hitter> HeavyHitters::at_least(std::int64_t least) const {
    std::vector<Hitter> found;
    for (const Slot& slot : slots_) {
        if (slot.count == 0 || slot.count + lowered_ < least) continue;
        const auto known = known_.find(slot.hash);
        if (known == known_.end()) continue;
        found.push_back({.hash = slot.hash,
                         .count = slot.count + lowered_,
                         .shown = known->second.shown,
                         .companions = known->second.companions.size()});
    }
    std::sort(found.begin(), found.end(), [](const Hitter& a, const Hitter& b) {
        return a.count != b.count ? a.count > b.count : a.shown < b.shown;
    });
    return found;
}

}  // namespace vafa::ingest

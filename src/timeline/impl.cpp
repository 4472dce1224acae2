#include "timeline/impl.h"

#include "timeline/merge.h"

namespace vafa::timeline {
namespace {

constexpr std::size_t kZonesMax = 8;

}  // namespace

Timeline::Impl::Impl(TimeZone store_zone, unsigned worker_count)
    : zone(std::move(store_zone)),
      zone_key(fingerprint(zone)),
      starts(day_starts(zone)),
      workers(std::max(1U, worker_count)) {}

ViewPtr Timeline::Impl::view(const std::string& track) const {
    const std::shared_lock lock(swap);
    const auto it = views.find(track);
    return it == views.end() ? nullptr : it->second;
}

ViewPtr Timeline::Impl::view_or_empty(const std::string& track) const {
    if (ViewPtr known = view(track)) return known;
    const std::shared_lock lock(swap);
    return std::make_shared<const View>(std::make_shared<const Base>(), std::vector<ChunkPtr>(),
                                        links);
}

void Timeline::Impl::publish(const std::string& track, ViewPtr next) {
    const std::lock_guard lock(swap);
    // The old view, with all that hangs on it, is freed after the lock is gone.
    views[track].swap(next);
}

void Timeline::Impl::merge_track(const std::string& track) {
    const ViewPtr old = view(track);
    if (old == nullptr || old->chunks().empty()) return;
    std::uint64_t found_nothing = 0;
    auto base = merge_base(old->base(), old->flat(), workers, found_nothing);
    unmatched += found_nothing;
    next_seq[track] = 0;
    publish(track, std::make_shared<const View>(std::move(base), std::vector<ChunkPtr>(),
                                                old->links_ptr()));
}

std::shared_ptr<const ZoneDays> Timeline::Impl::zone_days(
    const std::optional<TimeZone>& asked) const {
    if (!asked.has_value()) return nullptr;
    const std::uint64_t key = fingerprint(*asked);
    if (key == zone_key) return nullptr;
    const std::lock_guard lock(zones_mutex);
    for (const auto& known : zones) {
        if (known->key() == key) return known;
    }
    if (zones.size() == kZonesMax) zones.erase(zones.begin());
    zones.push_back(std::make_shared<const ZoneDays>(starts, *asked));
    return zones.back();
}

unsigned Timeline::Impl::workers_of(const ScanRequest& request) const {
    return request.workers == 0 ? workers : request.workers;
}

}  // namespace vafa::timeline

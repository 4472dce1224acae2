#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <shared_mutex>

#include "timeline/api.h"
#include "timeline/scan.h"
#include "timeline/view.h"
#include "timeline/zone_days.h"

namespace vafa::timeline {

using ViewPtr = std::shared_ptr<const View>;

// Readers take a view and never look back; writers go one after another (`writer`), build the next
// view beside the current one, and swap it in under `swap`, held only for that.
struct Timeline::Impl {
    Impl(TimeZone store_zone, unsigned worker_count);

    ViewPtr view(const std::string& track) const;  // null: no such track
    ViewPtr view_or_empty(const std::string& track) const;
    void publish(const std::string& track, ViewPtr next);
    void merge_track(const std::string& track);  // with `writer` held
    // Null for the store's own zone.
    std::shared_ptr<const ZoneDays> zone_days(const std::optional<TimeZone>& asked) const;
    unsigned workers_of(const ScanRequest& request) const;

    const TimeZone zone;
    const std::uint64_t zone_key;
    const std::vector<TimeMs> starts;
    const unsigned workers;

    std::mutex writer;
    std::mutex saving;
    std::map<std::string, std::uint32_t> next_seq;  // with `writer` held
    std::atomic<std::uint64_t> unmatched = 0;

    mutable std::shared_mutex swap;
    std::map<std::string, ViewPtr> views;
    std::shared_ptr<const Links> links = std::make_shared<const Links>();

    mutable std::mutex zones_mutex;
    mutable std::vector<std::shared_ptr<const ZoneDays>> zones;  // oldest first
};

}  // namespace vafa::timeline

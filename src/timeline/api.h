#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/result.h"
#include "timeline/types.h"

namespace vafa::timeline {

struct ScanRequest {
    std::string track = "order";
    // Zone of Slice::day; nothing = the store's own (free). Another zone costs one pass to derive
    // its day column (rows with day precision keep their day), cached until rows change.
    std::optional<TimeZone> zone = {};
    std::vector<std::string> properties = {};  // must be loaded (has_property)
    unsigned workers = 0;                      // 0: as many as the timeline was made with
};

// Called once or more a worker, on ascending runs of customers; `worker` < workers, so kernels keep
// one accumulator a worker and no locks.
using Kernel = std::function<void(unsigned worker, const Slice& slice)>;

// A condition over one customer's rows of any track ("viewed category = X at least 3 times in 30
// days"), as segments will ask it.
struct CountCondition {
    std::string track;
    std::string property = {};  // empty: any row
    std::string value = {};     // equals
    std::int64_t at_least = 1;
    std::int32_t within_days = 0;  // a sliding window of that many local days; 0: ever
    std::optional<Day> from = {};
    std::optional<Day> to = {};
};

struct MemoryUse {
    std::uint64_t rows = 0, profiles = 0;
    std::uint64_t base_bytes = 0;      // columns, offsets, ids, wide amounts
    std::uint64_t buffer_bytes = 0;    // append buffers
    std::uint64_t property_bytes = 0;  // property columns and dictionaries
    std::uint64_t derived_bytes = 0;   // day columns of other zones
};

// The live index of all events, in memory or mapped from a snapshot. Thread-safe: any number of
// scans beside one writer; a scan sees the rows appended before it began.
class Timeline {
public:
    // `store_zone` fixes the day column; changing the store's zone means a rebuild.
    Timeline(TimeZone store_zone, unsigned workers);
    ~Timeline();
    Timeline(const Timeline&) = delete;
    Timeline& operator=(const Timeline&) = delete;

    const TimeZone& store_zone() const;
    unsigned workers() const;  // what `workers = 0` in a request means

    // Rows of one track. Days outside [1970-01-01, 2149-06-06] are refused as a whole.
    // Merges by itself when the buffer outgrows its limit (in the caller's thread).
    Result<void> append(const std::string& track, std::vector<Row> rows);
    void merge();  // folds all buffers into new base columns; scans go on meanwhile

    // profile → canonical profile; profiles without an entry stand for themselves. Replaces all.
    // Followed one step only. Links are not part of a snapshot.
    void set_links(std::vector<std::pair<std::int64_t, std::int64_t>> profile_to_customer);

    // One row's value of a property; "" = absent. Merges the track's buffers first.
    struct PropertyValue {
        std::int64_t profile;
        TimeMs at;
        std::uint64_t subject;
        std::string value;
    };
    // `next` yields values in any order until it returns false; rows without one are absent. An
    // error of its own ends the loading and leaves everything as it was.
    Result<void> load_property(const std::string& track, const std::string& name,
                               const std::function<Result<bool>(PropertyValue&)>& next);
    // Loaded, and no rows came since: rows appended later are absent in it until it is loaded anew.
    bool has_property(const std::string& track, const std::string& name) const;

    void scan(const ScanRequest& request, const Kernel& kernel) const;
    // One customer (canonical id); the kernel is called once, or not at all for a stranger.
    void scan_one(const ScanRequest& request, std::int64_t customer,
                  const std::function<void(const Slice&)>& kernel) const;
    // Rows without a customer, ordered by time, as a slice of one customer with id 0.
    void scan_anonymous(const ScanRequest& request,
                        const std::function<void(const Slice&)>& kernel) const;
    // Customers for whom the condition holds, ascending.
    std::vector<std::int64_t> customers_where(const CountCondition& condition) const;

    MemoryUse memory() const;
    std::vector<std::string> tracks() const;
    // Retractions that found no row equal to them, counted as they are merged.
    std::uint64_t unmatched_retractions() const;

    // Snapshot: one checksummed file, written beside and renamed; `watermark` is whatever the
    // caller needs to know whether it is still true (the number of events folded).
    Result<void> save(const std::string& path, std::uint64_t watermark);
    // Maps it read-only. not_found, damaged (checksum, format, zone differs): the caller rebuilds.
    static Result<std::unique_ptr<Timeline>> open(const std::string& path, TimeZone store_zone,
                                                  unsigned workers, std::uint64_t expect_watermark);

    struct Impl;  // of the module

private:
    explicit Timeline(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace vafa::timeline

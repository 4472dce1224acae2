#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "base/result.h"

namespace vafa::metrics {

inline constexpr std::size_t kReportCacheBytes = std::size_t{64} << 20;
// Two scans fill the memory bus; more would only make all of them late.
inline constexpr std::size_t kScansAtOnce = 2;
inline constexpr std::size_t kScansWaiting = 256;

struct CachedReport {
    std::shared_ptr<const std::string> bytes;
    std::string etag;
};

// Answers by (version of the data, question), the least lately asked dropped first. Who asks what
// is being computed waits for that; others wait their turn in the order they came. Thread-safe.
class ReportCache {
public:
    struct Limits {
        std::size_t bytes = kReportCacheBytes;
        std::size_t running = kScansAtOnce;
        std::size_t waiting = kScansWaiting;
    };
    struct Counts {
        std::uint64_t kept = 0, computed = 0, joined = 0, refused = 0;  // calls, by how they went
        std::size_t running = 0, waiting = 0, answers = 0, bytes = 0;   // now
    };
    using Compute = std::function<Result<std::string>()>;

    explicit ReportCache(Limits limits) : limits_(limits) {}
    ReportCache() : ReportCache(Limits{}) {}

    // Answers of older versions are dropped at once; those of a version older than one seen are
    // computed and not kept. What `compute` fails with or throws reaches all who wait for it and
    // is not kept. Error: unavailable `error.busy` when too many wait.
    Result<CachedReport> answer(std::uint64_t version, const std::string& question,
                                const Compute& compute);

    Counts counts() const;

private:
    using Key = std::pair<std::uint64_t, std::string>;
    struct Kept {
        std::string question;
        CachedReport report;
        std::size_t size() const;
    };
    struct Flight;
    using Lock = std::unique_lock<std::mutex>;

    void see(std::uint64_t version);
    const CachedReport* find(const std::string& question);
    void keep(std::uint64_t version, const std::string& question, const CachedReport& report);
    void drop_last();
    void wait_for_turn(Lock& lock);

    const Limits limits_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::uint64_t newest_ = 0;
    std::list<Kept> kept_;  // of version newest_, the last asked first
    std::map<std::string, std::list<Kept>::iterator, std::less<>> places_;
    std::map<Key, std::shared_ptr<Flight>> flights_;
    std::uint64_t next_turn_ = 0;
    std::deque<std::uint64_t> turns_;  // of those who wait
    Counts counts_;
};

}  // namespace vafa::metrics

#include "metrics/report_cache.h"

#include <exception>
#include <optional>

#include "platform/rest/call.h"

namespace vafa::metrics {
namespace {

constexpr std::size_t kEntryOverhead = 512;  // nodes, strings' heads, allocator

CachedReport cached(std::string bytes) {
    std::string etag = rest::etag_of_bytes(bytes);
    return {std::make_shared<const std::string>(std::move(bytes)), std::move(etag)};
}

}  // namespace

// One computation, and what came of it.
struct ReportCache::Flight {
    std::optional<Result<CachedReport>> answer;
    std::exception_ptr thrown;

    bool done() const { return answer || thrown; }
    Result<CachedReport> outcome() const {
        if (thrown) std::rethrow_exception(thrown);
        return *answer;
    }
    void run(const Compute& compute) {
        try {
            auto made = compute();
            answer = made.has_value() ? Result<CachedReport>(cached(std::move(made).value()))
                                      : Result<CachedReport>(std::move(made).error());
        } catch (...) {
            thrown = std::current_exception();
        }
    }
};

std::size_t ReportCache::Kept::size() const {
    return report.bytes->size() + 2 * question.size() + kEntryOverhead;
}

Result<CachedReport> ReportCache::answer(std::uint64_t version, const std::string& question,
                                         const Compute& compute) {
    Lock lock(mutex_);
    see(version);
    if (const auto* report = version == newest_ ? find(question) : nullptr) {
        ++counts_.kept;
        return *report;
    }
    const Key key(version, question);
    if (const auto found = flights_.find(key); found != flights_.end()) {
        const auto flight = found->second;
        ++counts_.joined;
        changed_.wait(lock, [&] { return flight->done(); });
        lock.unlock();
        return flight->outcome();
    }
    if (turns_.size() >= limits_.waiting) {
        ++counts_.refused;
        return unavailable("error.busy");
    }
    const auto flight = std::make_shared<Flight>();
    flights_.emplace(key, flight);
    wait_for_turn(lock);

    Flight mine;
    lock.unlock();
    mine.run(compute);
    lock.lock();
    *flight = std::move(mine);  // under the lock: others look at it
    flights_.erase(key);
    --counts_.running;
    ++counts_.computed;
    changed_.notify_all();
    if (flight->answer && flight->answer->has_value()) keep(version, question, **flight->answer);
    lock.unlock();
    return flight->outcome();
}

ReportCache::Counts ReportCache::counts() const {
    const Lock lock(mutex_);
    Counts counts = counts_;
    counts.waiting = turns_.size();
    counts.answers = kept_.size();
    return counts;
}

void ReportCache::see(std::uint64_t version) {
    if (version <= newest_) return;
    newest_ = version;
    places_.clear();
    kept_.clear();
    counts_.bytes = 0;
}

const CachedReport* ReportCache::find(const std::string& question) {
    const auto place = places_.find(question);
    if (place == places_.end()) return nullptr;
    kept_.splice(kept_.begin(), kept_, place->second);
    return &kept_.front().report;
}

void ReportCache::keep(std::uint64_t version, const std::string& question,
                       const CachedReport& report) {
    Kept one{question, report};
    if (version != newest_ || one.size() > limits_.bytes) return;
    counts_.bytes += one.size();
    kept_.push_front(std::move(one));
    places_[question] = kept_.begin();
    while (counts_.bytes > limits_.bytes) drop_last();
}

void ReportCache::drop_last() {
    counts_.bytes -= kept_.back().size();
    places_.erase(kept_.back().question);
    kept_.pop_back();
}

void ReportCache::wait_for_turn(Lock& lock) {
    const std::uint64_t turn = next_turn_++;
    turns_.push_back(turn);
    changed_.wait(lock,
                  [&] { return turns_.front() == turn && counts_.running < limits_.running; });
    turns_.pop_front();
    ++counts_.running;
    changed_.notify_all();  // the next may have room, too
}

}  // namespace vafa::metrics

#include "platform/parallel/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace vafa {
namespace {

class Loop {
public:
    Loop(std::size_t chunks, const std::function<void(unsigned, std::size_t)>& work)
        : chunks_(chunks), work_(work) {}

    void run(unsigned worker) {
        for (;;) {
            const std::size_t chunk = next_.fetch_add(1, std::memory_order_relaxed);
            if (chunk >= chunks_ || failed_.load(std::memory_order_relaxed)) return;
            try {
                work_(worker, chunk);
            } catch (...) {
                keep(chunk, std::current_exception());
            }
        }
    }

    void rethrow() const {
        if (failure_) std::rethrow_exception(failure_);
    }

private:
    void keep(std::size_t chunk, std::exception_ptr failure) {
        const std::lock_guard lock(mutex_);
        failed_ = true;
        if (failure_ && chunk > failed_chunk_) return;
        failure_ = std::move(failure);
        failed_chunk_ = chunk;
    }

    const std::size_t chunks_;
    const std::function<void(unsigned, std::size_t)>& work_;
    std::atomic<std::size_t> next_{0};
    std::atomic<bool> failed_{false};
    std::mutex mutex_;
    std::exception_ptr failure_;
    std::size_t failed_chunk_ = 0;
};

}  // namespace

unsigned hardware_workers() { return std::max(1U, std::thread::hardware_concurrency()); }

void parallel_for(unsigned workers, std::size_t chunks,
                  const std::function<void(unsigned worker, std::size_t chunk)>& work) {
    Loop loop(chunks, work);
    {
        std::vector<std::jthread> others;
        const auto wanted = std::min<std::size_t>(std::max(workers, 1U), chunks);
        for (unsigned worker = 1; worker < wanted; ++worker) {
            try {
                others.emplace_back([&loop, worker] { loop.run(worker); });
            } catch (const std::system_error&) {
                break;  // the system has no thread left: the ones we have do the work
            }
        }
        loop.run(0);
    }
    loop.rethrow();
}

}  // namespace vafa

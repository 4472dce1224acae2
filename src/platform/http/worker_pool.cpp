#include "platform/http/worker_pool.h"

#include <utility>

#include "platform/http/signals.h"

namespace vafa::http {

WorkerPool::WorkerPool(int workers, int max_queued)
    : max_queued_(static_cast<std::size_t>(max_queued)) {
    for (int i = 0; i < workers; ++i)
        threads_.emplace_back([this] {
            block_signals();
            work();
        });
}

WorkerPool::~WorkerPool() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    ready_.notify_all();
    threads_.clear();  // joins while the rest is still there
}

bool WorkerPool::submit(std::function<void()> job) {
    {
        const std::lock_guard lock(mutex_);
        // Free workers take a job at once, so it does not count as waiting.
        const std::size_t free = threads_.size() - static_cast<std::size_t>(running_);
        if (ending_ || jobs_.size() >= max_queued_ + free) return false;
        jobs_.push_back(std::move(job));
    }
    ready_.notify_one();
    return true;
}

int WorkerPool::queued() const {
    const std::lock_guard lock(mutex_);
    return static_cast<int>(jobs_.size());
}

int WorkerPool::running() const {
    const std::lock_guard lock(mutex_);
    return running_;
}

void WorkerPool::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        ready_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
        if (jobs_.empty()) return;
        std::function<void()> job = std::move(jobs_.front());
        jobs_.pop_front();
        ++running_;
        lock.unlock();
        job();
        job = nullptr;
        lock.lock();
        --running_;
    }
}

}  // namespace vafa::http

#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace vafa::http {

// Threads that run jobs in the order they came; a full queue refuses. Jobs must not throw.
class WorkerPool {
public:
    WorkerPool(int workers, int max_queued);
    ~WorkerPool();  // after the jobs that were taken

    bool submit(std::function<void()> job);
    int queued() const;
    int running() const;

private:
    void work();

    const std::size_t max_queued_;
    mutable std::mutex mutex_;
    std::condition_variable ready_;
    std::deque<std::function<void()>> jobs_;
    int running_ = 0;
    bool ending_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace vafa::http

#include "platform/parallel/task_queue.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace vafa {

struct TaskQueue::Impl {
    explicit Impl(std::size_t most_waiting) : most(most_waiting) {}

    const std::size_t most;
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::function<void()>> waiting;
    bool busy = false, stopping = false;
    std::thread thread;

    void run() {
        std::unique_lock lock(mutex);
        while (true) {
            changed.wait(lock, [this] { return !waiting.empty() || stopping; });
            if (waiting.empty()) return;
            {
                const auto task = std::move(waiting.front());
                waiting.pop_front();
                busy = true;
                changed.notify_all();
                lock.unlock();
                task();
            }
            lock.lock();
            busy = false;
            changed.notify_all();
        }
    }
};

TaskQueue::TaskQueue(std::size_t most) : impl_(std::make_unique<Impl>(most)) {}

TaskQueue::~TaskQueue() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->stopping = true;
    }
    impl_->changed.notify_all();
    if (impl_->thread.joinable()) impl_->thread.join();
}

void TaskQueue::add(std::function<void()> task) {
    std::unique_lock lock(impl_->mutex);
    if (!impl_->thread.joinable()) {
        impl_->thread = std::thread([raw = impl_.get()] { raw->run(); });
    }
    impl_->changed.wait(lock, [this] { return impl_->waiting.size() < impl_->most; });
    impl_->waiting.push_back(std::move(task));
    impl_->changed.notify_all();
}

void TaskQueue::wait() {
    std::unique_lock lock(impl_->mutex);
    impl_->changed.wait(lock, [this] { return impl_->waiting.empty() && !impl_->busy; });
}

}  // namespace vafa

#include "platform/parallel/background_worker.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace vafa {

struct BackgroundWorker::Impl {
    std::function<void()> work;
    std::chrono::milliseconds every;
    std::mutex mutex;
    std::condition_variable changed;
    bool woken = false;
    std::atomic<bool> stopping = false;
    std::thread thread;

    void wait(std::unique_lock<std::mutex>& lock) {
        const auto called = [this] { return woken || stopping; };
        if (every == std::chrono::milliseconds::max()) return changed.wait(lock, called);
        changed.wait_for(lock, every, called);
    }

    void run() {
        std::unique_lock lock(mutex);
        while (true) {
            wait(lock);
            if (stopping) return;
            woken = false;
            lock.unlock();
            work();
            lock.lock();
        }
    }
};

BackgroundWorker::BackgroundWorker(std::function<void()> work, std::chrono::milliseconds every)
    : impl_(std::make_unique<Impl>()) {
    impl_->work = std::move(work);
    impl_->every = every;
    impl_->thread = std::thread([raw = impl_.get()] { raw->run(); });
}

BackgroundWorker::~BackgroundWorker() { stop(); }

void BackgroundWorker::wake() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->woken = true;
    }
    impl_->changed.notify_all();
}

void BackgroundWorker::stop() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->stopping = true;
    }
    impl_->changed.notify_all();
    if (impl_->thread.joinable()) impl_->thread.join();
}

bool BackgroundWorker::stopping() const { return impl_->stopping; }

}  // namespace vafa

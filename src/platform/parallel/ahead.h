#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>

#include "platform/parallel/task_queue.h"

namespace vafa {

// Calls `make` on a thread of its own while what it made before is used: at most `most` values
// wait. `make` answers nothing at its end, and is not called again after that or after it threw. It
// is not running any more once `next` has answered nothing or thrown, or this object is gone.
template <class T>
class Ahead {
public:
    Ahead(std::size_t most, std::function<std::optional<T>()> make)
        : most_(most), make_(std::move(make)) {
        maker_.add([this] { run(); });
    }
    ~Ahead() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        changed_.notify_all();
        maker_.wait();
    }
    Ahead(const Ahead&) = delete;
    Ahead& operator=(const Ahead&) = delete;

    std::optional<T> next() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !ready_.empty() || over_; });
        if (ready_.empty()) {
            if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
            return std::nullopt;
        }
        std::optional<T> value(std::move(ready_.front()));
        ready_.pop_front();
        changed_.notify_all();
        return value;
    }

private:
    void run() {
        while (true) {
            std::optional<T> value;
            std::exception_ptr failure;
            try {
                value = make_();
            } catch (...) {
                failure = std::current_exception();
            }
            std::unique_lock lock(mutex_);
            over_ = !value;
            failure_ = failure;
            if (value) ready_.push_back(std::move(*value));
            changed_.notify_all();
            changed_.wait(lock, [this] { return ready_.size() < most_ || stopping_ || over_; });
            if (stopping_ || over_) return;
        }
    }

    const std::size_t most_;
    const std::function<std::optional<T>()> make_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<T> ready_;
    bool over_ = false, stopping_ = false;
    std::exception_ptr failure_;
    TaskQueue maker_{1};  // last: its thread uses the others
};

}  // namespace vafa

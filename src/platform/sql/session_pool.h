#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace vafa::sql {

// A bounded number of connections, opened when first needed. Thread-safe.
template <class SessionType>
class SessionPool {
public:
    using Open = std::function<std::unique_ptr<SessionType>()>;

    SessionPool(int size, Open open) : open_(std::move(open)), unopened_(size) {}

    // Waits for a free session; may throw what `open` throws.
    std::unique_ptr<SessionType> take() {
        {
            std::unique_lock lock(mutex_);
            freed_.wait(lock, [this] { return !free_.empty() || unopened_ > 0; });
            if (!free_.empty()) {
                std::unique_ptr<SessionType> session = std::move(free_.back());
                free_.pop_back();
                return session;
            }
            --unopened_;
        }
        try {
            return open_();
        } catch (...) {
            give_back(nullptr);
            throw;
        }
    }
    // Null when the session broke: another may be opened in its place.
    void give_back(std::unique_ptr<SessionType> session) {
        {
            const std::lock_guard lock(mutex_);
            if (session) {
                free_.push_back(std::move(session));
            } else {
                ++unopened_;
            }
        }
        freed_.notify_one();
    }

private:
    Open open_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<SessionType>> free_;
    int unopened_;
};

}  // namespace vafa::sql

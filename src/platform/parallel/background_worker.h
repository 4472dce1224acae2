#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace vafa {

// One thread for long work that nobody waits for. Each `wake` leads to at least one call of the
// work that begins after it; calls never overlap. The work must not throw. With `every` it also
// wakes by itself, so long after the last call.
class BackgroundWorker {
public:
    explicit BackgroundWorker(std::function<void()> work,
                              std::chrono::milliseconds every = std::chrono::milliseconds::max());
    ~BackgroundWorker();  // stop()

    void wake();
    // No further calls; waits for the one at hand, which may ask `stopping`.
    void stop();
    bool stopping() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace vafa

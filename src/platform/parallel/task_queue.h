#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace vafa {

// One thread that does tasks in the order they were added; it is started by the first. Tasks must
// not throw.
class TaskQueue {
public:
    // While `most` tasks wait beside the one at hand, whoever adds another waits, too.
    explicit TaskQueue(std::size_t most);
    ~TaskQueue();  // does all that was added
    TaskQueue(const TaskQueue&) = delete;
    TaskQueue& operator=(const TaskQueue&) = delete;

    void add(std::function<void()> task);
    // Until all is done. What the tasks wrote is visible afterwards.
    void wait();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace vafa

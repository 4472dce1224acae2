#pragma once

#include <chrono>
#include <ctime>

namespace vafa::bench {

class Stopwatch {
public:
    // For a machine that does other work meanwhile: the processor time of all threads, shared out
    // among this many, instead of the wall clock.
    static inline unsigned cpu_shared_by = 0;

    double seconds() const { return now() - begin_; }

private:
    static double now() {
        if (cpu_shared_by > 0) {
            return static_cast<double>(std::clock()) / CLOCKS_PER_SEC / cpu_shared_by;
        }
        const auto since = std::chrono::steady_clock::now().time_since_epoch();
        return std::chrono::duration<double>(since).count();
    }

    double begin_ = now();
};

}  // namespace vafa::bench

#pragma once

namespace vafa::app {

// SIGINT and SIGTERM, waited for instead of interrupting. Made before any thread is, so that all
// inherit the mask; a second signal after wait() ends the process at once, as people expect of a
// second Ctrl-C.
class StopSignal {
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    void wait();

private:
    void let_through();
    bool blocked_ = true;
};

}  // namespace vafa::app

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/rng.h"
#include "base/time.h"
#include "platform/files/descriptor.h"
#include "platform/http/connection.h"
#include "platform/http/server.h"

namespace boost::asio {
class io_context;
}

namespace vafa::http {

struct Shared;

// One thread that reads and writes sockets, and its connections. Their deadlines are numbers which
// one timer looks through now and then: thousands of timers would cost more than they tell.
class IoLoop : public std::enable_shared_from_this<IoLoop> {
public:
    explicit IoLoop(Shared& shared);
    ~IoLoop();

    // From any thread.
    void start();
    void adopt(files::Descriptor connection, std::string peer);
    void stop();  // drains, and cuts what is left after Limits::drain_ms
    void join();
    boost::asio::io_context& context();

    // On the loop's thread.
    std::int64_t now_ms() const;  // steady
    std::string_view date();      // as answers say it
    std::string next_request_id();
    std::span<char> scratch() { return scratch_; }  // until the next wait
    void enter(Connection& connection);
    void leave(Connection& connection);

private:
    struct Engine;

    void sweep();
    void wait_for_sweep();

    Shared& shared_;
    const std::int64_t sweep_ms_;
    SystemClock clock_;
    Rng rng_;
    IdSource ids_;
    std::vector<char> scratch_;
    std::vector<Connection*> connections_;
    std::string date_;
    std::int64_t date_second_ = 0;
    std::int64_t cut_at_ms_ = Connection::kNoDeadline;
    bool stopping_ = false;
    std::unique_ptr<Engine> engine_;
};

}  // namespace vafa::http

#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

namespace vafa::http {

// What an IoLoop knows of a connection; all calls on the loop's thread.
class Connection {
public:
    static constexpr std::int64_t kNoDeadline = std::numeric_limits<std::int64_t>::max();

    Connection() = default;
    virtual ~Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    virtual void expire() = 0;  // the deadline is over
    virtual void drain() = 0;   // the server stops: end as soon as what is under way is done
    virtual void cut() = 0;     // end now

    std::int64_t deadline_ms = kNoDeadline;  // on the loop's clock
    std::size_t place = 0;                   // the loop's
};

}  // namespace vafa::http

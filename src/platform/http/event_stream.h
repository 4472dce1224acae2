#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace vafa::http {

// Server-sent events (WHATWG HTML, section 9.2) of one client. The producer sends from any thread
// and never waits: a client that falls behind kMaxPending bytes is cut off and comes back with
// last-event-id. The server sends a comment every 15 s to keep proxies awake.
class EventStream {
public:
    static constexpr std::size_t kMaxPending = 256 * 1024;

    // False: the client is gone; the producer forgets the stream. Line breaks in `data` are
    // allowed, in `event` and `id` not.
    bool send(std::string_view event, std::string_view data, std::string_view id = {});
    void close();  // after what was sent is written
    bool open() const;

    // The server's side: `wake` is called (under no lock) when there is something to take.
    void attach(std::function<void()> wake);
    std::string take();     // all pending bytes
    void abandon();         // the client went
    bool finished() const;  // closed or cut off, and nothing pending

private:
    mutable std::mutex mutex_;
    std::string pending_;
    std::function<void()> wake_;
    bool closed_ = false, abandoned_ = false;
};

}  // namespace vafa::http

#include "platform/http/event_stream.h"

#include <utility>

namespace vafa::http {
namespace {

void append_event(std::string& out, std::string_view event, std::string_view data,
                  std::string_view id) {
    if (!id.empty()) out.append("id: ").append(id).append("\n");
    if (!event.empty()) out.append("event: ").append(event).append("\n");
    for (;;) {
        // CR, LF and CRLF all end a line.
        const std::size_t end = data.find_first_of("\r\n");
        out.append("data: ").append(data.substr(0, end)).append("\n");
        if (end == std::string_view::npos) break;
        data.remove_prefix(end + (data.substr(end, 2) == "\r\n" ? 2 : 1));
    }
    out += '\n';
}

}  // namespace

bool EventStream::send(std::string_view event, std::string_view data, std::string_view id) {
    std::function<void()> wake;
    bool kept = true;
    {
        const std::lock_guard lock(mutex_);
        if (closed_ || abandoned_) return false;
        append_event(pending_, event, data, id);
        if (pending_.size() > kMaxPending) {
            abandoned_ = true;
            pending_ = {};
            kept = false;
        }
        wake = wake_;
    }
    if (wake) wake();
    return kept;
}

void EventStream::close() {
    std::function<void()> wake;
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        wake = wake_;
    }
    if (wake) wake();
}

bool EventStream::open() const {
    const std::lock_guard lock(mutex_);
    return !closed_ && !abandoned_;
}

void EventStream::attach(std::function<void()> wake) {
    const std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
}

std::string EventStream::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(pending_, {});
}

void EventStream::abandon() {
    std::function<void()> dropped;  // destroyed after the lock
    const std::lock_guard lock(mutex_);
    abandoned_ = true;
    pending_ = {};
    dropped.swap(wake_);
}

bool EventStream::finished() const {
    const std::lock_guard lock(mutex_);
    return (closed_ || abandoned_) && pending_.empty();
}

}  // namespace vafa::http

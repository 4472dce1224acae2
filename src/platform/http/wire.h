#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "platform/http/tls.h"

namespace vafa::http {

// The bytes of one connection, plain or TLS, over a non-blocking socket that somebody else owns and
// waits for. Nothing here ever waits.
class Wire {
public:
    enum class State { done, wants_read, wants_write, closed };
    struct Moved {
        State state = State::done;
        std::size_t bytes = 0;
    };

    Wire(int socket, const TlsContext* tls);

    bool secure() const { return tls_ != nullptr; }
    State handshake();
    Moved read(std::span<char> into);
    Moved write(std::string_view bytes);
    void end_writing();  // as far as the socket takes it

private:
    Moved moved(int result);

    int socket_;
    TlsContext::Session tls_;
    bool broken_ = false;
};

}  // namespace vafa::http

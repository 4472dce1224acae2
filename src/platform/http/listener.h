#pragma once

#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "base/result.h"
#include "platform/files/descriptor.h"

namespace vafa::http {

// One listening socket and the thread that accepts on it.
class Listener {
public:
    // Address or host name; port 0 is any free one. unavailable `error.address_in_use`,
    // `error.address_unusable`.
    static Result<Listener> open(const std::string& address, int port);

    int port() const { return port_; }

    // Calls `take` on a thread of its own with each connection (non-blocking) and the peer's normal
    // address.
    using Take = std::function<void(files::Descriptor connection, std::string peer)>;
    void start(Take take);
    // Nothing is taken after this; the port is free.
    void stop();

private:
    Listener(files::Descriptor socket, files::Descriptor wake, int port)
        : socket_(std::move(socket)), wake_(std::move(wake)), port_(port) {}

    files::Descriptor socket_, wake_;
    int port_;
    std::jthread thread_;
};

}  // namespace vafa::http

#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "base/result.h"
#include "platform/local/connection.h"

namespace vafa::local {

// Further ones wait for a free place.
inline constexpr int kMaxConnections = 16;
// From connecting to the first frame.
inline constexpr int kFirstFrameSeconds = 10;

// Listens at a path for processes of the same user, or root; each connection is served on a thread
// of its own.
class Server {
public:
    // Called with every connection; it ends when this returns. May throw: it is logged.
    using Serve = std::function<void(Connection&)>;

    // A socket that a killed process left is replaced: whoever calls this owns the folder.
    static Result<std::unique_ptr<Server>> start(const std::filesystem::path& path, Serve serve);
    ~Server();  // stop()

    // Takes no more connections, shuts down those there are and waits until they were served.
    void stop();

private:
    struct Impl;
    explicit Server(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace vafa::local

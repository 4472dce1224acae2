#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "platform/files/descriptor.h"

namespace vafa::local {

// What travels: one byte that says what it is, four of length (little-endian), the bytes.
struct Frame {
    char kind = 0;
    std::string payload;
};
inline constexpr std::size_t kMaxFrameBytes = 1 << 20;
// A peer that takes nothing for so long is gone.
inline constexpr int kSendSeconds = 30;

// One end of a stream socket between two processes of one machine. `send` may be called from any
// thread, the others from one.
class Connection {
public:
    explicit Connection(files::Descriptor socket);

    // Nothing where nobody listens at `path`.
    static Result<std::optional<Connection>> open(const std::filesystem::path& path);
    Connection(Connection&& other) noexcept;

    // Longer payloads go as several frames of that kind. unavailable `error.peer_gone`.
    Result<void> send(char kind, std::string_view payload);
    // Waits. Nothing: the peer closed. With `until_signal` a signal's arrival ends the waiting:
    // cancelled `error.interrupted`; it may be called again.
    Result<std::optional<Frame>> receive(bool until_signal = false);
    // The peer sent something or is gone; waits for nothing.
    bool has_input() const;
    // Ends whatever waits on it, from any thread.
    void shut_down();
    // At most so long does receive wait; 0: for ever.
    void limit_waiting(int seconds);

    // Who is at the other end.
    std::optional<unsigned> peer_user() const;

private:
    Result<bool> receive_exactly(char* into, std::size_t size, bool until_signal);

    files::Descriptor socket_;
    std::mutex sending_;
};

}  // namespace vafa::local

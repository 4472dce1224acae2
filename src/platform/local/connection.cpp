#include "platform/local/connection.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>

#include "platform/files/error.h"
#include "platform/local/address.h"

namespace vafa::local {
namespace {

constexpr std::size_t kHeadBytes = 5;

Error peer_gone() { return unavailable("error.peer_gone"); }

std::array<char, kHeadBytes> head_of(char kind, std::size_t size) {
    std::array<char, kHeadBytes> head{kind};
    for (std::size_t i = 0; i < 4; ++i) head[i + 1] = static_cast<char>(size >> (8 * i) & 0xFF);
    return head;
}

std::size_t size_in(const std::array<char, kHeadBytes>& head) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        size |= static_cast<std::size_t>(static_cast<unsigned char>(head[i + 1])) << (8 * i);
    }
    return size;
}

Result<void> send_all(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return peer_gone();
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return {};
}

void set_timeout(int socket, int option, int seconds) {
    const timeval limit{seconds, 0};
    (void)::setsockopt(socket, SOL_SOCKET, option, &limit, sizeof limit);
}

}  // namespace

Connection::Connection(files::Descriptor socket) : socket_(std::move(socket)) {
    set_timeout(socket_.number(), SO_SNDTIMEO, kSendSeconds);
}

Connection::Connection(Connection&& other) noexcept : socket_(std::move(other.socket_)) {}

Result<std::optional<Connection>> Connection::open(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::is_socket(path, ignored)) return std::optional<Connection>();
    VAFA_TRY(const Address address, address_of(path));
    files::Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket) return files::error_of(errno, path);
    const auto* where = reinterpret_cast<const sockaddr*>(&address.value);
    if (::connect(socket.number(), where, address.size) != 0) return std::optional<Connection>();
    return std::optional<Connection>(Connection(std::move(socket)));
}

Result<void> Connection::send(char kind, std::string_view payload) {
    const std::lock_guard lock(sending_);
    do {
        const std::string_view part = payload.substr(0, kMaxFrameBytes);
        const auto head = head_of(kind, part.size());
        VAFA_CHECK(send_all(socket_.number(), {head.data(), head.size()}));
        VAFA_CHECK(send_all(socket_.number(), part));
        payload.remove_prefix(part.size());
    } while (!payload.empty());
    return {};
}

Result<std::optional<Frame>> Connection::receive(bool until_signal) {
    std::array<char, kHeadBytes> head{};
    VAFA_TRY(const bool more, receive_exactly(head.data(), head.size(), until_signal));
    if (!more) return std::optional<Frame>();
    const std::size_t size = size_in(head);
    if (size > kMaxFrameBytes) return Error{ErrorCode::too_large, "error.frame_too_large"};
    Frame frame{head[0], std::string(size, '\0')};
    VAFA_TRY(const bool whole, receive_exactly(frame.payload.data(), size, false));
    if (!whole && size > 0) return peer_gone();
    return std::optional<Frame>(std::move(frame));
}

// False: the peer closed before the first byte.
Result<bool> Connection::receive_exactly(char* into, std::size_t size, bool until_signal) {
    std::size_t have = 0;
    while (have < size) {
        const ssize_t got = ::recv(socket_.number(), into + have, size - have, 0);
        if (got > 0) {
            have += static_cast<std::size_t>(got);
        } else if (got == 0 && have == 0) {
            return false;
        } else if (got < 0 && errno == EINTR) {
            if (until_signal && have == 0) return Error{ErrorCode::cancelled, "error.interrupted"};
        } else {
            return peer_gone();
        }
    }
    return true;
}

bool Connection::has_input() const {
    pollfd poll{socket_.number(), POLLIN, 0};
    return ::poll(&poll, 1, 0) > 0;
}

void Connection::shut_down() { (void)::shutdown(socket_.number(), SHUT_RDWR); }

void Connection::limit_waiting(int seconds) { set_timeout(socket_.number(), SO_RCVTIMEO, seconds); }

std::optional<unsigned> Connection::peer_user() const {
    ucred who{};
    socklen_t size = sizeof who;
    if (::getsockopt(socket_.number(), SOL_SOCKET, SO_PEERCRED, &who, &size) != 0) {
        return std::nullopt;
    }
    return who.uid;
}

}  // namespace vafa::local

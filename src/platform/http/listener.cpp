#include "platform/http/listener.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <system_error>

#include "platform/http/ip_address.h"
#include "platform/http/signals.h"
#include "platform/log/log.h"

namespace vafa::http {
namespace {

constexpr int kBacklog = 4096;
// Out of descriptors or memory: the connection stays in the backlog, and is tried again.
constexpr int kPauseMs = 100;

struct FreeAddresses {
    void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

Error unusable(std::string key, const std::string& address, int port, std::string reason) {
    return unavailable(std::move(key))
        .with("address", address)
        .with("port", std::to_string(port))
        .with("reason", std::move(reason));
}

Result<Addresses> resolved(const std::string& address, int port) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* list = nullptr;
    const int failed = ::getaddrinfo(address.c_str(), std::to_string(port).c_str(), &hints, &list);
    if (failed != 0)
        return unusable("error.address_unusable", address, port, ::gai_strerror(failed));
    return Addresses(list);
}

bool switch_on(int socket, int level, int option, int value = 1) {
    return ::setsockopt(socket, level, option, &value, sizeof value) == 0;
}

int bound_port(int socket) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    const auto* v4 = reinterpret_cast<const sockaddr_in*>(&address);
    const auto* v6 = reinterpret_cast<const sockaddr_in6*>(&address);
    return ntohs(address.ss_family == AF_INET6 ? v6->sin6_port : v4->sin_port);
}

std::string peer_of(const sockaddr_storage& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const auto* v4 = reinterpret_cast<const sockaddr_in*>(&address);
    const auto* v6 = reinterpret_cast<const sockaddr_in6*>(&address);
    const void* number = address.ss_family == AF_INET6 ? static_cast<const void*>(&v6->sin6_addr)
                                                       : static_cast<const void*>(&v4->sin_addr);
    ::inet_ntop(address.ss_family, number, text.data(), text.size());
    return normal_address(text.data()).value_or(text.data());
}

// False: there is nothing to accept now.
bool accept_one(int listening, const Listener::Take& take) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    files::Descriptor connection(::accept4(listening, reinterpret_cast<sockaddr*>(&address), &size,
                                           SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!connection) return errno == ECONNABORTED || errno == EINTR;
    switch_on(connection.number(), IPPROTO_TCP, TCP_NODELAY);
    take(std::move(connection), peer_of(address));
    return true;
}

bool exhausted(int error) {
    return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

void accept_until(int wake, int listening, const Listener::Take& take) {
    block_signals();
    bool pause = false;
    for (;;) {
        std::array<pollfd, 2> watched{pollfd{wake, POLLIN, 0}, pollfd{listening, POLLIN, 0}};
        ::poll(watched.data(), pause ? 1 : 2, pause ? kPauseMs : -1);
        const bool last = watched[0].revents != 0;
        pause = false;
        // The last time, too: who waits in the backlog may have sent a request already.
        while (accept_one(listening, take)) continue;
        if (last) return;
        if (exhausted(errno)) {
            if (!pause) log::warning("no connection can be accepted: error {}", errno);
            pause = true;
        }
    }
}

}  // namespace

Result<Listener> Listener::open(const std::string& address, int port) {
    VAFA_TRY(const Addresses addresses, resolved(address, port));
    const addrinfo& first = *addresses;
    files::Descriptor socket(
        ::socket(first.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    files::Descriptor wake(::eventfd(0, EFD_CLOEXEC));
    bool good = static_cast<bool>(socket) && static_cast<bool>(wake) &&
                switch_on(socket.number(), SOL_SOCKET, SO_REUSEADDR);
    if (good && first.ai_family == AF_INET6)
        good = switch_on(socket.number(), IPPROTO_IPV6, IPV6_V6ONLY, 0);
    good = good && ::bind(socket.number(), first.ai_addr, first.ai_addrlen) == 0 &&
           ::listen(socket.number(), kBacklog) == 0;
    if (!good) {
        const int error = errno;
        return unusable(error == EADDRINUSE ? "error.address_in_use" : "error.address_unusable",
                        address, port, std::generic_category().message(error));
    }
    const int bound = bound_port(socket.number());
    return Listener(std::move(socket), std::move(wake), bound);
}

void Listener::start(Take take) {
    thread_ = std::jthread([wake = wake_.number(), socket = socket_.number(),
                            take = std::move(take)] { accept_until(wake, socket, take); });
}

void Listener::stop() {
    if (thread_.joinable()) {
        ::eventfd_write(wake_.number(), 1);
        thread_.join();
    }
    socket_.close();
}

}  // namespace vafa::http

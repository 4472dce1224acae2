#include "platform/local/server.h"

#include <array>
#include <cerrno>
#include <condition_variable>
#include <exception>
#include <list>
#include <mutex>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "platform/files/error.h"
#include "platform/local/address.h"
#include "platform/log/log.h"

namespace vafa::local {
namespace {

Result<files::Descriptor> listen_at(const std::filesystem::path& path) {
    VAFA_TRY(const Address address, address_of(path));
    files::Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket) return files::error_of(errno, path);
    ::unlink(path.c_str());
    const auto* where = reinterpret_cast<const sockaddr*>(&address.value);
    // Nobody can connect before listen, so that nobody meets the permissions it is born with.
    const bool good = ::bind(socket.number(), where, address.size) == 0 &&
                      ::chmod(path.c_str(), S_IRUSR | S_IWUSR) == 0 &&
                      ::listen(socket.number(), kMaxConnections) == 0;
    if (!good) return files::error_of(errno, path);
    return socket;
}

bool is_ours(const Connection& connection) {
    const auto user = connection.peer_user();
    return user && (*user == 0 || *user == ::geteuid());
}

}  // namespace

struct Server::Impl {
    // A connection and its thread; `done` once it can be joined without waiting.
    struct Guest {
        explicit Guest(Connection c) : connection(std::move(c)) {}
        Connection connection;
        std::thread thread;
        bool done = false;
    };

    std::filesystem::path path;
    Serve serve;
    files::Descriptor listener, wake;
    std::mutex mutex;
    std::condition_variable left;
    bool stopping = false;
    std::list<Guest> guests;
    std::thread acceptor;

    void accept_all();
    void take_in(files::Descriptor socket);
    void attend(Guest& guest);
    void sweep();
    void stop();
};

void Server::Impl::accept_all() {
    while (true) {
        std::array<pollfd, 2> polls{{{listener.number(), POLLIN, 0}, {wake.number(), POLLIN, 0}}};
        if (::poll(polls.data(), polls.size(), -1) < 0 && errno != EINTR) return;
        if (polls[1].revents != 0) return;
        if (polls[0].revents == 0) continue;
        files::Descriptor socket(::accept4(listener.number(), nullptr, nullptr, SOCK_CLOEXEC));
        if (socket) take_in(std::move(socket));
    }
}

void Server::Impl::take_in(files::Descriptor socket) {
    Connection connection(std::move(socket));
    if (!is_ours(connection)) return;
    connection.limit_waiting(kFirstFrameSeconds);
    std::unique_lock lock(mutex);
    left.wait(lock, [&] {
        sweep();
        return stopping || guests.size() < kMaxConnections;
    });
    if (stopping) return;
    Guest& guest = guests.emplace_back(std::move(connection));
    guest.thread = std::thread([this, &guest] { attend(guest); });
}

void Server::Impl::attend(Guest& guest) {
    try {
        serve(guest.connection);
    } catch (const std::exception& failure) {
        log::error("local connection: {}", failure.what());
    }
    guest.connection.shut_down();
    {
        const std::lock_guard lock(mutex);
        guest.done = true;
    }
    left.notify_all();
}

void Server::Impl::sweep() {
    guests.remove_if([](Guest& guest) {
        if (!guest.done) return false;
        guest.thread.join();
        return true;
    });
}

void Server::Impl::stop() {
    {
        const std::lock_guard lock(mutex);
        stopping = true;
        for (Guest& guest : guests) guest.connection.shut_down();
    }
    left.notify_all();
    (void)::eventfd_write(wake.number(), 1);
    if (acceptor.joinable()) acceptor.join();
    for (Guest& guest : guests) {
        if (guest.thread.joinable()) guest.thread.join();
    }
    guests.clear();
    if (listener) ::unlink(path.c_str());
    listener.close();
}

Result<std::unique_ptr<Server>> Server::start(const std::filesystem::path& path, Serve serve) {
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    impl->serve = std::move(serve);
    impl->wake = files::Descriptor(::eventfd(0, EFD_CLOEXEC));
    if (!impl->wake) return files::error_of(errno, path);
    VAFA_TRY(impl->listener, listen_at(path));
    impl->acceptor = std::thread([raw = impl.get()] { raw->accept_all(); });
    return std::unique_ptr<Server>(new Server(std::move(impl)));
}

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() { stop(); }
void Server::stop() { impl_->stop(); }

}  // namespace vafa::local

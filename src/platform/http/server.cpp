#include "platform/http/server.h"

#include <algorithm>
#include <thread>

#include "platform/http/io_loop.h"
#include "platform/http/listener.h"
#include "platform/http/shared.h"

namespace vafa::http {
namespace {

constexpr int kDiskWorkers = 2;
constexpr int kMaxDiskJobs = 1 << 16;  // one a connection at most

int worker_count(const Options& options) {
    if (options.workers > 0) return options.workers;
    return std::max(4, 2 * static_cast<int>(std::thread::hardware_concurrency()));
}

Result<std::optional<TlsContext>> tls_of(const Options& options) {
    if (options.certificate.empty() && options.private_key.empty())
        return std::optional<TlsContext>();
    if (options.certificate.empty() || options.private_key.empty())
        return invalid("error.certificate_incomplete");
    VAFA_TRY(TlsContext tls, TlsContext::load(options.certificate, options.private_key));
    return std::optional<TlsContext>(std::move(tls));
}

}  // namespace

struct Server::Impl {
    Impl(const Options& options, Application& application, std::optional<TlsContext> tls,
         Listener opened)
        : listener(std::move(opened)),
          shared{.options = options,
                 .application = application,
                 .tls = std::move(tls),
                 .count = {options.limits.connections, options.limits.connections_per_peer},
                 .workers = {worker_count(options), options.limits.queued},
                 .disk = {kDiskWorkers, kMaxDiskJobs},
                 .packed = PackedCache()} {
        for (int i = 0; i < std::max(1, options.io_threads); ++i)
            loops.push_back(std::make_shared<IoLoop>(shared));
    }

    void start() {
        for (const auto& loop : loops) loop->start();
        listener.start(
            [this, next = std::size_t{0}](files::Descriptor connection, std::string peer) mutable {
                if (!shared.count.enter(shared.counted_as(peer))) return;
                loops[next++ % loops.size()]->adopt(std::move(connection), std::move(peer));
            });
    }

    Listener listener;
    std::vector<std::shared_ptr<IoLoop>> loops;
    Shared shared;  // destroyed first: its workers tell the loops until they end
    bool stopped = false;
};

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() { stop(); }

Result<std::unique_ptr<Server>> Server::start(const Options& options, Application& application) {
    VAFA_TRY(auto tls, tls_of(options));
    VAFA_TRY(Listener listener, Listener::open(options.address, options.port));
    auto impl = std::make_unique<Impl>(options, application, std::move(tls), std::move(listener));
    impl->start();
    return std::unique_ptr<Server>(new Server(std::move(impl)));
}

int Server::port() const { return impl_->listener.port(); }

Gauges Server::gauges() const {
    const Shared& shared = impl_->shared;
    return {.connections = shared.count.open(),
            .queued = shared.workers.queued(),
            .running = shared.workers.running(),
            .accepted = shared.count.accepted(),
            .refused = shared.count.refused()};
}

void Server::stop() {
    if (std::exchange(impl_->stopped, true)) return;
    impl_->listener.stop();
    impl_->shared.stopping = true;
    for (const auto& loop : impl_->loops) loop->stop();
    for (const auto& loop : impl_->loops) loop->join();
}

}  // namespace vafa::http

#include "app/store_server.h"

#include "app/api_routes.h"
#include "app/version.h"
#include "platform/files/whole_file.h"

namespace vafa::app {
namespace {

// Less than this, and a write might not find the room it needs.
constexpr std::uint64_t kMinFreeBytes = 64ULL << 20;

}  // namespace

StoreServer::StoreServer(std::shared_ptr<LiveStore> store)
    : store_(std::move(store)), accounts_(store_->database(), store_->ids(), hasher_) {}

StoreServer::~StoreServer() { stop(); }

Result<std::unique_ptr<StoreServer>> StoreServer::start(std::shared_ptr<LiveStore> store,
                                                        const http::Options& options) {
    std::unique_ptr<StoreServer> made(new StoreServer(std::move(store)));
    StoreServer& self = *made;
    const auto uploads = self.store_->path() / "imports" / "incoming";
    VAFA_CHECK(files::make_folders(uploads));
    VAFA_CHECK(self.store_->view());  // the timeline is ready before the first question
    self.router_.emplace(rest::Router::Deps{self.store_->database(), self.accounts_.gate,
                                            self.store_->clock(), uploads},
                         api_routes(self.accounts_, self.reports_, self.store_.get()));
    self.application_.emplace(
        Application::Deps{*self.router_, self.accounts_.gate, self.store_->clock(), self.telemetry_,
                          api_description(), [&self] { return self.ready(); }});
    VAFA_TRY(self.server_, http::Server::start(options, *self.application_));
    self.add_gauges();
    self.store_->imports().start();
    self.store_->values().start();
    return made;
}

void StoreServer::stop() {
    store_->values().stop();
    store_->imports().stop();  // ends the event streams, too
    if (server_) server_->stop();
}

void StoreServer::add_gauges() {
    const auto gauge = [&](const char* name, const char* help, auto http::Gauges::*member) {
        telemetry_.gauge(name, help, {},
                         [this, member] { return static_cast<double>(server_->gauges().*member); });
    };
    gauge("vafa_http_connections", "Open connections.", &http::Gauges::connections);
    gauge("vafa_http_requests_waiting", "Requests waiting for a worker.", &http::Gauges::queued);
    gauge("vafa_http_requests_running", "Requests with a worker.", &http::Gauges::running);
    gauge("vafa_http_connections_accepted", "Connections since the start.",
          &http::Gauges::accepted);
    gauge("vafa_http_connections_refused", "Connections over a limit since the start.",
          &http::Gauges::refused);
    telemetry_.gauge("vafa_store_data_version", "Rises with every change of the store's data.", {},
                     [this] { return static_cast<double>(store_->data_version()); });
    telemetry_.gauge("vafa_build_info", "Always 1; the label says which version runs.",
                     {{"version", std::string(kVersion)}}, [] { return 1.0; });
}

Result<void> StoreServer::ready() {
    VAFA_TRY(const std::uint64_t free, files::free_space(store_->path()));
    if (free < kMinFreeBytes) return unavailable("error.disk_nearly_full");
    return store_->database().read([](sql::Session& session) -> Result<void> {
        commerce::load_settings(session);
        return {};
    });
}

}  // namespace vafa::app

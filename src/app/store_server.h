#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "accounts/services.h"
#include "app/live_store.h"
#include "app/serve/application.h"
#include "metrics/report_cache.h"
#include "platform/http/server.h"
#include "platform/rest/router.h"
#include "platform/telemetry/telemetry.h"

namespace vafa::app {

// A store and all that answers for it over HTTP, wired together; the parts die in the opposite
// order of their making.
class StoreServer {
public:
    static Result<std::unique_ptr<StoreServer>> start(std::shared_ptr<LiveStore> store,
                                                      const http::Options& options);
    ~StoreServer();

    int port() const { return server_->port(); }
    // Finishes what is under way.
    void stop();

private:
    explicit StoreServer(std::shared_ptr<LiveStore> store);
    void add_gauges();
    Result<void> ready();

    std::shared_ptr<LiveStore> store_;
    telemetry::Registry telemetry_;
    accounts::Argon2Hasher hasher_;
    accounts::Services accounts_;
    metrics::ReportCache reports_;
    std::optional<rest::Router> router_;
    std::optional<Application> application_;
    std::unique_ptr<http::Server> server_;
};

}  // namespace vafa::app

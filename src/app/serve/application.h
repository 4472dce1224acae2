#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "platform/http/server.h"
#include "platform/rest/router.h"
#include "platform/telemetry/telemetry.h"

namespace vafa::app {

// Everything that answers on one port: the API, the pages, health and measurements.
//
//   /healthz   the process lives
//   /readyz    it can do its work: state.db answers, the disk has room
//   /metrics   for Prometheus; from this machine itself, or with the permission server_read
//   /api/openapi.json   what the router answers
//   /api/…     the router
//   the rest   the pages; an address without a file is the dashboard's own and gets index.html
class Application final : public http::Application {
public:
    struct Deps {
        rest::Router& router;
        rest::Gate& gate;
        const Clock& clock;
        telemetry::Registry& telemetry;
        std::string description;  // the OpenAPI document
        std::function<Result<void>()> ready;
    };
    explicit Application(Deps deps) : deps_(std::move(deps)) {}

    http::Plan plan(const http::RequestHead& head) override;
    http::Response answer(http::Request& request) override;
    void sent(const http::RequestHead& head, const Sent& what) override;

private:
    http::Response respond(http::Request& request);
    http::Response document() const;
    http::Response readiness(const http::Request& request);
    http::Response measurements(const http::Request& request);

    Deps deps_;
};

}  // namespace vafa::app

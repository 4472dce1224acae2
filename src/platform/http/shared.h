#pragma once

#include <atomic>
#include <optional>
#include <string>

#include "platform/http/connection_count.h"
#include "platform/http/ip_address.h"
#include "platform/http/packed_cache.h"
#include "platform/http/server.h"
#include "platform/http/tls.h"
#include "platform/http/worker_pool.h"

namespace vafa::http {

// What all connections of a server use together.
struct Shared {
    const Options options;
    Application& application;
    const std::optional<TlsContext> tls;
    ConnectionCount count;
    WorkerPool workers;  // for Application::answer
    WorkerPool disk;     // spooled bodies and sent files: never behind a slow answer
    PackedCache packed;
    std::atomic<bool> stopping = false;

    // A proxy speaks for many clients: its connections count in the sum alone.
    std::string counted_as(const std::string& peer) const {
        return options.trust_proxy && is_near_address(peer) ? std::string() : peer;
    }
};

}  // namespace vafa::http

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "platform/http/message.h"

namespace vafa::http {

// Every limit has a name; over it the client is refused, never served slowly.
struct Limits {
    std::size_t head_bytes = 16 * 1024;   // request line and fields: 431
    std::size_t target_bytes = 8 * 1024;  // 414
    std::size_t body_bytes = 1 << 20;     // a body in memory, unpacked: 413
    int connections = 4096;               // further ones are closed at once
    int connections_per_peer = 3000;
    int queued = 512;  // requests waiting for a worker: 503, retry-after
    int requests_per_connection = 100'000;
    std::int64_t head_ms = 10'000;              // from the first byte to the end of the head: 408
    std::int64_t body_idle_ms = 20'000;         // without any byte of the body
    std::int64_t body_bytes_per_second = 1024;  // slower on average is cut off
    std::int64_t keep_alive_ms = 75'000;        // between requests
    std::int64_t write_idle_ms = 30'000;        // a client that does not read
    std::int64_t drain_ms = 30'000;             // at stop, for what is under way
    std::int64_t heartbeat_ms = 15'000;         // a comment in a silent stream of events
};

struct Options {
    std::string address = "127.0.0.1";
    int port = 8080;  // 0: any free one, see Server::port
    int io_threads = 1;
    int workers = 0;  // of handlers; 0: twice the processors, at least 4
    // Both or neither: PEM files. The server then speaks TLS 1.2 and 1.3 only.
    std::filesystem::path certificate, private_key;
    // x-forwarded-for and x-forwarded-proto are believed when the connection comes from loopback or
    // a private network.
    bool trust_proxy = false;
    Limits limits = {};
};

// What the application wants done with a request, said when its head is there.
struct Plan {
    // On the thread that reads sockets: only for what takes microseconds.
    bool at_once = false;
    std::uint64_t body_limit = 0;      // 0: Limits::body_bytes
    std::filesystem::path spool = {};  // the body goes into this new file; removed if cut off
    std::optional<Response> refusal = std::nullopt;  // answered without reading the body
};

// Thread-safe; must outlive the server. May throw: answered 500, logged with the request's id.
class Application {
public:
    virtual ~Application() = default;
    virtual Plan plan(const RequestHead& head) = 0;  // on the I/O thread: microseconds only
    virtual Response answer(Request& request) = 0;   // on a worker, or where Plan says
    // After each answer was sent, for logs and counters; on the I/O thread.
    struct Sent {
        int status = 0;
        std::uint64_t bytes_in = 0, bytes_out = 0;
        double seconds = 0;
    };
    virtual void sent(const RequestHead& head, const Sent& what) = 0;
};

struct Gauges {
    int connections = 0;
    int queued = 0;                           // requests waiting for a worker
    int running = 0;                          // on a worker now
    std::uint64_t accepted = 0, refused = 0;  // connections
};

// HTTP/1.1 with keep-alive, gzip both ways, server-sent events. Requests of one connection are
// answered one after another.
class Server {
public:
    // Listens on return. unavailable `error.address_in_use` and its kin; invalid for certificates.
    static Result<std::unique_ptr<Server>> start(const Options& options, Application& application);
    ~Server();  // stop()

    int port() const;
    Gauges gauges() const;
    // Takes no more connections, lets requests whose head has arrived finish (Limits::drain_ms),
    // ends event streams, closes idle connections. Returns when all threads ended.
    void stop();

private:
    struct Impl;
    explicit Server(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace vafa::http

#pragma once

#include <filesystem>
#include <memory>

#include "base/result.h"

struct ssl_ctx_st;
struct ssl_st;

namespace vafa::http {

// A certificate and its key, ready to serve TLS 1.2 and 1.3: without compression, without
// renegotiation, ciphers with forward secrecy and authenticated encryption alone.
class TlsContext {
public:
    // invalid `error.certificate_unusable`, `error.certificate_mismatch`.
    static Result<TlsContext> load(const std::filesystem::path& certificate,
                                   const std::filesystem::path& private_key);

    struct FreeSession {
        void operator()(ssl_st* session) const;
    };
    using Session = std::unique_ptr<ssl_st, FreeSession>;
    // Speaks over a non-blocking socket, which it does not own. Thread-safe.
    Session session(int socket) const;

private:
    struct FreeContext {
        void operator()(ssl_ctx_st* context) const;
    };
    explicit TlsContext(ssl_ctx_st* context) : context_(context) {}

    std::unique_ptr<ssl_ctx_st, FreeContext> context_;
};

}  // namespace vafa::http

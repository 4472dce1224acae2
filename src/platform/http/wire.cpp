#include "platform/http/wire.h"

#include <algorithm>
#include <cerrno>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

namespace vafa::http {
namespace {

// What OpenSSL is given at once: one record.
constexpr std::size_t kMaxRecord = 16 * 1024;

Wire::Moved plain(ssize_t result, Wire::State when_full) {
    if (result > 0) return {Wire::State::done, static_cast<std::size_t>(result)};
    const bool full = result < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
    return {full ? when_full : Wire::State::closed, 0};
}

}  // namespace

Wire::Wire(int socket, const TlsContext* tls) : socket_(socket) {
    if (tls != nullptr) tls_ = tls->session(socket);
}

Wire::State Wire::handshake() {
    ERR_clear_error();
    return moved(SSL_do_handshake(tls_.get())).state;
}

Wire::Moved Wire::read(std::span<char> into) {
    if (!tls_) return plain(::recv(socket_, into.data(), into.size(), 0), State::wants_read);
    ERR_clear_error();
    return moved(SSL_read(tls_.get(), into.data(), static_cast<int>(into.size())));
}

Wire::Moved Wire::write(std::string_view bytes) {
    if (!tls_) {
        return plain(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL), State::wants_write);
    }
    ERR_clear_error();
    const auto size = static_cast<int>(std::min(bytes.size(), kMaxRecord));
    return moved(SSL_write(tls_.get(), bytes.data(), size));
}

void Wire::end_writing() {
    if (tls_ && !broken_) {
        ERR_clear_error();
        SSL_shutdown(tls_.get());
    }
    ::shutdown(socket_, SHUT_WR);
}

Wire::Moved Wire::moved(int result) {
    if (result > 0) return {State::done, static_cast<std::size_t>(result)};
    switch (SSL_get_error(tls_.get(), result)) {
        case SSL_ERROR_WANT_READ:
            return {State::wants_read, 0};
        case SSL_ERROR_WANT_WRITE:
            return {State::wants_write, 0};
        case SSL_ERROR_ZERO_RETURN:
            return {State::closed, 0};
        default:
            broken_ = true;  // SSL_shutdown may not be called after a fatal error
            return {State::closed, 0};
    }
}

}  // namespace vafa::http

#include "platform/http/tls.h"

#include <array>
#include <new>
#include <openssl/err.h>
#include <openssl/ssl.h>

namespace vafa::http {
namespace {

Error unusable(const std::filesystem::path& path) {
    std::array<char, 256> text{};
    const unsigned long code = ERR_get_error();
    ERR_error_string_n(code, text.data(), text.size());
    ERR_clear_error();
    return invalid("error.certificate_unusable")
        .with("path", path.string())
        .with("reason", code == 0 ? "" : text.data());
}

// Only HTTP/1.1 is spoken here; a client that offers more learns so before it tries.
int choose_protocol(SSL*, const unsigned char** out, unsigned char* out_size,
                    const unsigned char* offered, unsigned int offered_size, void*) {
    static constexpr unsigned char kOurs[] = "\x08http/1.1";
    const int found = SSL_select_next_proto(const_cast<unsigned char**>(out), out_size, kOurs,
                                            sizeof kOurs - 1, offered, offered_size);
    return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

void configure(SSL_CTX* context) {
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(
        context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20");
    // Released buffers: an idle connection keeps some 34 KiB less.
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                  SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
}

}  // namespace

void TlsContext::FreeContext::operator()(ssl_ctx_st* context) const { SSL_CTX_free(context); }
void TlsContext::FreeSession::operator()(ssl_st* session) const { SSL_free(session); }

Result<TlsContext> TlsContext::load(const std::filesystem::path& certificate,
                                    const std::filesystem::path& private_key) {
    ERR_clear_error();
    TlsContext made(SSL_CTX_new(TLS_server_method()));
    SSL_CTX* context = made.context_.get();
    if (context == nullptr) throw std::bad_alloc();
    configure(context);
    if (SSL_CTX_use_certificate_chain_file(context, certificate.c_str()) != 1)
        return unusable(certificate);
    if (SSL_CTX_use_PrivateKey_file(context, private_key.c_str(), SSL_FILETYPE_PEM) != 1) {
        const bool other = ERR_GET_REASON(ERR_peek_error()) == X509_R_KEY_VALUES_MISMATCH;
        if (!other) return unusable(private_key);
        ERR_clear_error();
        return invalid("error.certificate_mismatch")
            .with("certificate", certificate.string())
            .with("key", private_key.string());
    }
    return made;
}

TlsContext::Session TlsContext::session(int socket) const {
    Session session(SSL_new(context_.get()));
    if (!session || SSL_set_fd(session.get(), socket) != 1) throw std::bad_alloc();
    SSL_set_accept_state(session.get());
    return session;
}

}  // namespace vafa::http

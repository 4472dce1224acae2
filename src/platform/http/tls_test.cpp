#include "platform/http/tls.h"

#include <fstream>
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include "platform/http/test_server.h"
#include "testing/places.h"

namespace vafa::http {
namespace {

template <auto free>
struct Free {
    void operator()(auto* thing) const { free(thing); }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Context = std::unique_ptr<SSL_CTX, Free<SSL_CTX_free>>;
using Connection = std::unique_ptr<SSL, Free<SSL_free>>;
using File = std::unique_ptr<FILE, Free<std::fclose>>;

// A certificate of one's own for "localhost", and its key, as two PEM files.
void make_certificate(const std::filesystem::path& certificate, const std::filesystem::path& key) {
    const Key pair(EVP_EC_gen("P-256"));
    const Certificate made(X509_new());
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), -60);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), 3600);
    X509_set_pubkey(made.get(), pair.get());
    X509_NAME* name = X509_get_subject_name(made.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
    X509_set_issuer_name(made.get(), name);
    X509_sign(made.get(), pair.get(), EVP_sha256());
    PEM_write_X509(File(std::fopen(certificate.c_str(), "w")).get(), made.get());
    PEM_write_PrivateKey(File(std::fopen(key.c_str(), "w")).get(), pair.get(), nullptr, nullptr, 0,
                         nullptr, nullptr);
}

struct TlsTest : testing::Test {
    TlsTest() {
        make_certificate(folder / "cert.pem", folder / "key.pem");
        options.certificate = folder / "cert.pem";
        options.private_key = folder / "key.pem";
    }

    test::TempDir folder;
    Options options = local_options();
};

// A client of the versions given, over a blocking socket.
class TlsClient {
public:
    explicit TlsClient(int port, int least = TLS1_2_VERSION, int most = TLS1_3_VERSION)
        : tcp_(port), context_(SSL_CTX_new(TLS_client_method())) {
        SSL_CTX_set_min_proto_version(context_.get(), least);
        SSL_CTX_set_max_proto_version(context_.get(), most);
        SSL_CTX_set_security_level(context_.get(), 0);
        tls_.reset(SSL_new(context_.get()));
        SSL_set_fd(tls_.get(), tcp_.socket());
        SSL_set_alpn_protos(tls_.get(),
                            reinterpret_cast<const unsigned char*>("\x02h2\x08http/1.1"), 12);
        connected_ = SSL_connect(tls_.get()) == 1;
    }

    bool connected() const { return connected_; }
    std::string version() const { return SSL_get_version(tls_.get()); }
    std::string protocol() const {
        const unsigned char* name = nullptr;
        unsigned size = 0;
        SSL_get0_alpn_selected(tls_.get(), &name, &size);
        return {reinterpret_cast<const char*>(name), size};
    }

    void send(std::string_view bytes) {
        std::size_t written = 0;
        EXPECT_EQ(SSL_write_ex(tls_.get(), bytes.data(), bytes.size(), &written), 1);
    }
    // To the server's close_notify.
    std::string read_all() {
        std::string all;
        std::array<char, 20'000> buffer;
        int got = 0;
        while ((got = SSL_read(tls_.get(), buffer.data(), buffer.size())) > 0)
            all.append(buffer.data(), static_cast<std::size_t>(got));
        EXPECT_EQ(SSL_get_error(tls_.get(), got), SSL_ERROR_ZERO_RETURN);
        return all;
    }
    int renegotiate() {
        return SSL_renegotiate(tls_.get()) == 1 ? SSL_do_handshake(tls_.get()) : 0;
    }

private:
    TestClient tcp_;
    Context context_;
    Connection tls_;
    bool connected_ = false;
};

constexpr std::string_view kLastGet = "GET /t HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

TEST_F(TlsTest, ServesBothVersions) {
    TestServer under_test(options);
    under_test.app.on_answer = [](Request& request) {
        return text_response(200, "text/plain", request.secure ? "secure" : "plain");
    };
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        TlsClient client(under_test.server->port(), version, version);
        ASSERT_TRUE(client.connected());
        EXPECT_EQ(client.protocol(), "http/1.1");
        client.send("GET /one HTTP/1.1\r\nHost: a\r\n\r\n");
        client.send(kLastGet);
        const std::string answers = client.read_all();
        EXPECT_EQ(answers.find("HTTP/1.1 200 OK"), 0U);
        EXPECT_TRUE(answers.ends_with("secure")) << answers;
    }
}

TEST_F(TlsTest, CarriesManyBytesBothWays) {
    TestServer under_test(options);
    under_test.app.on_plan = [](const RequestHead&) { return Plan{.body_limit = 10'000'000}; };
    under_test.app.on_answer = [](Request& request) {
        return text_response(200, "application/octet-stream", request.body);
    };
    TlsClient client(under_test.server->port());
    std::string large;
    while (large.size() < 3'000'000) large += std::to_string(large.size()) + ";";
    client.send(
        fmt::format("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                    "Content-Length: {}\r\n\r\n",
                    large.size()));
    client.send(large);
    EXPECT_TRUE(client.read_all().ends_with("\r\n\r\n" + large));
}

TEST_F(TlsTest, RefusesOldVersionsAndRenegotiation) {
    TestServer under_test(options);
    EXPECT_FALSE(TlsClient(under_test.server->port(), TLS1_VERSION, TLS1_1_VERSION).connected());
    TlsClient client(under_test.server->port(), TLS1_2_VERSION, TLS1_2_VERSION);
    ASSERT_TRUE(client.connected());
    EXPECT_NE(client.renegotiate(), 1);
}

TEST_F(TlsTest, SurvivesClientsThatDoNotSpeakIt) {
    options.limits.head_ms = 60;
    TestServer under_test(options);
    TestClient plain(under_test.server->port());
    plain.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_TRUE(plain.closes());
    TestClient silent(under_test.server->port());
    EXPECT_TRUE(silent.closes());
    TlsClient good(under_test.server->port());
    good.send(kLastGet);
    EXPECT_TRUE(good.read_all().ends_with("GET /t? []"));
}

TEST_F(TlsTest, SurvivesAClientThatLeavesInTheMiddleOfAnAnswer) {
    TestServer under_test(options);
    under_test.app.on_answer = [](Request&) {
        return text_response(200, "application/octet-stream", std::string(20'000'000, 'x'));
    };
    {
        TlsClient leaving(under_test.server->port());
        leaving.send(kLastGet);
    }
    EXPECT_EQ(under_test.app.sent_after(1).size(), 1U);
}

TEST_F(TlsTest, SaysWhichFileIsWrong) {
    TestApp app;
    options.private_key = folder / "none.pem";
    test::expect_error(Server::start(options, app), "error.certificate_unusable");
    make_certificate(folder / "other.pem", folder / "other-key.pem");
    options.private_key = folder / "other-key.pem";
    test::expect_error(Server::start(options, app), "error.certificate_mismatch");
    options.private_key.clear();
    test::expect_error(Server::start(options, app), "error.certificate_incomplete");
    std::ofstream(folder / "text.pem") << "no certificate";
    options.certificate = folder / "text.pem";
    options.private_key = folder / "key.pem";
    test::expect_error(Server::start(options, app), "error.certificate_unusable");
}

}  // namespace
}  // namespace vafa::http

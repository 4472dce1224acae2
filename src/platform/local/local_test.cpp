#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include "platform/local/address.h"
#include "platform/local/connection.h"
#include "platform/local/server.h"
#include "testing/places.h"
#include "testing/results.h"

namespace vafa::local {
namespace {

using test::must;

Connection connect(const std::filesystem::path& path) {
    auto opened = must(Connection::open(path));
    EXPECT_TRUE(opened.has_value());
    return std::move(*opened);
}

// Sends back what it gets.
void echo(Connection& connection) {
    while (true) {
        const auto frame = connection.receive();
        if (frame.has_error() || !*frame) return;
        if (connection.send((*frame)->kind, (*frame)->payload).has_error()) return;
    }
}

class LocalSocket : public ::testing::Test {
protected:
    std::filesystem::path path() const { return folder_ / "socket"; }
    test::TempDir folder_;
};

TEST_F(LocalSocket, CarriesFramesBothWays) {
    const auto server = must(Server::start(path(), echo));
    Connection connection = connect(path());
    for (const std::string& text : {std::string("سلام"), std::string(), std::string(3, '\0')}) {
        must(connection.send('o', text));
        const auto frame = must(connection.receive());
        ASSERT_TRUE(frame.has_value());
        EXPECT_EQ(frame->kind, 'o');
        EXPECT_EQ(frame->payload, text);
    }
}

TEST_F(LocalSocket, CutsLongPayloads) {
    const auto server = must(Server::start(path(), [](Connection& connection) {
        must(connection.send('o', std::string(kMaxFrameBytes + 5, 'x')));
    }));
    Connection connection = connect(path());
    EXPECT_EQ(must(connection.receive())->payload.size(), kMaxFrameBytes);
    EXPECT_EQ(must(connection.receive())->payload, "xxxxx");
    EXPECT_FALSE(must(connection.receive()).has_value());
}

TEST_F(LocalSocket, IsItsOwnersAlone) {
    const auto server = must(Server::start(path(), echo));
    struct stat about {};
    ASSERT_EQ(::stat(path().c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777U, 0600U);
    EXPECT_EQ(connect(path()).peer_user(), about.st_uid);
}

TEST_F(LocalSocket, NobodyListeningIsNoError) {
    EXPECT_FALSE(must(Connection::open(path())).has_value());
    must(Server::start(path(), echo))->stop();
    EXPECT_FALSE(std::filesystem::exists(path()));
    EXPECT_FALSE(must(Connection::open(path())).has_value());
}

TEST_F(LocalSocket, WorksWherePathsAreLong) {
    const auto deep = folder_ / std::string(120, 'd') / "socket";
    std::filesystem::create_directories(deep.parent_path());
    const auto server = must(Server::start(deep, echo));
    Connection connection = connect(deep);
    must(connection.send('o', "x"));
    EXPECT_EQ(must(connection.receive())->payload, "x");
}

TEST_F(LocalSocket, AVanishedClientIsNoticed) {
    bool noticed = false;
    const auto server = must(Server::start(path(), [&](Connection& connection) {
        must(connection.receive());
        while (!connection.has_input() && connection.send('o', "still there?").has_value()) {
        }
        noticed = true;
    }));
    {
        Connection connection = connect(path());
        must(connection.send('r', "go"));
        must(connection.receive());
        connection.shut_down();
    }
    server->stop();
    EXPECT_TRUE(noticed);
}

TEST_F(LocalSocket, StoppingEndsThoseWhoWait) {
    auto server = must(Server::start(path(), echo));
    Connection connection = connect(path());
    must(connection.send('o', "x"));
    must(connection.receive());
    server->stop();
    EXPECT_FALSE(must(connection.receive()).has_value());
}

TEST_F(LocalSocket, MoreClientsThanPlacesAreServedOneAfterAnother) {
    const auto server = must(Server::start(path(), echo));
    for (int i = 0; i < 3 * kMaxConnections; ++i) {
        Connection connection = connect(path());
        must(connection.send('o', std::to_string(i)));
        EXPECT_EQ(must(connection.receive())->payload, std::to_string(i));
    }
}

TEST_F(LocalSocket, ALengthBeyondTheLimitIsRefused) {
    Result<std::optional<Frame>> got = std::optional<Frame>();
    const auto server =
        must(Server::start(path(), [&](Connection& connection) { got = connection.receive(); }));
    auto [folder, address, size] = must(address_of(path()));
    const files::Descriptor socket(::socket(AF_UNIX, SOCK_STREAM, 0));
    ASSERT_EQ(::connect(socket.number(), reinterpret_cast<sockaddr*>(&address), size), 0);
    ASSERT_EQ(::send(socket.number(), "o\xff\xff\xff\xff", 5, 0), 5);
    char byte = 0;
    EXPECT_EQ(::recv(socket.number(), &byte, 1, 0), 0);  // closed without an answer
    server->stop();
    ASSERT_TRUE(got.has_error());
    EXPECT_EQ(got.error().key, "error.frame_too_large");
}

}  // namespace
}  // namespace vafa::local

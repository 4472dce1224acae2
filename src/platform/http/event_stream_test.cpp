#include "platform/http/event_stream.h"

#include <gtest/gtest.h>

#include "platform/http/test_server.h"

namespace vafa::http {
namespace {

TEST(EventStream, WritesEventsAsTheStandardSays) {
    EventStream stream;
    EXPECT_TRUE(stream.send("progress", "{\"rows\":1}", "7"));
    EXPECT_TRUE(stream.send("", "two\nlines\r\nand\rthree"));
    EXPECT_TRUE(stream.send("empty", ""));
    EXPECT_EQ(stream.take(),
              "id: 7\nevent: progress\ndata: {\"rows\":1}\n\n"
              "data: two\ndata: lines\ndata: and\ndata: three\n\n"
              "event: empty\ndata: \n\n");
    EXPECT_EQ(stream.take(), "");
}

TEST(EventStream, EndsAfterWhatWasSent) {
    EventStream stream;
    stream.send("a", "b");
    stream.close();
    EXPECT_FALSE(stream.send("late", "x"));
    EXPECT_FALSE(stream.open());
    EXPECT_FALSE(stream.finished());
    EXPECT_EQ(stream.take(), "event: a\ndata: b\n\n");
    EXPECT_TRUE(stream.finished());
}

TEST(EventStream, CutsOffAClientThatFallsBehind) {
    EventStream stream;
    int woken = 0;
    stream.attach([&] { ++woken; });
    const std::string piece(100'000, 'x');
    EXPECT_TRUE(stream.send("", piece));
    EXPECT_TRUE(stream.send("", piece));
    EXPECT_FALSE(stream.send("", piece));
    EXPECT_EQ(woken, 3);
    EXPECT_TRUE(stream.finished());
    EXPECT_EQ(stream.take(), "");
}

struct EventServer {
    explicit EventServer(std::int64_t heartbeat_ms = 15'000) : under_test(options(heartbeat_ms)) {
        under_test.app.on_answer = [this](Request&) {
            Response response;
            response.body = stream;
            return response;
        };
    }
    static Options options(std::int64_t heartbeat_ms) {
        Options made = local_options();
        made.limits.heartbeat_ms = heartbeat_ms;
        return made;
    }
    // Reads the head of the answer.
    TestClient reader(std::string_view version = "1.1") {
        TestClient client = under_test.client();
        client.send(fmt::format("GET /events HTTP/{}\r\nHost: a\r\n\r\n", version));
        head = client.receive(true);
        return client;
    }

    std::shared_ptr<EventStream> stream = std::make_shared<EventStream>();
    Received head;
    TestServer under_test;
};

std::string next_piece(TestClient& client) {
    std::string piece;
    client.read_chunk(piece);
    return piece;
}

TEST(EventStreamServed, ReachesTheClientAsItIsSent) {
    EventServer server;
    server.stream->send("before", "1");
    TestClient client = server.reader();
    EXPECT_EQ(server.head.headers.get("content-type"), "text/event-stream");
    EXPECT_EQ(server.head.headers.get("cache-control"), "no-cache");
    EXPECT_EQ(server.head.headers.get("transfer-encoding"), "chunked");
    EXPECT_EQ(next_piece(client), "event: before\ndata: 1\n\n");
    for (int i = 0; i < 100; ++i) {
        EXPECT_TRUE(server.stream->send("", std::to_string(i)));
        EXPECT_EQ(next_piece(client), fmt::format("data: {}\n\n", i));
    }
    server.stream->send("last", "x");
    server.stream->close();
    EXPECT_EQ(next_piece(client), "event: last\ndata: x\n\n");
    EXPECT_EQ(next_piece(client), "");
    EXPECT_TRUE(client.closes());
}

TEST(EventStreamServed, BeatsWhileNothingHappens) {
    EventServer server(20);
    TestClient client = server.reader();
    EXPECT_EQ(next_piece(client), ":\n\n");
    EXPECT_EQ(next_piece(client), ":\n\n");
}

TEST(EventStreamServed, LearnsThatTheClientLeft) {
    EventServer server;
    {
        TestClient client = server.reader();
        EXPECT_TRUE(server.stream->open());
    }
    EXPECT_EQ(server.under_test.app.sent_after(1).size(), 1U);
    EXPECT_FALSE(server.stream->open());
    EXPECT_FALSE(server.stream->send("", "x"));
}

TEST(EventStreamServed, EndsWhenTheServerStopsAndNotLater) {
    EventServer server;
    TestClient client = server.reader();
    server.stream->send("", "x");
    EXPECT_EQ(next_piece(client), "data: x\n\n");
    server.under_test.server->stop();
    EXPECT_EQ(next_piece(client), "");
    EXPECT_TRUE(client.closes());
    EXPECT_FALSE(server.stream->send("", "after the server"));
}

TEST(EventStreamServed, IsPlainBytesForHttp10) {
    EventServer server;
    TestClient client = server.reader("1.0");
    EXPECT_FALSE(server.head.headers.find("transfer-encoding"));
    server.stream->send("", "x");
    server.stream->close();
    EXPECT_TRUE(client.closes());
    EXPECT_EQ(client.rest(), "data: x\n\n");
}

TEST(EventStreamServed, IsGivenUpForHead) {
    EventServer server;
    TestClient client = server.under_test.client();
    client.send("HEAD /events HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.receive(true).status, 200);
    EXPECT_TRUE(client.closes());
    EXPECT_FALSE(server.stream->open());
}

}  // namespace
}  // namespace vafa::http

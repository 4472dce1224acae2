#include <gtest/gtest.h>

#include "platform/http/test_server.h"

namespace vafa::http {
namespace {

Options limited(auto change) {
    Options options = local_options();
    change(options.limits);
    return options;
}

TEST(Limits, OfHeadAndTarget) {
    TestServer under_test(limited([](Limits& limits) {
        limits.head_bytes = 1000;
        limits.target_bytes = 100;
    }));
    EXPECT_EQ(under_test.client().get("/", "X: " + std::string(500, 'x') + "\r\n").status, 200);
    TestClient fat = under_test.client();
    EXPECT_EQ(fat.get("/", "X: " + std::string(2000, 'x') + "\r\n").status, 431);
    EXPECT_TRUE(fat.closes());
    EXPECT_EQ(under_test.client().get("/" + std::string(200, 'x')).status, 414);
    EXPECT_EQ(under_test.client().get("/" + std::string(200'000, 'x')).status, 414);
}

TEST(Limits, OfConnections) {
    TestServer under_test(limited([](Limits& limits) { limits.connections = 2; }));
    TestClient first = under_test.client(), second = under_test.client();
    EXPECT_EQ(first.get("/").status, 200);
    EXPECT_EQ(second.get("/").status, 200);
    TestClient third = under_test.client();
    EXPECT_TRUE(third.closes());
    EXPECT_EQ(first.get("/").status, 200);
    const Gauges gauges = under_test.server->gauges();
    EXPECT_EQ(gauges.connections, 2);
    EXPECT_EQ(gauges.refused, 1U);
}

TEST(Limits, OfConnectionsFromOnePeerButNotFromAProxy) {
    for (const bool proxy : {false, true}) {
        Options options = limited([](Limits& limits) { limits.connections_per_peer = 1; });
        options.trust_proxy = proxy;
        TestServer under_test(options);
        TestClient first = under_test.client();
        EXPECT_EQ(first.get("/").status, 200);
        TestClient second = under_test.client();
        EXPECT_EQ(second.get("/").status, proxy ? 200 : 0);
    }
}

TEST(Limits, OfConnectionsAreFreedWhenTheyEnd) {
    TestServer under_test(limited([](Limits& limits) { limits.connections = 1; }));
    for (int i = 0; i < 5; ++i) {
        TestClient client = under_test.client();
        EXPECT_EQ(client.get("/", "Connection: close\r\n").status, 200);
        EXPECT_TRUE(client.closes());
        while (under_test.server->gauges().connections > 0) continue;
    }
}

TEST(Limits, OfTimeForAHead) {
    TestServer under_test(limited([](Limits& limits) { limits.head_ms = 60; }));
    TestClient slow = under_test.client();
    slow.send("GET / HTTP/1.1\r\nHost:");
    const Received answer = slow.receive();
    EXPECT_EQ(answer.status, 408);
    EXPECT_TRUE(slow.closes());

    TestClient trickling = under_test.client();  // a line now and then does not help
    trickling.send("GET / HTTP/1.1\r\n");
    while (!trickling.read_more(10)) {
        if (!trickling.send("X: y\r\n")) break;
    }
    EXPECT_EQ(trickling.receive().status, 408);

    TestClient silent = under_test.client();
    EXPECT_TRUE(silent.closes());
    EXPECT_EQ(silent.rest(), "");
}

TEST(Limits, OfTimeBetweenRequests) {
    TestServer under_test(limited([](Limits& limits) { limits.keep_alive_ms = 60; }));
    TestClient client = under_test.client();
    EXPECT_EQ(client.get("/").status, 200);
    EXPECT_TRUE(client.closes());
    EXPECT_EQ(client.rest(), "");
}

TEST(Limits, OfTimeWithoutAByteOfABody) {
    TestServer under_test(limited([](Limits& limits) { limits.body_idle_ms = 60; }));
    TestClient client = under_test.client();
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
    EXPECT_EQ(client.receive().status, 408);
    EXPECT_TRUE(client.closes());
}

TEST(Limits, OfABodysRate) {
    TestServer under_test(limited([](Limits& limits) {
        limits.body_idle_ms = 100;
        limits.body_bytes_per_second = 100'000;
    }));
    TestClient client = under_test.client();
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n");
    // Never silent for long, and still far too slow.
    while (!client.read_more(20)) {
        if (!client.send("abc")) break;
    }
    EXPECT_EQ(client.receive().status, 408);
}

TEST(Limits, OfTimeForAClientThatDoesNotRead) {
    TestServer under_test(limited([](Limits& limits) { limits.write_idle_ms = 60; }));
    under_test.app.on_answer = [](Request&) {
        return text_response(200, "text/plain", std::string(50'000'000, 'x'));
    };
    TestClient client(under_test.server->port(), 4096);
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto sent = under_test.app.sent_after(1);
    ASSERT_EQ(sent.size(), 1U);
    EXPECT_LT(sent[0].bytes_out, 50'000'000U);
}

TEST(Limits, OfRequestsOnAConnection) {
    TestServer under_test(limited([](Limits& limits) { limits.requests_per_connection = 2; }));
    TestClient client = under_test.client();
    EXPECT_FALSE(client.get("/").headers.find("connection"));
    EXPECT_EQ(client.get("/").headers.get("connection"), "close");
    EXPECT_TRUE(client.closes());
}

TEST(Limits, OfRequestsThatWaitForAWorker) {
    Options options = limited([](Limits& limits) { limits.queued = 1; });
    options.workers = 1;
    TestServer under_test(options);
    Gate hold;
    under_test.app.on_plan = [](const RequestHead& head) {
        return Plan{.at_once = head.path == "/at-once"};
    };
    under_test.app.on_answer = [&](Request& request) {
        if (request.path == "/slow") hold.wait();
        return text_response(200, "text/plain", "done");
    };
    const auto until = [&](auto condition) {
        while (!condition(under_test.server->gauges())) continue;
    };
    TestClient running = under_test.client(), waiting = under_test.client(),
               refused = under_test.client();
    running.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    until([](const Gauges& gauges) { return gauges.running == 1; });
    waiting.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    until([](const Gauges& gauges) { return gauges.queued == 1; });
    const Received answer = refused.get("/");
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.headers.get("retry-after"), "1");
    EXPECT_EQ(refused.get("/at-once").status, 200);  // health answers whatever waits
    hold.open();
    EXPECT_EQ(running.receive().body, "done");
    EXPECT_EQ(waiting.receive().body, "done");
}

TEST(Limits, OneBusyClientDoesNotHoldUpTheRest) {
    TestServer under_test;
    under_test.app.on_plan = [](const RequestHead&) { return Plan{.at_once = true}; };
    TestClient busy = under_test.client(), other = under_test.client();
    std::string flood;
    while (flood.size() < 400'000) flood += "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    busy.send(flood.substr(0, 200'000));
    EXPECT_EQ(other.get("/").status, 200);
    const auto answers = static_cast<std::size_t>(200'000 / 27);
    for (std::size_t i = 0; i < answers; ++i) ASSERT_EQ(busy.receive().status, 200);
}

}  // namespace
}  // namespace vafa::http

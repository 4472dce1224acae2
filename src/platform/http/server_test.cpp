#include <gtest/gtest.h>
#include <stdexcept>

#include "platform/http/test_server.h"

namespace vafa::http {
namespace {

TEST(Server, AnswersOneRequestAfterAnotherOnOneConnection) {
    TestServer under_test;
    TestClient client = under_test.client();
    const Received first = client.get("/a?b=c");
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(first.body, "GET /a?b=c []");
    EXPECT_EQ(first.headers.get("content-type"), "text/plain");
    EXPECT_EQ(first.headers.get("content-length"), "13");
    EXPECT_TRUE(first.headers.find("date"));
    const Received second = client.get("/d");
    EXPECT_EQ(second.body, "GET /d? []");
    EXPECT_LT(first.headers.get("x-request-id"), second.headers.get("x-request-id"));
}

TEST(Server, AnswersPipelinedRequestsInTheirOrder) {
    TestServer under_test;
    under_test.app.on_plan = [](const RequestHead& head) {
        return Plan{.at_once = head.path.size() % 2 == 0};
    };
    TestClient client = under_test.client();
    std::string all;
    for (int i = 0; i < 200; ++i)
        all += fmt::format("POST /{} HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n{:03}", i, i);
    client.send(all);
    for (int i = 0; i < 200; ++i)
        ASSERT_EQ(client.receive().body, fmt::format("POST /{}? [{:03}]", i, i));
}

TEST(Server, ReadsARequestThatComesByteByByte) {
    TestServer under_test;
    TestClient client = under_test.client();
    for (const char c : std::string_view("\r\nPOST /x HTTP/1.1\r\nHost: a\r\n"
                                         "Transfer-Encoding: chunked\r\n\r\n"
                                         "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nT: u\r\n\r\n"))
        client.send({&c, 1});
    EXPECT_EQ(client.receive().body, "POST /x? [abcde]");
    EXPECT_EQ(client.get("/after").status, 200);
}

TEST(Server, AnswersHeadWithTheHeadOfGet) {
    TestServer under_test;
    TestClient client = under_test.client();
    client.send("HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n");
    const Received head = client.receive(true);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.headers.get("content-length"), "11");  // "HEAD /a? []"
    EXPECT_EQ(client.get("/b").body, "GET /b? []");
}

TEST(Server, GivesEveryKnownMethodToTheApplication) {
    TestServer under_test;
    TestClient client = under_test.client();
    for (const std::string method : {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
        EXPECT_EQ(client.ask(method + " /m HTTP/1.1\r\nHost: a\r\n\r\n").body, method + " /m? []");
}

TEST(Server, RefusesUnknownMethodsAndGarbageWithAProblemAndCloses) {
    TestServer under_test;
    const std::pair<std::string, std::string> cases[] = {
        {"BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n",
         R"({"type":"about:blank","title":"Not Implemented","status":501})"},
        {"GET /../etc HTTP/1.1\r\nHost: a\r\n\r\n",
         R"({"type":"about:blank","title":"Bad Request","status":400})"},
        {"not http at all\r\n\r\n", R"({"type":"about:blank","title":"Bad Request","status":400})"},
        {"GET / HTTP/3.0\r\nHost: a\r\n\r\n",
         R"({"type":"about:blank","title":"HTTP Version Not Supported","status":505})"},
    };
    for (const auto& [request, problem] : cases) {
        TestClient client = under_test.client();
        const Received answer = client.ask(request);
        EXPECT_EQ(answer.body, problem);
        EXPECT_EQ(answer.headers.get("content-type"), "application/problem+json");
        EXPECT_EQ(answer.headers.get("connection"), "close");
        EXPECT_TRUE(client.closes());
        EXPECT_FALSE(client.was_reset());
    }
}

TEST(Server, SaysNothingToASmuggledSecondRequest) {
    TestServer under_test;
    TestClient client = under_test.client();
    client.send(
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked"
        "\r\n\r\n0\r\n\r\nGET /secret HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.receive().status, 400);
    EXPECT_TRUE(client.closes());
    EXPECT_EQ(client.rest(), "");
}

TEST(Server, ClosesWhenAskedToAndKeepsOldClientsOnlyWhenAsked) {
    TestServer under_test;
    TestClient closing = under_test.client();
    EXPECT_EQ(closing.get("/", "Connection: close\r\n").headers.get("connection"), "close");
    EXPECT_TRUE(closing.closes());

    TestClient old = under_test.client();
    old.send("GET / HTTP/1.0\r\n\r\n");
    EXPECT_EQ(old.receive().status, 200);
    EXPECT_TRUE(old.closes());

    TestClient kept = under_test.client();
    const std::string keep = "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
    EXPECT_EQ(kept.ask(keep).headers.get("connection"), "keep-alive");
    EXPECT_EQ(kept.ask(keep).status, 200);
}

TEST(Server, TurnsExceptionsIntoProblems) {
    TestServer under_test;
    under_test.app.on_answer = [](Request&) -> Response { throw std::runtime_error("broken"); };
    TestClient client = under_test.client();
    EXPECT_EQ(client.get("/").body,
              R"({"type":"about:blank","title":"Internal Server Error","status":500})");
    under_test.app.on_plan = [](const RequestHead&) -> Plan { throw 1; };
    EXPECT_EQ(client.get("/").status, 500);
    under_test.app.on_plan = [](const RequestHead&) { return Plan{}; };
    under_test.app.on_answer = [](Request&) { return text_response(200, "text/plain", "well"); };
    EXPECT_EQ(client.get("/").body, "well");
}

TEST(Server, RefusesAtTheHeadWithoutReadingTheBody) {
    TestServer under_test;
    under_test.app.on_plan = [](const RequestHead&) {
        return Plan{.refusal = text_response(401, "text/plain", "who?")};
    };
    TestClient client = under_test.client();
    EXPECT_EQ(client.get("/").status, 401);
    EXPECT_EQ(client.get("/").status, 401);  // nothing unread, so the connection goes on
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n");
    client.send(std::string(200'000, 'x'));
    EXPECT_EQ(client.receive().status, 401);
    client.end_sending();
    EXPECT_TRUE(client.closes());
    EXPECT_FALSE(client.was_reset());
}

TEST(Server, TellsWhatWasSent) {
    TestServer under_test;
    TestClient client = under_test.client();
    const std::string request = "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello";
    const Received answer = client.ask(request);
    client.ask("nonsense\r\n\r\n");
    const auto sent = under_test.app.sent_after(2);
    ASSERT_EQ(sent.size(), 2U);
    EXPECT_EQ(sent[0].status, 200);
    EXPECT_EQ(sent[0].bytes_in, request.size());
    EXPECT_GT(sent[0].bytes_out, answer.body.size());
    EXPECT_GE(sent[0].seconds, 0);
    EXPECT_EQ(sent[1].status, 400);
    EXPECT_EQ(under_test.app.ids()[0], answer.headers.get("x-request-id"));
}

TEST(Server, MakesRequestIdsItself) {
    TestServer under_test;
    TestClient client = under_test.client();
    const Received answer = client.get("/", "X-Request-Id: forged\r\n");
    EXPECT_TRUE(answer.headers.get("x-request-id").starts_with("req_"));
}

TEST(Server, BelievesForwardingOnlyWhenTold) {
    for (const bool trusts : {false, true}) {
        Options options = local_options();
        options.trust_proxy = trusts;
        TestServer under_test(options);
        under_test.app.on_answer = [](Request& request) {
            return text_response(
                200, "text/plain",
                fmt::format("{} {} {}", request.peer, request.secure, request.proxied));
        };
        TestClient client = under_test.client();
        EXPECT_EQ(client.get("/").body, "127.0.0.1 false false");
        EXPECT_EQ(
            client.get("/", "X-Forwarded-For: 198.51.100.7\r\nX-Forwarded-Proto: https\r\n").body,
            trusts ? "198.51.100.7 true true" : "127.0.0.1 false true");
    }
}

TEST(Server, SpreadsConnectionsOverItsLoops) {
    Options options = local_options();
    options.io_threads = 3;
    TestServer under_test(options);
    std::vector<TestClient> clients;
    for (int i = 0; i < 9; ++i) clients.push_back(under_test.client());
    for (int round = 0; round < 3; ++round)
        for (auto& client : clients) EXPECT_EQ(client.get("/").status, 200);
    EXPECT_EQ(under_test.server->gauges().connections, 9);
    EXPECT_EQ(under_test.server->gauges().accepted, 9U);
}

TEST(Server, SaysWhyItCannotListen) {
    TestServer under_test;
    Options options = local_options();
    options.port = under_test.server->port();
    TestApp app;
    test::expect_error(Server::start(options, app), "error.address_in_use");
    options.address = "no such host";
    test::expect_error(Server::start(options, app), "error.address_unusable");
}

}  // namespace
}  // namespace vafa::http

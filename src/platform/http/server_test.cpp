#include <gtest/gtest.h>

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
    EXPECT_NE(first.headers.get("x-request-id"), second.headers.get("x-request-id"));
    EXPECT_LT(first.headers.get("x-request-id"), second.headers.get("x-request-id"));
}

TEST(Server, AnswersPipelinedRequestsInTheirOrder) {
    TestServer under_test;
    TestClient client = under_test.client();
    std::string all;
    for (int i = 0; i < 50; ++i)
        all += fmt::format("POST /{} HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{:02}", i, i);
    client.send(all);
    for (int i = 0; i < 50; ++i)
        EXPECT_EQ(client.receive().body, fmt::format("POST /{}? [{:02}]", i, i));
}

TEST(Server, ReadsARequestThatComesByteByByte) {
    TestServer under_test;
    TestClient client = under_test.client();
    for (const char c : std::string_view("POST /x HTTP/1.1\r\nHost: a\r\n"
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

}  // namespace
}  // namespace vafa::http

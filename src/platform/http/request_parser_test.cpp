#include "platform/http/request_parser.h"

#include <gtest/gtest.h>

namespace vafa::http {
namespace {

using namespace std::string_literals;

struct Parsed {
    int status = 0;
    bool done = false;
    RequestHead head;
    std::string body;
    std::size_t used = 0;
};

// As a connection does it: what was not used is given again, with the next piece.
Parsed parse(std::string_view bytes, std::size_t piece = std::string_view::npos,
             HeadLimits limits = {}) {
    Parsed parsed;
    RequestParser parser(limits);
    parser.begin(parsed.head, [&](std::string_view part) {
        parsed.body += part;
        return 0;
    });
    std::string waiting;
    while (!bytes.empty() && !parser.done()) {
        waiting += bytes.substr(0, piece);
        bytes.remove_prefix(std::min(piece, bytes.size()));
        for (;;) {
            const RequestParser::Step step = parser.feed(waiting);
            waiting.erase(0, step.used);
            parsed.used += step.used;
            if (step.status != 0) {
                parsed.status = step.status;
                return parsed;
            }
            if (step.used == 0 || parser.done()) break;
        }
    }
    parsed.done = parser.done();
    return parsed;
}

// Of the bytes at once; by one at a time they fare the same, or are still waited for.
int status(std::string_view bytes, HeadLimits limits = {}) {
    const Parsed whole = parse(bytes, std::string_view::npos, limits);
    const Parsed bytewise = parse(bytes, 1, limits);
    EXPECT_EQ(whole.done, bytewise.done) << bytes;
    if (bytewise.status != 0) {
        EXPECT_EQ(whole.status, bytewise.status) << bytes;
    }
    return whole.status;
}

TEST(RequestParser, GivesTheSameHoweverTheBytesAreCut) {
    const std::string_view bytes =
        "POST /a/%62?c=d HTTP/1.1\r\nHost: x\r\nX-One: 1\r\nTransfer-Encoding: chunked\r\n\r\n"
        "5\r\nhello\r\n6;a=\"b\"\r\n world\r\n0\r\nTrailer: t\r\n\r\nGET /next";
    for (std::size_t piece = 1; piece < 60; ++piece) {
        const Parsed parsed = parse(bytes, piece);
        ASSERT_TRUE(parsed.done) << piece;
        EXPECT_EQ(parsed.head.path, "/a/b");
        EXPECT_EQ(parsed.head.query, "c=d");
        EXPECT_EQ(parsed.head.headers.get("x-one"), "1");
        EXPECT_FALSE(parsed.head.headers.find("trailer"));
        EXPECT_EQ(parsed.body, "hello world");
        EXPECT_EQ(parsed.used, bytes.size() - 9);
    }
}

TEST(RequestParser, RefusesWhatCouldBeReadInTwoWays) {
    const std::string start = "POST / HTTP/1.1\r\nHost: a\r\n";
    for (const auto& fields :
         std::vector<std::string>{"Content-Length: 1\r\nContent-Length: 2\r\n",
                                  "Content-Length: 1\r\nContent-Length: 1\r\n",
                                  "Content-Length: 1, 1\r\n",
                                  "Content-Length: 1,2\r\n",
                                  "Content-Length: -1\r\n",
                                  "Content-Length: +1\r\n",
                                  "Content-Length: 0x1\r\n",
                                  "Content-Length: 1 1\r\n",
                                  "Content-Length: \r\n",
                                  "Content-Length: 99999999999999999999\r\n",
                                  "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n",
                                  "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n",
                                  "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                                  "Transfer-Encoding : chunked\r\n",
                                  "Content-Length : 1\r\n",
                                  "Host: b\r\n",
                                  "X: a\nTransfer-Encoding: chunked\r\n",
                                  "X: a\rb\r\n",
                                  "X\r\n",
                                  ": x\r\n",
                                  "X: a\0b\r\n"s,
                                  "X y: z\r\n"})
        EXPECT_EQ(status(start + fields + "\r\nx"), 400) << fields;
    for (const std::string coding : {"gzip, chunked", "chunked, gzip", "identity", "xchunked",
                                     "chunked, chunked", "\vchunked"}) {
        const int refused = status(start + "Transfer-Encoding: " + coding + "\r\n\r\nx");
        EXPECT_TRUE(refused == 501 || refused == 400) << coding << " " << refused;
    }
}

TEST(RequestParser, RefusesMalformedLinesAndChunks) {
    for (const std::string_view bytes :
         {"GET / HTTP/1.1\nHost: a\n\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
          "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", "G@T / HTTP/1.1\r\n\r\n",
          "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", "GET /.. HTTP/1.1\r\nHost: a\r\n\r\n",
          "\x16\x03\x01\x02garbage of TLS\r\n\r\n", "GET / HTTP/1.1\r\n\r\n"})
        EXPECT_NE(status(bytes), 0) << bytes;
    const std::string start = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (const std::string chunk :
         {"x\r\n", "-1\r\nx\r\n0\r\n\r\n", "1\nx\n", "1\r\nxy\r\n0\r\n\r\n",
          "fffffffffffffffff\r\nx", "1 x\r\nx\r\n0\r\n\r\n"})
        EXPECT_EQ(status(start + chunk), 400) << chunk;
}

TEST(RequestParser, KnowsItsVersionsAndMethods) {
    EXPECT_EQ(status("GET / HTTP/2.0\r\nHost: a\r\n\r\n"), 505);
    EXPECT_EQ(status("GET / HTTP/1.0\r\n\r\n"), 0);
    EXPECT_EQ(status("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"), 400);
    for (const std::string method : {"TRACE", "CONNECT", "PROPFIND", "BREW", "get"})
        EXPECT_EQ(status(method + " / HTTP/1.1\r\nHost: a\r\n\r\n"), 501) << method;
    const Parsed star = parse("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(star.head.method, Method::options);
    EXPECT_EQ(star.head.path, "/");
}

TEST(RequestParser, CountsTheWholeHeadHoweverSlowlyItComes) {
    const HeadLimits limits{.head_bytes = 300, .target_bytes = 100};
    std::string head = "GET / HTTP/1.1\r\nHost: a\r\n";
    for (int i = 0; i < 100; ++i) head += "X: y\r\n";
    EXPECT_EQ(status(head + "\r\n", limits), 431);
    EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(400, 'x'), limits), 431);
    EXPECT_EQ(status("GET /" + std::string(150, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n", limits),
              414);
    EXPECT_EQ(status("GET /" + std::string(400, 'x'), limits), 414);
    EXPECT_EQ(status(std::string(400, 'x'), limits), 414);
}

TEST(RequestParser, CountsChunkHeadsAndTrailers) {
    const HeadLimits limits{.head_bytes = 300, .target_bytes = 100};
    const std::string start = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    EXPECT_EQ(status(start + "1;" + std::string(1000, 'x'), limits), 431);
    EXPECT_EQ(status(start + "0\r\nX: " + std::string(1000, 'x'), limits), 431);
}

TEST(RequestParser, LetsTheBodyRefuse) {
    RequestHead head;
    RequestParser parser({});
    parser.begin(head, [](std::string_view) { return 413; });
    const std::string_view bytes = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc";
    const RequestParser::Step step = parser.feed(bytes);
    EXPECT_EQ(step.status, 0);
    EXPECT_TRUE(parser.head_done());
    EXPECT_TRUE(parser.has_body());
    EXPECT_EQ(parser.content_length(), 3U);
    EXPECT_EQ(parser.feed(bytes.substr(step.used)).status, 413);
}

}  // namespace
}  // namespace vafa::http

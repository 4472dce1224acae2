#include "platform/http/http_edge.h"

#include <gtest/gtest.h>

#include "base/rng.h"

namespace vafa::http {
namespace {

using namespace std::string_literals;

// What the fuzzer found, and what it starts from.
std::vector<std::string> seeds() {
    const std::string chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    return {"GET /a/%2e%2e/b?c HTTP/1.1\r\nHost: a\r\nRange: bytes=0-1\r\n\r\n",
            chunked + "0\r\n\r\n",  // byte by byte, Beast's own reader of chunks ended the process
            chunked + "1;x=y\r\na\r\n0\r\nT: u\r\n\r\nGET / HTTP/1.1\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc",
            "GET / HTTP/1.1\r\nHost: a\r\nX: folded\r\n line\r\n\r\n",
            "GET / HTTP/1.0\r\n\r\n",
            "/a/b/../../..//%00",
            "http://host:80/a?b#c",
            "1.2.3.4:5, [::ffff:1.2.3.4]:6, fe80::1%x",
            "gzip;q=0.5, *;q=0, identity;q=1",
            "bytes=5-,-3",
            "\"a\", W/\"b\"",
            gzip(std::string(20'000, 'x')),
            gzip("a") + gzip("b") + "garbage"s};
}

TEST(HttpEdge, HoldsForTheSeeds) {
    for (const auto& seed : seeds()) edge::check(seed);
}

TEST(HttpEdge, HoldsForSeedsWithFaults) {
    Rng rng(42);
    for (const auto& seed : seeds()) {
        for (int i = 0; i < 200; ++i) {
            std::string bytes = seed;
            for (std::uint64_t faults = 1 + rng.below(4); faults > 0; --faults) {
                const std::size_t at = rng.below(bytes.size());
                static const std::string kLikely = "\r\n :;,%/.0\0\xff\"-a"s;
                const char c = kLikely[rng.below(kLikely.size())];
                switch (rng.below(4)) {
                    case 0:
                        bytes[at] = c;
                        break;
                    case 1:
                        bytes.insert(at, 1, c);
                        break;
                    case 2:
                        if (bytes.size() > 1) bytes.erase(at, 1);
                        break;
                    default:
                        bytes.insert(at, bytes.substr(rng.below(bytes.size())));
                        break;
                }
            }
            edge::check(bytes);
        }
    }
}

TEST(ChunkedReader, TakesAChunkApartAndKeepsItsLimits) {
    ChunkedReader reader(20);
    const std::string_view bytes = "3;a=b\r\nxyz\r\n0\r\n\r\nrest";
    ChunkedReader::Step step = reader.next(bytes);
    EXPECT_EQ(step.data, "xyz");
    step = reader.next(bytes.substr(step.used));
    EXPECT_EQ(step.data, "");
    EXPECT_TRUE(reader.done());

    EXPECT_EQ(ChunkedReader(20).next("1;" + std::string(30, 'x')).status, 431);
    EXPECT_EQ(ChunkedReader(20).next("0\r\nT: " + std::string(30, 'x')).status, 431);
    for (const std::string_view wrong : {"\r\n", "g\r\n", "1\n", "1;\x01", "1 \r\n", "0\r\n\rx",
                                         "0\r\nT\r\r", "1234567890123456\r\n", "0\r\n\x7f"})
        EXPECT_EQ(ChunkedReader(99).next(wrong).status, 400) << wrong;
}

}  // namespace
}  // namespace vafa::http

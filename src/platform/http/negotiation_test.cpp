#include <gtest/gtest.h>

#include "platform/http/accept_encoding.h"
#include "platform/http/etag.h"
#include "platform/http/http_date.h"
#include "platform/http/range.h"

namespace vafa::http {
namespace {

TEST(AcceptEncoding, TakesGzipWhereItIsWelcome) {
    for (const auto field : {"gzip", "GZIP", "x-gzip", "deflate, gzip;q=0.5, br", "*", "gzip;q=1.0",
                             "br;q=1, *;q=0.1", "gzip ; q=0.001", "identity;q=0, gzip"})
        EXPECT_TRUE(accepts_gzip(field)) << field;
}

TEST(AcceptEncoding, LeavesItWhereItIsNot) {
    for (const auto field :
         {"", "identity", "br, deflate", "gzip;q=0", "gzip;q=0.000", "*;q=0", "gzip;q=0, *",
          "gzip;q=0.3, identity;q=0.7", "gzip;q=x", "gzip;q=2", "gzip;q=1.5", "gzipped", ",,;"})
        EXPECT_FALSE(accepts_gzip(field)) << field;
}

TEST(Compressible, IsTextAndNotWhatIsPackedAlready) {
    EXPECT_TRUE(compressible("text/html; charset=utf-8"));
    EXPECT_TRUE(compressible("application/json"));
    EXPECT_TRUE(compressible("application/problem+json"));
    EXPECT_TRUE(compressible("image/svg+xml"));
    EXPECT_FALSE(compressible("image/png"));
    EXPECT_FALSE(compressible("text/event-stream"));
    EXPECT_FALSE(compressible(""));
}

std::string range(std::string_view field, std::uint64_t size) {
    const ByteRange found = byte_range(field, size);
    if (found.kind == ByteRange::Kind::unsatisfiable) return "none";
    const std::string kind = found.kind == ByteRange::Kind::whole ? "whole " : "";
    return kind + std::to_string(found.first) + "+" + std::to_string(found.length);
}

TEST(ByteRange, TakesOneRange) {
    EXPECT_EQ(range("bytes=0-0", 10), "0+1");
    EXPECT_EQ(range("bytes=2-5", 10), "2+4");
    EXPECT_EQ(range("bytes=7-", 10), "7+3");
    EXPECT_EQ(range("bytes=7-99", 10), "7+3");
    EXPECT_EQ(range("bytes=-4", 10), "6+4");
    EXPECT_EQ(range("bytes=-40", 10), "0+10");
}

TEST(ByteRange, KnowsWhatCannotBe) {
    EXPECT_EQ(range("bytes=10-", 10), "none");
    EXPECT_EQ(range("bytes=0-", 0), "none");
    EXPECT_EQ(range("bytes=-0", 10), "none");
}

TEST(ByteRange, GivesTheWholeForAnythingElse) {
    for (const auto field :
         {"", "bytes=", "bytes=-", "bytes=0-1,3-4", "bytes=5-2", "items=0-1", "bytes=a-b",
          "bytes=1-2x", "bytes=99999999999999999999-", "bytes=--1", "bytes=+1-2"})
        EXPECT_EQ(range(field, 10), "whole 0+10") << field;
}

TEST(Etag, IsFoundInAList) {
    EXPECT_TRUE(etag_listed("\"a\"", "\"a\""));
    EXPECT_TRUE(etag_listed("\"x\", W/\"a\"", "\"a\""));
    EXPECT_TRUE(etag_listed(" \"x,y\" ,\"a\"", "W/\"a\""));
    EXPECT_TRUE(etag_listed("*", "\"a\""));
    EXPECT_FALSE(etag_listed("\"b\"", "\"a\""));
    EXPECT_FALSE(etag_listed("a", "\"a\""));
    EXPECT_FALSE(etag_listed("", "\"a\""));
    EXPECT_FALSE(etag_listed("\"x, \"a\"", "\"a\""));
    EXPECT_FALSE(etag_listed("\"a", "\"a\""));
}

TEST(Etag, OfIfRangeIsStrong) {
    EXPECT_TRUE(same_strong_etag("\"a\"", "\"a\""));
    EXPECT_FALSE(same_strong_etag("W/\"a\"", "W/\"a\""));
    EXPECT_FALSE(same_strong_etag("\"a\"", "\"b\""));
    EXPECT_FALSE(same_strong_etag("", ""));
}

TEST(HttpDate, IsTheFormOfTheRfc) {
    EXPECT_EQ(http_date(784'111'777'000), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
    EXPECT_EQ(http_date(1'709'164'799'999), "Wed, 28 Feb 2024 23:59:59 GMT");
}

}  // namespace
}  // namespace vafa::http

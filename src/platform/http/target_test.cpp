#include "platform/http/target.h"

#include <gtest/gtest.h>

namespace vafa::http {
namespace {

std::string path(std::string_view raw) {
    const auto target = parse_target(raw);
    return target ? target->path : "refused";
}

TEST(Target, KeepsPathAndQueryApart) {
    const auto target = parse_target("/api/v1/customers?limit=20&q=%D8%B3");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/api/v1/customers");
    EXPECT_EQ(target->query, "limit=20&q=%D8%B3");
    EXPECT_EQ(parse_target("/a??b")->query, "?b");
}

TEST(Target, DecodesThePath) {
    EXPECT_EQ(path("/%D8%B3%D9%84%D8%A7%D9%85"), "/سلام");
    EXPECT_EQ(path("/a%20b+c"), "/a b+c");
    EXPECT_EQ(path("/سلام"), "/سلام");
}

TEST(Target, NormalisesDotsAndEmptySegments) {
    EXPECT_EQ(path("/"), "/");
    EXPECT_EQ(path("//a///b"), "/a/b");
    EXPECT_EQ(path("/a/./b/../c"), "/a/c");
    EXPECT_EQ(path("/a/b/.."), "/a/");
    EXPECT_EQ(path("/a/."), "/a/");
    EXPECT_EQ(path("/a/"), "/a/");
    EXPECT_EQ(path("/..a/b..c/..."), "/..a/b..c/...");
}

TEST(Target, RefusesToLeaveTheRootHoweverItIsWritten) {
    for (const auto raw : {"/..", "/../etc/passwd", "/a/../..", "/%2e%2e/x", "/%2E./x",
                           "/a/..%2f..%2fetc", "/a%2f..%2f..%2fetc", "/./../x", "//.."})
        EXPECT_EQ(path(raw), "refused") << raw;
}

TEST(Target, RefusesWhatIsNoText) {
    for (const auto raw : {"/%", "/%4", "/%zz", "/a%00b", "/%0d%0aset-cookie:x", "/%7f", "/%ff",
                           "/%c0%af", "/%ed%a0%80", "/a#b", "/a?b\tc", "", "a/b", "*", "?x"})
        EXPECT_EQ(path(raw), "refused") << raw;
}

TEST(Target, DropsTheAuthorityOfTheAbsoluteForm) {
    EXPECT_EQ(path("http://example.com/a"), "/a");
    EXPECT_EQ(path("HTTPS://example.com:8443"), "/");
    EXPECT_EQ(parse_target("http://example.com?q=1")->query, "q=1");
    EXPECT_EQ(path("http:///a"), "refused");
    EXPECT_EQ(path("ftp://example.com/a"), "refused");
    EXPECT_EQ(path("http://example.com/../a"), "refused");
}

TEST(PercentDecoded, IsUndoneOnce) {
    EXPECT_EQ(percent_decoded("a%2525"), "a%25");
    EXPECT_EQ(percent_decoded("%41%6a%6A"), "Ajj");
    EXPECT_EQ(percent_decoded("100%"), std::nullopt);
}

}  // namespace
}  // namespace vafa::http

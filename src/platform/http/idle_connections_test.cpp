#include <gtest/gtest.h>
#include <sys/resource.h>

#include "platform/http/test_server.h"

namespace vafa::http {
namespace {

constexpr int kIdle = 2000;

// Both ends of every connection are in this process.
bool allow_descriptors(rlim_t count) {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur >= count) return true;
    limit.rlim_cur = count;
    limit.rlim_max = std::max(limit.rlim_max, count);
    return ::setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

TEST(IdleConnections, AreHeldWhileOthersAreAnswered) {
    if (!allow_descriptors(2 * kIdle + 200)) GTEST_SKIP() << "too few descriptors are allowed";
    TestServer under_test;
    std::vector<TestClient> idle;
    for (int i = 0; i < kIdle; ++i) {
        idle.push_back(under_test.client());
        ASSERT_TRUE(idle.back().connected()) << i;
        if (i % 2 == 0) continue;  // half have asked already
        ASSERT_EQ(idle.back().get("/").status, 200);
    }
    TestClient other = under_test.client();
    for (int i = 0; i < 100; ++i) EXPECT_EQ(other.get("/").status, 200);
    EXPECT_EQ(under_test.server->gauges().connections, kIdle + 1);
    for (auto& client : idle) ASSERT_EQ(client.get("/still").body, "GET /still? []");
    under_test.server->stop();
    for (auto& client : idle) ASSERT_TRUE(client.closes());
}

}  // namespace
}  // namespace vafa::http

#include "app/serve/listen_address.h"

#include <gtest/gtest.h>

#include "testing/results.h"

namespace vafa::app {
namespace {

TEST(ListenAddress, IsReadInItsForms) {
    const auto read = [](const char* text) { return test::must(parse_listen_address(text)); };
    EXPECT_EQ(read("127.0.0.1:8080"), (ListenAddress{"127.0.0.1", 8080}));
    EXPECT_EQ(read("[::1]:81"), (ListenAddress{"::1", 81}));
    EXPECT_EQ(read(":0"), (ListenAddress{"127.0.0.1", 0}));
    EXPECT_EQ(read("9000"), (ListenAddress{"127.0.0.1", 9000}));
    EXPECT_EQ(read("localhost:9000"), (ListenAddress{"127.0.0.1", 9000}));
    for (const char* wrong : {"", "x", "127.0.0.1", "127.0.0.1:", "::1:80", "h:70000", "h:-1"}) {
        test::expect_error(parse_listen_address(wrong), "error.listen_address");
    }
}

TEST(ListenAddress, ShowsABrowserTheWay) {
    EXPECT_EQ(base_url({"127.0.0.1", 8080}, false, "10.0.0.7"), "http://127.0.0.1:8080");
    EXPECT_EQ(base_url({"0.0.0.0", 443}, true, "10.0.0.7"), "https://10.0.0.7");
    EXPECT_EQ(base_url({"0.0.0.0", 80}, false, ""), "http://127.0.0.1");
    EXPECT_EQ(base_url({"::1", 81}, false, ""), "http://[::1]:81");
    EXPECT_TRUE(is_open_to_network({"0.0.0.0", 1}));
    EXPECT_FALSE(is_open_to_network({"127.0.0.1", 1}));
}

}  // namespace
}  // namespace vafa::app

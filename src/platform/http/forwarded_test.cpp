#include "platform/http/forwarded.h"

#include <gtest/gtest.h>

#include "platform/http/ip_address.h"

namespace vafa::http {
namespace {

TEST(NormalAddress, HasOneSpelling) {
    EXPECT_EQ(normal_address("203.0.113.9"), "203.0.113.9");
    EXPECT_EQ(normal_address("203.0.113.9:4711"), "203.0.113.9");
    EXPECT_EQ(normal_address("::ffff:203.0.113.9"), "203.0.113.9");
    EXPECT_EQ(normal_address("2001:DB8:0:0:0::1"), "2001:db8::1");
    EXPECT_EQ(normal_address("[2001:db8::1]:443"), "2001:db8::1");
    EXPECT_EQ(normal_address("[::1]"), "::1");
    EXPECT_EQ(normal_address("fe80::1%eth0"), "fe80::1");
}

TEST(NormalAddress, IsNothingForWhatIsNone) {
    for (const auto text : {"", "unknown", "1.2.3", "1.2.3.4:", "1.2.3.4:x", "1.2.3.256", "[::1",
                            "[::1]x", "::1]:2", "1.2.3.4, 5.6.7.8", "_hidden", "localhost"})
        EXPECT_EQ(normal_address(text), std::nullopt) << text;
    EXPECT_EQ(normal_address(std::string_view("1.2.3.4\0x", 9)), std::nullopt);
}

TEST(NearAddress, IsLoopbackPrivateOrLocal) {
    for (const auto text :
         {"127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
          "169.254.0.1", "100.64.0.1", "::1", "fd00::1", "fe80::1"})
        EXPECT_TRUE(is_near_address(text)) << text;
    for (const auto text : {"8.8.8.8", "172.15.0.1", "172.32.0.1", "192.169.0.1", "100.128.0.1",
                            "2001:db8::1", "::2", "", "x"})
        EXPECT_FALSE(is_near_address(text)) << text;
}

Headers forwarding(std::initializer_list<std::string> addresses, std::string proto = "") {
    Headers headers;
    for (const auto& address : addresses) headers.add("x-forwarded-for", address);
    if (!proto.empty()) headers.add("x-forwarded-proto", std::move(proto));
    return headers;
}

TEST(ClientOf, IsThePeerWithoutAProxy) {
    const Client client = client_of({}, "203.0.113.9", true, true);
    EXPECT_EQ(client.peer, "203.0.113.9");
    EXPECT_TRUE(client.secure);
    EXPECT_FALSE(client.proxied);
}

TEST(ClientOf, BelievesOnlyNearProxiesAndOnlyWhenTold) {
    const Headers headers = forwarding({"198.51.100.7"}, "https");
    const Client trusted = client_of(headers, "127.0.0.1", false, true);
    EXPECT_EQ(trusted.peer, "198.51.100.7");
    EXPECT_TRUE(trusted.secure);
    EXPECT_TRUE(trusted.proxied);

    const Client far = client_of(headers, "203.0.113.9", false, true);
    EXPECT_EQ(far.peer, "203.0.113.9");
    EXPECT_FALSE(far.secure);
    EXPECT_TRUE(far.proxied);

    EXPECT_EQ(client_of(headers, "127.0.0.1", false, false).peer, "127.0.0.1");
}

TEST(ClientOf, TakesTheRightmostAddressThatIsNotNear) {
    const auto peer = [](const Headers& headers) {
        return client_of(headers, "127.0.0.1", false, true).peer;
    };
    // What the client wrote itself stands left of what the proxies added.
    EXPECT_EQ(peer(forwarding({"6.6.6.6, 198.51.100.7, 10.0.0.2"})), "198.51.100.7");
    EXPECT_EQ(peer(forwarding({"6.6.6.6", "198.51.100.7:5000"})), "198.51.100.7");
    EXPECT_EQ(peer(forwarding({"198.51.100.7, garbage, 10.0.0.2"})), "10.0.0.2");
    EXPECT_EQ(peer(forwarding({"198.51.100.7, garbage"})), "127.0.0.1");
    EXPECT_EQ(peer(forwarding({"192.168.1.5, 10.0.0.2"})), "192.168.1.5");
    EXPECT_EQ(peer(forwarding({""})), "127.0.0.1");
}

TEST(ClientOf, TakesTheProtocolOfTheLastProxy) {
    EXPECT_FALSE(client_of(forwarding({}, "https, http"), "::1", true, true).secure);
    EXPECT_TRUE(client_of(forwarding({}, "http, HTTPS"), "::1", false, true).secure);
}

}  // namespace
}  // namespace vafa::http

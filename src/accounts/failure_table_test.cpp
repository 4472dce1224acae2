#include "accounts/failure_table.h"

#include <gtest/gtest.h>

namespace vafa::accounts {
namespace {

constexpr TimeMs kNow = 1'700'000'000'000;

void fail(FailureTable& table, std::string_view name, int times) {
    for (int i = 0; i < times; ++i) table.add_failure(name, kNow);
}

TEST(FailureTable, LocksEachNameByItself) {
    FailureTable table(10);
    fail(table, "a", 6);
    fail(table, "b", 4);
    EXPECT_EQ(table.locked_ms("a", kNow), 2000);
    EXPECT_EQ(table.locked_ms("b", kNow), 0);
    EXPECT_EQ(table.locked_ms("c", kNow), 0);
}

TEST(FailureTable, ForgetsASuccess) {
    FailureTable table(10);
    fail(table, "a", 9);
    table.forget("a");
    table.forget("never seen");
    EXPECT_EQ(table.locked_ms("a", kNow), 0);
    EXPECT_EQ(table.size(), 0U);
}

TEST(FailureTable, KeepsTheLatestNamesWhenFull) {
    FailureTable table(3);
    fail(table, "old", 6);
    fail(table, "b", 6);
    fail(table, "c", 6);
    fail(table, "old", 1);  // now b failed longest ago
    fail(table, "d", 6);
    EXPECT_EQ(table.size(), 3U);
    EXPECT_EQ(table.locked_ms("b", kNow), 0);
    EXPECT_GT(table.locked_ms("old", kNow), 0);
    EXPECT_GT(table.locked_ms("d", kNow), 0);
}

TEST(AddressKey, IsTheNetworkOfAnIpv6Address) {
    EXPECT_EQ(address_key("2001:db8:1:2::7"), address_key("2001:db8:1:2:ffff::1"));
    EXPECT_NE(address_key("2001:db8:1:2::7"), address_key("2001:db8:1:3::7"));
    EXPECT_EQ(address_key("192.0.2.7"), "192.0.2.7");
    EXPECT_NE(address_key("192.0.2.7"), address_key("192.0.2.8"));
    EXPECT_NE(address_key("::ffff:192.0.2.7"), address_key("::ffff:192.0.2.8"));
}

}  // namespace
}  // namespace vafa::accounts

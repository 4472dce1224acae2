#include "history/codec.h"

#include <gtest/gtest.h>
#include <limits>

#include "base/hash.h"
#include "base/rng.h"
#include "history/test_events.h"

namespace vafa::history {
namespace {

std::vector<Event> odd_events() {
    std::vector<Event> events{order_event(1, 1, "a"), order_event(63, 5, "ب"), Event{}};
    Event extreme = order_event(2, 1, std::string(70'000, 'k'));
    extreme.seq = std::numeric_limits<std::int64_t>::max();
    extreme.amount_minor = std::numeric_limits<std::int64_t>::min();
    extreme.occurred_at = -1;
    extreme.flags = 0xFF;
    extreme.schema_version = std::numeric_limits<std::int32_t>::min();
    extreme.properties = std::string("\0\xff binary", 9);
    events.push_back(extreme);
    for (int i = 0; i < 200; ++i) {  // more words than the codec remembers
        Event event = order_event(i % 64, i, "k");
        event.source = "source-" + std::to_string(i);
        events.push_back(event);
        events.push_back(events[events.size() / 2]);
    }
    return events;
}

std::string with_checksum(std::string body) {
    const std::uint64_t hash = hash64(body);
    for (int shift = 0; shift < 64; shift += 8) body += static_cast<char>(hash >> shift & 0xFF);
    return body;
}

TEST(HistoryCodec, GivesBackWhatItGot) {
    EXPECT_EQ(decode_events(encode_events(odd_events())).value(), odd_events());
    EXPECT_TRUE(decode_events(encode_events({})).value().empty());
}

TEST(HistoryCodec, IsCompact) {
    std::vector<Event> events;
    for (std::int64_t i = 1; i <= 1000; ++i) events.push_back(order_event(1, i, "k"));
    const std::size_t properties = 1000 * events.back().properties.size();
    EXPECT_LT(encode_events(events).size(), properties + 30'000);
}

TEST(HistoryCodec, EveryAlteredByteIsFound) {
    const std::string bytes =
        encode_events(std::vector<Event>{order_event(1, 1, "a"), order_event(2, 1, "b")});
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string altered = bytes;
        altered[at] = static_cast<char>(altered[at] ^ 0x10);
        const auto decoded = decode_events(altered);
        ASSERT_TRUE(decoded.has_error()) << at;
        EXPECT_EQ(decoded.error().key, "error.outbox_damaged");
    }
}

TEST(HistoryCodec, EveryCutIsFound) {
    const std::string bytes = encode_events(std::vector<Event>{order_event(1, 1, "a")});
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_TRUE(decode_events(bytes.substr(0, size)).has_error()) << size;
    }
    EXPECT_TRUE(decode_events(bytes + "x").has_error());
}

// The checksum does not protect from a writer gone wrong: the bytes are checked themselves, too.
TEST(HistoryCodec, NonsenseWithARightChecksumIsRefused) {
    const std::string huge_count = with_checksum("VHB1\xff\xff\xff\xff\xff\xff\xff\xff\x7f");
    EXPECT_TRUE(decode_events(huge_count).has_error());
    EXPECT_TRUE(decode_events(with_checksum("VHB2") + std::string(1, '\0')).has_error());
    Rng rng(3);
    const std::string valid = encode_events(odd_events());
    for (int i = 0; i < 500; ++i) {
        std::string body = valid.substr(0, valid.size() - 8);
        for (int k = 0; k < 3; ++k) {
            body[4 + rng.below(body.size() - 4)] = static_cast<char>(rng.below(256));
        }
        const auto decoded = decode_events(with_checksum(body));  // refused or read: no crash
        if (decoded.has_value()) {
            EXPECT_LE(decoded->size(), body.size());
        }
    }
}

}  // namespace
}  // namespace vafa::history

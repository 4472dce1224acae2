#include <fstream>
#include <gtest/gtest.h>

#include "base/rng.h"
#include "history/test_events.h"
#include "testing/places.h"

namespace vafa::history {
namespace {

// A history large enough for data blocks, cleanly closed, as bytes.
std::string healthy_file(const test::TempDir& folder) {
    const std::string path = (folder / "healthy.duckdb").string();
    std::vector<Event> events;
    Rng rng(1);
    for (std::int64_t i = 1; i <= 20'000; ++i) {
        events.push_back(order_event(1, i, "order-" + std::to_string(rng.next())));
        events.back().properties = R"({"p":")" + std::to_string(rng.next()) + R"("})";
    }
    const auto history = History::open(path).value();
    history->append(events).value();
    history->checkpoint().value();
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Opens and reads everything; the error, if any, of whichever step found it.
Error read_all(const test::TempDir& folder, const std::string& bytes) {
    const std::string path = (folder / "damaged.duckdb").string();
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    auto history = History::open(path, {.read_only = true});
    if (history.has_error()) return history.error();
    std::int64_t events = 0;
    const auto done = (*history)->for_each({}, [&](const Event&) { ++events; });
    if (done.has_error()) return done.error();
    EXPECT_EQ(events, 20'000) << "read without an error, yet not whole";
    return Error{ErrorCode::internal, "fine"};
}

TEST(HistoryDamage, AForeignFileIsNamed) {
    const test::TempDir folder;
    const Error error = read_all(folder, std::string(100'000, 'x'));
    EXPECT_EQ(error.code, ErrorCode::damaged);
    EXPECT_EQ(error.key, "error.history_damaged");
    EXPECT_EQ(error.params.front().second, (folder / "damaged.duckdb").string());
}

TEST(HistoryDamage, ATruncatedFileIsNamed) {
    const test::TempDir folder;
    const std::string bytes = healthy_file(folder);
    EXPECT_EQ(read_all(folder, bytes.substr(0, bytes.size() / 2)).key, "error.history_damaged");
    EXPECT_EQ(read_all(folder, bytes.substr(0, 5000)).key, "error.history_damaged");
}

TEST(HistoryDamage, AlteredBlocksAreFoundByTheirChecksum) {
    const test::TempDir folder;
    const std::string bytes = healthy_file(folder);
    ASSERT_GT(bytes.size(), 1U << 20);
    ASSERT_EQ(read_all(folder, bytes).key, "fine");
    Rng rng(2);
    int found = 0;
    for (int i = 0; i < 20; ++i) {
        std::string altered = bytes;
        // Behind the three headers, in the middle of a block that is in use.
        const std::size_t at = 12'288 + rng.below(altered.size() / 2);
        altered[at] = static_cast<char>(altered[at] ^ 0x5a);
        const Error error = read_all(folder, altered);
        if (error.key == "fine") continue;  // a byte that is not in use
        EXPECT_EQ(error.key, "error.history_damaged");
        ++found;
    }
    EXPECT_GT(found, 10);
}

}  // namespace
}  // namespace vafa::history

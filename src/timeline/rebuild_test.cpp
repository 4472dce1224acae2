#include "timeline/rebuild.h"

#include <filesystem>
#include <gtest/gtest.h>

#include "base/hash.h"
#include "history/api.h"
#include "timeline/test_model.h"

namespace vafa::timeline {
namespace {

using namespace test;

class Rebuild : public ::testing::Test {
protected:
    Rebuild() {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::path(::testing::TempDir()) /
                  (std::string("vafa_rebuild_") + info->name());
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        auto opened = history::History::open((folder_ / "history.duckdb").string());
        EXPECT_TRUE(opened.has_value());
        history_ = std::move(opened).value();
    }
    ~Rebuild() override {
        history_.reset();
        std::filesystem::remove_all(folder_);
    }

    void add(const std::string& kind, const Row& row, std::int64_t version,
             const std::string& properties) {
        history::Event event;
        event.partition = partition_of(row.profile);
        event.seq = ++seq_[event.partition];
        event.event_id = ++events_;
        event.source = "file";
        event.kind = kind;
        event.occurred_at = row.at;
        event.profile = row.profile;
        event.subject_kind = kind;
        event.subject_id = static_cast<std::int64_t>(row.subject);
        event.subject_key = std::to_string(row.subject);
        event.version = version;
        event.amount_minor = row.amount_minor;
        event.currency = "EUR";
        event.flags = row.flags;
        event.properties = properties;
        ASSERT_TRUE(history_->append(std::span(&event, 1)).has_value());
    }

    std::filesystem::path folder_;
    std::unique_ptr<history::History> history_;
    std::map<std::int32_t, std::int64_t> seq_;
    std::int64_t events_ = 0;
};

TEST_F(Rebuild, TakesTheCurrentVersionOfEveryKind) {
    const Row first{
        .profile = 1, .at = utc(2024, 1, 1), .amount_minor = 100, .subject = 11, .flags = 3};
    Row changed = first;
    changed.amount_minor = 90;
    const Row other{
        .profile = 2, .at = utc(2024, 1, 2), .amount_minor = 5, .subject = 12, .flags = 1};
    Row gone = other;
    gone.flags = 7;  // deleted
    const Row nobody{
        .profile = 0, .at = utc(2024, 1, 3), .amount_minor = 1, .subject = 13, .flags = 1};
    const Row view{.profile = 2, .at = utc(2024, 1, 4), .subject = 14};
    add("order", changed, 2, R"({"category":"tea","traits":{"age":"30"}})");
    add("order", first, 1, R"({"category":"coffee"})");
    add("order", other, 1, "{}");
    add("order", gone, 2, "{}");
    add("order", nobody, 1, "{}");
    add("product_viewed", view, 1, "{}");

    Timeline timeline(tehran(), 2);
    ASSERT_TRUE(rebuild(timeline, *history_).has_value());
    EXPECT_EQ(timeline.tracks(), (std::vector<std::string>{"order", "product_viewed"}));
    Timeline orders_alone(tehran(), 2);
    const std::string_view views_kind = "product_viewed";
    ASSERT_TRUE(rebuild(orders_alone, *history_, {&views_kind, 1}).has_value());
    EXPECT_EQ(orders_alone.tracks(), std::vector<std::string>{"order"});
    Model orders;
    orders.append({changed, nobody});
    EXPECT_EQ(read_all(timeline), orders.expected(tehran(), tehran(), false));
    Model views;
    views.append({view});
    EXPECT_EQ(read_all(timeline, {.track = "product_viewed"}),
              views.expected(tehran(), tehran(), false));

    ASSERT_TRUE(ensure_property(timeline, *history_, "order", "category").has_value());
    ASSERT_TRUE(ensure_property(timeline, *history_, "order", "trait:age").has_value());
    EXPECT_EQ(read_all(timeline, {.properties = {"category"}}).at(0).property, "tea");
    EXPECT_EQ(read_all(timeline, {.properties = {"trait:age"}}).at(0).property, "30");
}

}  // namespace
}  // namespace vafa::timeline

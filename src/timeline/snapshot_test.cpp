#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

#include "timeline/snapshot_format.h"
#include "timeline/test_model.h"

namespace vafa::timeline {
namespace {

using namespace test;

constexpr std::uint64_t kWatermark = 77;

class Snapshot : public ::testing::Test {
protected:
    Snapshot() {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        path_ = ::testing::TempDir() + "vafa_snapshot_" + info->name();
        Rng rng(5);
        std::vector<Row> orders, views;
        for (int i = 0; i < 500; ++i) orders.push_back(random_row(rng));
        for (int i = 0; i < 100; ++i) views.push_back(random_row(rng));
        EXPECT_TRUE(timeline_.append("order", orders).has_value());
        EXPECT_TRUE(timeline_.append("product_viewed", views).has_value());
        std::size_t next = 0;
        EXPECT_TRUE(timeline_
                        .load_property("product_viewed", "category",
                                       [&](Timeline::PropertyValue& value) {
                                           if (next == views.size()) return false;
                                           const Row& row = views[next++];
                                           value = {row.profile, row.at, row.subject,
                                                    row.subject % 2 == 0 ? "shoes" : "کفش"};
                                           return true;
                                       })
                        .has_value());
        timeline_.set_links({{1, 2}});
        EXPECT_TRUE(timeline_.save(path_, kWatermark).has_value());
        timeline_.set_links({});
    }
    ~Snapshot() override { std::filesystem::remove(path_); }

    Result<std::unique_ptr<Timeline>> open() {
        return Timeline::open(path_, tehran(), 2, kWatermark);
    }
    std::string content() const {
        std::ifstream file(path_, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    void put(std::size_t position, char byte) const {
        std::fstream file(path_, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(static_cast<std::streamoff>(position));
        file.put(byte);
    }
    void expect_same(const Timeline& other) const {
        EXPECT_EQ(read_all(other), orders_);
        EXPECT_EQ(read_all(other, kViews), views_);
        EXPECT_EQ(anonymous(other), anonymous(timeline_));
    }
    std::vector<Seen> anonymous(const Timeline& timeline) const {
        std::vector<Seen> rows;
        timeline.scan_anonymous(kViews, [&](const Slice& s) { rows = read_slice(s, tehran()); });
        return rows;
    }
    std::string key_of_open() {
        auto result = open();
        return result.has_error() ? result.error().key : "";
    }

    const ScanRequest kViews{.track = "product_viewed", .properties = {"category"}};
    std::string path_;
    Timeline timeline_{tehran(), 2};
    std::vector<Seen> orders_, views_;

    void SetUp() override {
        orders_ = read_all(timeline_);
        views_ = read_all(timeline_, kViews);
    }
};

TEST_F(Snapshot, ComesBackWithTracksPropertiesAndTheAnonymous) {
    const auto opened = open();
    ASSERT_TRUE(opened.has_value());
    expect_same(**opened);
    EXPECT_EQ((*opened)->tracks(), timeline_.tracks());
    EXPECT_TRUE((*opened)->has_property("product_viewed", "category"));
    EXPECT_FALSE((*opened)->has_property("order", "category"));
    EXPECT_FALSE(std::filesystem::exists(path_ + ".new"));
}

TEST_F(Snapshot, LivesOnAfterItIsOpened) {
    const auto opened = open();
    ASSERT_TRUE(opened.has_value());
    for (Timeline* timeline : {opened->get(), &timeline_}) {
        ASSERT_TRUE(timeline->append("order", {{.profile = 7, .at = utc(2020, 5, 5)}}).has_value());
        timeline->merge();
    }
    EXPECT_EQ(read_all(**opened), read_all(timeline_));
    ASSERT_TRUE((*opened)->save(path_, kWatermark).has_value())
        << "over the file it is mapped from";
    const auto again = open();
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(read_all(**again), read_all(timeline_));
}

TEST_F(Snapshot, NamesWhyItIsRefused) {
    const auto missing = Timeline::open(path_ + ".none", tehran(), 2, kWatermark);
    ASSERT_TRUE(missing.has_error());
    EXPECT_EQ(missing.error().code, ErrorCode::not_found);
    const auto stale = Timeline::open(path_, tehran(), 2, kWatermark + 1);
    ASSERT_TRUE(stale.has_error());
    EXPECT_EQ(stale.error().key, "timeline.snapshot_stale");
    const auto zone = Timeline::open(path_, newfoundland(), 2, kWatermark);
    ASSERT_TRUE(zone.has_error());
    EXPECT_EQ(zone.error().key, "timeline.snapshot_other_zone");
    put(offsetof(snapshot::Header, format), 2);
    EXPECT_EQ(key_of_open(), "timeline.snapshot_other_format");
}

TEST_F(Snapshot, ATransitionMoreIsAnotherZone) {
    auto transitions = tehran().transitions();
    transitions.pop_back();
    const TimeZone shorter("Asia/Tehran", transitions, tehran().first_offset_ms());
    EXPECT_TRUE(Timeline::open(path_, shorter, 2, kWatermark).has_error());
}

TEST_F(Snapshot, NoFlippedByteGivesWrongData) {
    const std::string bytes = content();
    Rng rng(99);
    int refused = 0;
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < sizeof(snapshot::Header); ++i) positions.push_back(i);
    const std::size_t directory = bytes.size() / snapshot::kPage * snapshot::kPage;
    for (std::size_t i = directory; i < bytes.size(); i += 3) positions.push_back(i);
    for (int i = 0; i < 400; ++i) positions.push_back(rng.below(bytes.size()));
    for (const std::size_t position : positions) {
        const auto flip = static_cast<char>(1U << rng.below(8));
        put(position, static_cast<char>(bytes[position] ^ flip));
        const auto opened = open();
        if (opened.has_value()) {
            expect_same(**opened);  // the gap between two sections
        } else {
            ++refused;
            EXPECT_EQ(opened.error().code, ErrorCode::damaged) << position;
        }
        put(position, bytes[position]);
    }
    EXPECT_GT(refused, 300);
    EXPECT_TRUE(open().has_value());
}

TEST_F(Snapshot, NoTruncationIsAccepted) {
    const std::string bytes = content();
    Rng rng(3);
    for (int i = 0; i < 60; ++i) {
        const std::size_t size = i < 5 ? static_cast<std::size_t>(i) : rng.below(bytes.size());
        std::ofstream(path_, std::ios::binary)
            .write(bytes.data(), static_cast<std::streamsize>(size));
        EXPECT_TRUE(open().has_error()) << size;
    }
}

}  // namespace
}  // namespace vafa::timeline

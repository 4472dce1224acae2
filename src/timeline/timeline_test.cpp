#include <gtest/gtest.h>

#include "timeline/test_model.h"

namespace vafa::timeline {
namespace {

using namespace test;

// Rows drawn at random; about a third take back a row that is there, or one that never was.
std::vector<Row> random_batch(Rng& rng, const Model& model, std::size_t size) {
    std::vector<Row> batch;
    for (std::size_t i = 0; i < size; ++i) {
        Row row = random_row(rng);
        if (rng.chance(0.3)) {
            const auto& known = rng.chance(0.3) ? batch : model.rows();
            if (!known.empty()) row = known[rng.below(known.size())];
            row.retract = true;
        }
        batch.push_back(row);
    }
    return batch;
}

void expect_equal(const Timeline& timeline, const Model& model, const std::string& track) {
    const TimeZone& store = timeline.store_zone();
    EXPECT_EQ(read_all(timeline, {.track = track}), model.expected(store, store, false));
    std::vector<Seen> anonymous;
    timeline.scan_anonymous({.track = track}, [&](const Slice& slice) {
        EXPECT_EQ(slice.customers, 1U);
        anonymous = read_slice(slice, store);
    });
    EXPECT_EQ(anonymous, model.expected(store, store, true));
}

// Days of another zone: compared by customer as sorted lists, since the rows are the same.
void expect_days(const Timeline& timeline, const Model& model, const std::string& track,
                 const TimeZone& zone) {
    std::vector<std::tuple<std::int64_t, std::uint16_t, std::uint32_t, std::int64_t>> got, want;
    timeline.scan({.track = track, .zone = zone, .workers = 1}, [&](unsigned, const Slice& slice) {
        check_shape(slice);
        for (std::uint32_t i = 0; i < slice.customers; ++i) {
            for (std::uint32_t row = slice.offsets[i]; row < slice.offsets[i + 1]; ++row) {
                got.emplace_back(slice.ids[i], slice.day[row], slice.subject[row],
                                 slice.amount_at(row));
            }
        }
    });
    for (const Seen& row : model.expected(timeline.store_zone(), zone, false)) {
        want.emplace_back(row.customer, row.day, row.subject, row.amount);
    }
    std::ranges::sort(got);
    std::ranges::sort(want);
    EXPECT_EQ(got, want) << zone.name();
}

void expect_one(const Timeline& timeline, const Model& model, std::int64_t customer) {
    const TimeZone& store = timeline.store_zone();
    std::vector<Seen> want = model.expected(store, store, false);
    std::erase_if(want, [&](const Seen& row) { return row.customer != customer; });
    std::vector<Seen> got;
    timeline.scan_one({}, customer, [&](const Slice& slice) {
        EXPECT_EQ(slice.customers, 1U);
        got = read_slice(slice, store);
    });
    EXPECT_EQ(got, want) << "customer " << customer;
}

std::vector<std::pair<std::int64_t, std::int64_t>> random_links(Rng& rng, Model& model) {
    model.links.clear();
    for (std::uint64_t i = rng.below(25); i > 0; --i) {
        const std::int64_t profile = rng.between(1, 65);
        const std::int64_t customer = rng.between(1, 65);
        if (profile != customer) model.links[profile] = customer;
    }
    return {model.links.begin(), model.links.end()};
}

class AgainstModel : public ::testing::TestWithParam<int> {};

TEST_P(AgainstModel, HoldsThroughAnyOrderOfWrites) {
    Rng rng = Rng(20'240'817).fork("timeline", static_cast<std::uint64_t>(GetParam()));
    const TimeZone zones[] = {tehran(), newfoundland(), TimeZone(), kiritimati()};
    const TimeZone& store = zones[rng.below(4)];
    Timeline timeline(store, 2);
    Model orders, views;
    for (int step = 0; step < 25; ++step) {
        Model& model = rng.chance(0.7) ? orders : views;
        const std::string track = &model == &orders ? "order" : "product_viewed";
        const auto batch = random_batch(rng, model, rng.below(rng.chance(0.2) ? 400 : 6));
        model.append(batch);
        ASSERT_TRUE(timeline.append(track, batch).has_value());
        if (rng.chance(0.3)) timeline.merge();
        if (rng.chance(0.2)) {
            timeline.set_links(random_links(rng, orders));
            views.links = orders.links;
        }
        expect_equal(timeline, orders, "order");
        expect_equal(timeline, views, "product_viewed");
        expect_one(timeline, orders, rng.between(1, 66));
        if (step % 5 == 0) expect_days(timeline, orders, "order", zones[rng.below(4)]);
    }
    timeline.merge();
    EXPECT_EQ(timeline.unmatched_retractions(), orders.unmatched + views.unmatched);
    EXPECT_EQ(timeline.memory().rows, orders.rows().size() + views.rows().size());
    for (const TimeZone& zone : zones) expect_days(timeline, orders, "order", zone);
}

INSTANTIATE_TEST_SUITE_P(Seeds, AgainstModel, ::testing::Range(0, 20));

TEST(Timeline, SplitsManyCustomersAmongWorkersAndGathersTheSpecial) {
    Rng rng(7);
    Timeline timeline(tehran(), 3);
    Model model;
    std::vector<Row> rows;
    for (int i = 0; i < 140'000; ++i) {
        Row row = random_row(rng);
        row.profile = rng.between(1, 40'000) * 1'000'003;
        row.subject = static_cast<std::uint64_t>(i);
        rows.push_back(row);
    }
    model.append(rows);
    ASSERT_TRUE(timeline.append("order", rows).has_value());
    EXPECT_EQ(timeline.memory().rows, 140'000U) << "a large batch merges by itself";
    std::vector<Row> more;
    for (int i = 0; i < 300; ++i) {
        Row row = random_row(rng);
        row.profile = rng.between(1, 41'000) * 1'000'003 + rng.between(0, 1);
        more.push_back(row);
    }
    model.append(more);
    ASSERT_TRUE(timeline.append("order", more).has_value());
    for (int i = 0; i < 200; ++i) {
        model.links[rng.between(1, 40'000) * 1'000'003] = rng.between(1, 40'000) * 1'000'003;
    }
    timeline.set_links({model.links.begin(), model.links.end()});
    expect_equal(timeline, model, "order");
}

TEST(Timeline, RefusesDaysOutsideTheColumnAsAWhole) {
    Timeline timeline(TimeZone(), 1);
    const std::vector<Row> good = {{.profile = 1, .at = 0}, {.profile = 1, .at = utc(2149, 6, 6)}};
    for (const TimeMs bad : {TimeMs{-1}, utc(2149, 6, 7)}) {
        std::vector<Row> rows = good;
        rows.push_back({.profile = 2, .at = bad});
        const auto result = timeline.append("order", rows);
        ASSERT_TRUE(result.has_error());
        EXPECT_EQ(result.error().key, "timeline.day_out_of_range");
        EXPECT_TRUE(read_all(timeline).empty());
    }
    ASSERT_TRUE(timeline.append("order", good).has_value());
    EXPECT_EQ(read_all(timeline).size(), 2U);
}

TEST(Timeline, ARetractionNeverTakesWhatComesAfterIt) {
    Timeline timeline(TimeZone(), 1);
    Row row{.profile = 5, .at = 1000, .amount_minor = 7};
    Row back = row;
    back.retract = true;
    ASSERT_TRUE(timeline.append("order", {back}).has_value());
    ASSERT_TRUE(timeline.append("order", {row, back, row}).has_value());
    EXPECT_EQ(read_all(timeline).size(), 1U);
    timeline.merge();
    EXPECT_EQ(read_all(timeline).size(), 1U);
    EXPECT_EQ(timeline.unmatched_retractions(), 1U);
}

TEST(Timeline, EqualRowsGoOneRetractionAtATime) {
    Timeline timeline(TimeZone(), 1);
    const Row row{.profile = 5, .at = 1000, .amount_minor = 7};
    Row back = row;
    back.retract = true;
    ASSERT_TRUE(timeline.append("order", {row, row, row}).has_value());
    timeline.merge();
    ASSERT_TRUE(timeline.append("order", {back, back}).has_value());
    EXPECT_EQ(read_all(timeline).size(), 1U);
    timeline.merge();
    EXPECT_EQ(read_all(timeline).size(), 1U);
    ASSERT_TRUE(timeline.append("order", {back, back}).has_value());
    EXPECT_TRUE(read_all(timeline).empty());
    timeline.merge();
    EXPECT_EQ(timeline.unmatched_retractions(), 1U);
    EXPECT_EQ(timeline.memory().profiles, 0U);
}

TEST(Timeline, ALinkedProfileIsHiddenFarFromItsCustomer) {
    Timeline timeline(TimeZone(), 2);
    Model model;
    std::vector<Row> rows;
    for (std::int64_t i = 1; i <= 9000; ++i) rows.push_back({.profile = i, .at = i * 1000});
    model.append(rows);
    ASSERT_TRUE(timeline.append("order", rows).has_value());
    timeline.merge();
    model.links = {{10, 8000}, {8500, 4000}, {9000, 10'000}};
    timeline.set_links({model.links.begin(), model.links.end()});
    expect_equal(timeline, model, "order");
}

TEST(Timeline, AnUnknownTrackOrCustomerIsNothing) {
    Timeline timeline(TimeZone(), 2);
    const auto fail = [](const Slice&) { FAIL() << "nobody is there"; };
    timeline.scan({}, [&](unsigned, const Slice& slice) { fail(slice); });
    timeline.scan_anonymous({}, fail);
    ASSERT_TRUE(timeline.append("order", {{.profile = 3, .at = 5}}).has_value());
    timeline.scan_one({}, 4, fail);
    timeline.scan_one({}, 0, fail);
    timeline.scan_anonymous({}, fail);
    timeline.set_links({{3, 4}});
    timeline.scan_one({}, 3, fail);
    EXPECT_TRUE(timeline.customers_where({.track = "none"}).empty());
}

TEST(Timeline, CostsAtMostTwentyFourBytesARowAtTenRowsAProfile) {
    Timeline timeline(tehran(), 2);
    std::vector<Row> rows;
    for (std::int64_t i = 0; i < 300'000; ++i) {
        rows.push_back({.profile = 1 + i % 30'000,
                        .at = utc(2020, 1, 1) + i * 1000,
                        .amount_minor = i % 1000 == 0 ? 5'000'000'000 : i});
    }
    ASSERT_TRUE(timeline.append("order", std::move(rows)).has_value());
    const MemoryUse use = timeline.memory();
    ASSERT_EQ(use.rows, 300'000U);
    EXPECT_LE(use.base_bytes + use.buffer_bytes, 17 * use.rows);
}

}  // namespace
}  // namespace vafa::timeline

#include <gtest/gtest.h>

#include "timeline/test_model.h"

namespace vafa::timeline {
namespace {

using namespace test;

constexpr const char* kCategories[] = {"", "کفش", "shoes", "Сумки", "x", "bags"};

// Views of products with a category each: property of (profile, time, subject).
struct Views {
    std::vector<Row> rows;
    std::map<std::tuple<std::int64_t, TimeMs, std::uint32_t>, std::string> category;

    void add(Rng& rng, int count) {
        for (int i = 0; i < count; ++i) {
            rows.push_back(random_row(rng));
            category[key(rows.back())] = kCategories[rng.below(std::size(kCategories))];
        }
    }
    static std::tuple<std::int64_t, TimeMs, std::uint32_t> key(const Row& row) {
        return {row.profile, row.at, static_cast<std::uint32_t>(row.subject)};
    }
    std::string of(const Seen& seen, std::int64_t profile) const {
        const auto it = category.find({profile, seen.at, seen.subject});
        return it == category.end() ? "" : it->second;
    }
};

Result<void> load(Timeline& timeline, const Views& views) {
    auto it = views.category.begin();
    return timeline.load_property("view", "category", [&](Timeline::PropertyValue& value) {
        if (it == views.category.end()) return false;
        const auto& [profile, at, subject] = it->first;
        value = {profile, at, subject, it->second};
        ++it;
        return true;
    });
}

const ScanRequest kRequest{.track = "view", .properties = {"category"}};

void expect_categories(const Timeline& timeline, const Views& views) {
    for (const Seen& seen : read_all(timeline, kRequest)) {
        ASSERT_EQ(seen.property, views.of(seen, seen.customer));
    }
}

TEST(Property, IsLoadedForEveryRowAndStaysWithItThroughMerges) {
    Rng rng(21);
    Timeline timeline(tehran(), 2);
    Views views;
    views.add(rng, 500);
    ASSERT_TRUE(timeline.append("view", views.rows).has_value());
    EXPECT_FALSE(timeline.has_property("view", "category"));
    ASSERT_TRUE(load(timeline, views).has_value());
    EXPECT_TRUE(timeline.has_property("view", "category"));
    expect_categories(timeline, views);

    std::vector<Row> later = {{.profile = 1, .at = utc(2024, 1, 1)},
                              {.profile = 900, .at = utc(2024, 1, 2)}};
    ASSERT_TRUE(timeline.append("view", later).has_value());
    EXPECT_FALSE(timeline.has_property("view", "category")) << "a row came that it does not know";
    expect_categories(timeline, views);
    timeline.merge();
    EXPECT_FALSE(timeline.has_property("view", "category"));
    expect_categories(timeline, views);
    views.category[Views::key(later[0])] = "new";
    ASSERT_TRUE(load(timeline, views).has_value());
    EXPECT_TRUE(timeline.has_property("view", "category"));
    expect_categories(timeline, views);
}

TEST(Property, GoesWithLinkedCustomersToo) {
    Rng rng(22);
    Timeline timeline(tehran(), 2);
    Views views;
    views.add(rng, 300);
    ASSERT_TRUE(timeline.append("view", views.rows).has_value());
    ASSERT_TRUE(load(timeline, views).has_value());
    const auto before = read_all(timeline, kRequest);
    timeline.set_links({{3, 4}, {5, 4}});
    std::vector<Seen> want = before;
    for (Seen& seen : want) {
        if (seen.customer == 3 || seen.customer == 5) seen.customer = 4;
    }
    auto got = read_all(timeline, kRequest);
    std::ranges::sort(want);
    std::ranges::sort(got);
    EXPECT_EQ(got, want);
}

TEST(Property, AFailedLoadLeavesTheOldColumn) {
    Rng rng(23);
    Timeline timeline(tehran(), 1);
    Views views;
    views.add(rng, 50);
    ASSERT_TRUE(timeline.append("view", views.rows).has_value());
    ASSERT_TRUE(load(timeline, views).has_value());
    const auto failed = timeline.load_property(
        "view", "category",
        [](Timeline::PropertyValue&) -> Result<bool> { return damaged("history.gone"); });
    EXPECT_TRUE(failed.has_error());
    EXPECT_TRUE(timeline.has_property("view", "category"));
    expect_categories(timeline, views);
}

TEST(Property, CostsFourBytesARowAndIsReportedApart) {
    Rng rng(24);
    Timeline timeline(tehran(), 1);
    Views views;
    views.add(rng, 1000);
    ASSERT_TRUE(timeline.append("view", views.rows).has_value());
    timeline.merge();
    const std::uint64_t before = timeline.memory().base_bytes;
    EXPECT_EQ(timeline.memory().property_bytes, 0U);
    ASSERT_TRUE(load(timeline, views).has_value());
    EXPECT_EQ(timeline.memory().base_bytes, before);
    EXPECT_GE(timeline.memory().property_bytes, 4000U);
    EXPECT_LT(timeline.memory().property_bytes, 5000U);
}

// "viewed category = X at least N times in D days", said as simply as can be.
std::vector<std::int64_t> naive(const std::vector<Seen>& rows, const CountCondition& condition) {
    std::map<std::int64_t, std::vector<Day>> days;
    for (const Seen& seen : rows) {
        auto& own = days[seen.customer];
        const bool counts = (condition.property.empty() || seen.property == condition.value) &&
                            (!condition.from || seen.day >= *condition.from) &&
                            (!condition.to || seen.day <= *condition.to);
        if (counts) own.push_back(seen.day);
    }
    std::vector<std::int64_t> out;
    for (const auto& [customer, own] : days) {
        std::int64_t most = 0;
        for (const Day first : own) {
            std::int64_t count = 0;
            for (const Day other : own) {
                const bool near =
                    condition.within_days == 0 || other < first + condition.within_days;
                count += other >= first && near ? 1 : 0;
            }
            most = std::max(most, count);
        }
        if (most >= condition.at_least) out.push_back(customer);
    }
    return out;
}

TEST(CustomersWhere, CountsWithinAnyWindowOfDays) {
    Rng rng(31);
    Timeline timeline(tehran(), 2);
    Views views;
    views.add(rng, 2000);
    ASSERT_TRUE(timeline.append("view", views.rows).has_value());
    ASSERT_TRUE(load(timeline, views).has_value());
    ASSERT_TRUE(timeline.append("view", {{.profile = 9, .at = utc(2020, 2, 2)}}).has_value());
    timeline.set_links({{10, 11}, {70, 12}});
    const auto rows = read_all(timeline, kRequest);
    std::size_t some = 0;
    for (int i = 0; i < 300; ++i) {
        CountCondition condition{.track = "view", .property = "category"};
        condition.value = rng.chance(0.1) ? "nothing such" : kCategories[rng.below(6)];
        if (rng.chance(0.2)) condition.property = "";
        condition.at_least = rng.between(0, 5);
        condition.within_days =
            static_cast<std::int32_t>(rng.chance(0.2) ? 0 : rng.between(1, 300));
        const Day from = tehran().local_day(utc(2019, 1, 1)) + static_cast<Day>(rng.below(900));
        if (rng.chance(0.3)) condition.from = from;
        if (rng.chance(0.3)) condition.to = from + static_cast<Day>(rng.below(400));
        const auto found = timeline.customers_where(condition);
        ASSERT_EQ(found, naive(rows, condition)) << i;
        some += !found.empty() && found.size() < 55 ? 1 : 0;
    }
    EXPECT_GT(some, 100U) << "the conditions must tell customers apart";
}

TEST(CustomersWhere, ThreeViewsOfShoesInThirtyDays) {
    Timeline timeline(tehran(), 1);
    Views views;
    const auto view = [&](std::int64_t profile, int day, const std::string& category) {
        views.rows.push_back({.profile = profile, .at = utc(2024, 1, 1) + day * kMsPerDay});
        views.category[Views::key(views.rows.back())] = category;
    };
    for (const int day : {0, 10, 29}) view(1, day, "shoes");   // within thirty days
    for (const int day : {0, 10, 30}) view(2, day, "shoes");   // one day too long
    for (const int day : {0, 10, 20}) view(3, day, "shirts");  // of something else
    for (const int day : {0, 40, 50, 69}) view(4, day, "shoes");
    ASSERT_TRUE(timeline.append("view", views.rows).has_value());
    ASSERT_TRUE(load(timeline, views).has_value());
    const CountCondition condition{.track = "view",
                                   .property = "category",
                                   .value = "shoes",
                                   .at_least = 3,
                                   .within_days = 30};
    EXPECT_EQ(timeline.customers_where(condition), (std::vector<std::int64_t>{1, 4}));
}

}  // namespace
}  // namespace vafa::timeline

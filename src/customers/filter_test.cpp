#include "customers/filter.h"

#include <gtest/gtest.h>

#include "testing/results.h"

namespace vafa::customers {
namespace {

using metrics::CustomerKind;

Entry buyer(std::int64_t id) {
    Entry entry;
    entry.id = id;
    entry.orders = 3;
    entry.spent_minor = 5000;
    entry.last = 100;
    entry.recency = 4;
    entry.frequency = 5;
    entry.monetary = 5;
    entry.kind = CustomerKind::loyal;
    entry.flags = has::kStanding | has::kPhone;
    return entry;
}

Directory of(std::vector<Entry> entries) {
    Directory directory;
    directory.entries = std::move(entries);
    directory.end = 130;
    directory.cities = {"", "تهران", "Kazan"};
    directory.risk_after_days[0] = 20;
    return directory;
}

bool holds(const Filter& filter, const Entry& entry) {
    const Directory directory = of({entry});
    return Matcher(directory, filter)(entry);
}

TEST(CustomerFilter, WithNothingAskedHoldsForEverybody) {
    EXPECT_TRUE(holds({}, Entry{}));
    EXPECT_TRUE(holds({}, buyer(1)));
}

TEST(CustomerFilter, FindsACellWithAnyScoreWhereXStands) {
    EXPECT_TRUE(holds({.rfm = test::must(Cell::from_text("455"))}, buyer(1)));
    EXPECT_TRUE(holds({.rfm = test::must(Cell::from_text("۴5"))}, buyer(1)));
    EXPECT_FALSE(holds({.rfm = test::must(Cell::from_text("555"))}, buyer(1)));
    EXPECT_FALSE(holds({.rfm = test::must(Cell::from_text("x"))}, Entry{})) << "has no scores";
    for (const char* wrong : {"", "5555", "650", "0xx", "5 5"}) {
        EXPECT_TRUE(Cell::from_text(wrong).has_error()) << wrong;
    }
}

TEST(CustomerFilter, KnowsGroupsAndKindsOfThoseWhoBought) {
    EXPECT_TRUE(holds({.group = Group::champions}, buyer(1)));
    EXPECT_FALSE(holds({.group = Group::lost}, buyer(1)));
    EXPECT_FALSE(holds({.group = Group::lost}, Entry{}));
    EXPECT_TRUE(holds({.kind = CustomerKind::loyal}, buyer(1)));
    EXPECT_FALSE(holds({.kind = CustomerKind::too_few}, Entry{}));
}

TEST(CustomerFilter, FindsCitiesInAnySpelling) {
    Entry entry = buyer(1);
    entry.city = 2;
    EXPECT_TRUE(holds({.city = "KAZAN"}, entry));
    EXPECT_FALSE(holds({.city = "Kaz"}, entry));
    EXPECT_FALSE(holds({.city = "Moscow"}, entry));
}

TEST(CustomerFilter, TellsWhoCanBeReachedAndWhoAgreed) {
    EXPECT_TRUE(holds({.has_phone = true}, buyer(1)));
    EXPECT_FALSE(holds({.has_phone = false}, buyer(1)));
    EXPECT_TRUE(holds({.has_email = false}, buyer(1)));
    EXPECT_FALSE(holds({.consent = commerce::Channel::sms}, buyer(1)));
    Entry agreed = buyer(1);
    agreed.flags |= has::kSmsConsent;
    EXPECT_TRUE(holds({.consent = commerce::Channel::sms}, agreed));
    EXPECT_FALSE(holds({.consent = commerce::Channel::email}, agreed));
}

TEST(CustomerFilter, BoundsAreIncluded) {
    EXPECT_TRUE(holds({.min_orders = 3, .max_orders = 3}, buyer(1)));
    EXPECT_FALSE(holds({.min_orders = 4}, buyer(1)));
    EXPECT_TRUE(holds({.min_spent_minor = 5000, .max_spent_minor = 5000}, buyer(1)));
    EXPECT_TRUE(holds({.last_from = 100, .last_to = 100}, buyer(1)));
    EXPECT_FALSE(holds({.last_to = 99}, buyer(1)));
    EXPECT_FALSE(holds({.last_to = 99}, Entry{})) << "who never ordered has no last order";
}

TEST(CustomerFilter, WhoIsLateByTheRuleIsOverdue) {
    EXPECT_TRUE(holds({.overdue = true}, buyer(1))) << "30 days, where 20 are usual";
    Entry late = buyer(1);
    late.segment = 1;  // whose gaps nobody knows
    EXPECT_FALSE(holds({.overdue = true}, late));
}

TEST(CustomerMask, MarksTheRowsOfIds) {
    const Directory directory = of({buyer(2), buyer(4), buyer(6)});
    EXPECT_EQ(mask_of(directory, {1, 4, 5, 6, 9}), (Mask{0, 1, 1}));
    EXPECT_EQ(mask_of(directory, {}), (Mask{0, 0, 0}));
}

}  // namespace
}  // namespace vafa::customers

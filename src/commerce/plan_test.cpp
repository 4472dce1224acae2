#include "commerce/plan.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>

#include "base/rng.h"
#include "commerce/testdata.h"

namespace vafa::commerce {
namespace {

// A store in memory: the orders by key, and profiles numbered by their value.
class Shop {
public:
    Changes tell(const std::vector<OrderFact>& facts) {
        const Slots slots = order_slots(facts);
        std::vector<std::optional<OrderState>> stored;
        for (const auto first : slots.first_fact) stored.push_back(state(facts[first].key));
        std::vector<ProfileId> profiles;
        for (const auto& fact : facts) profiles.push_back(profile(fact));
        Changes changes = plan(facts, slots, stored, profiles, [this] { return ++last_id_; });
        for (const Change& change : changes.changes) {
            orders_[facts[change.fact].key] = change.after;
        }
        for (const Lift& lift : changes.lifts) by_id(lift.order).version = lift.version;
        return changes;
    }
    std::optional<OrderState> state(const std::string& key) const {
        const auto found = orders_.find(key);
        return found == orders_.end() ? std::nullopt : std::optional(found->second);
    }

private:
    static ProfileId profile(const OrderFact& fact) {
        if (!fact.customer) return {};
        return ProfileId{1000 + static_cast<std::int64_t>(fact.customer->value.size())};
    }
    OrderState& by_id(OrderId id) {
        for (auto& [key, order] : orders_) {
            if (order.id == id) return order;
        }
        throw std::logic_error("no such order");
    }

    std::map<std::string, OrderState> orders_;
    std::int64_t last_id_ = 0;
};

OrderFact with_version(OrderFact fact, TimeMs modified, SourceRank rank = SourceRank::file) {
    fact.version = make_version(modified, rank);
    return fact;
}

TEST(Plan, AddsAnOrderNotSeenBefore) {
    Shop shop;
    const Changes changes = shop.tell({make_order("a", "ann", 1200), make_order("b", "", 500)});
    EXPECT_EQ(changes.counts, (Counts{.added = 2, .anonymous = 1}));
    ASSERT_EQ(changes.changes.size(), 2U);
    EXPECT_FALSE(changes.changes[0].before);
    EXPECT_EQ(changes.changes[0].after.net_minor, 1200);
    EXPECT_EQ(changes.changes[1].after.profile, ProfileId{});
    EXPECT_NE(changes.changes[0].after.id, changes.changes[1].after.id);
}

TEST(Plan, FindsNothingToDoWhenTheSameIsSaidAgain) {
    Shop shop;
    shop.tell({make_order("a", "ann", 1200)});
    const Changes again = shop.tell({make_order("a", "ann", 1200)});
    EXPECT_EQ(again.counts, Counts{.unchanged = 1});
    EXPECT_TRUE(again.changes.empty());
    EXPECT_TRUE(again.claims.empty());
    EXPECT_TRUE(again.lifts.empty());
}

TEST(Plan, UpdatesByTheGreaterVersionAndByTheLaterOfEqualOnes) {
    Shop shop;
    shop.tell({make_order("a", "ann", 1200)});
    const auto before = shop.state("a");
    const Changes tie = shop.tell({make_order("a", "ann", 1300)});
    EXPECT_EQ(tie.counts, Counts{.updated = 1});
    ASSERT_EQ(tie.changes.size(), 1U);
    EXPECT_EQ(tie.changes[0].before, before);
    EXPECT_EQ(tie.changes[0].after.id, before->id);
    EXPECT_EQ(shop.state("a")->net_minor, 1300);

    shop.tell({with_version(make_order("a", "ann", 1400), kTestDay + 1)});
    EXPECT_EQ(shop.state("a")->net_minor, 1400);
}

TEST(Plan, KeepsAStaleVersionForHistoryOnly) {
    Shop shop;
    shop.tell({with_version(make_order("a", "ann", 1200), kTestDay, SourceRank::plugin)});
    const auto before = shop.state("a");
    const Changes changes = shop.tell({make_order("a", "ann", 999)});
    EXPECT_EQ(changes.counts, Counts{.stale = 1});
    EXPECT_TRUE(changes.changes.empty());
    ASSERT_EQ(changes.verdicts.size(), 1U);
    EXPECT_EQ(changes.verdicts[0].outcome, Outcome::stale);
    EXPECT_EQ(changes.verdicts[0].state.net_minor, 999);
    EXPECT_EQ(changes.verdicts[0].state.id, before->id);
    EXPECT_EQ(shop.state("a"), before);
}

TEST(Plan, MakesOneChangeOfAnOrderToldTwiceInABatch) {
    Shop shop;
    shop.tell({make_order("a", "ann", 100)});
    const auto before = shop.state("a");
    const Changes changes = shop.tell({make_order("b", "ann", 1), make_order("a", "ann", 200),
                                       make_order("b", "ann", 2), make_order("a", "ann", 200),
                                       make_order("a", "bob2", 300)});
    EXPECT_EQ(changes.counts, (Counts{.added = 1, .updated = 3, .unchanged = 1}));
    ASSERT_EQ(changes.changes.size(), 2U);
    EXPECT_EQ(changes.changes[0].fact, 2U);
    EXPECT_FALSE(changes.changes[0].before);
    EXPECT_EQ(changes.changes[1].fact, 4U);
    EXPECT_EQ(changes.changes[1].before, before);
    EXPECT_EQ(changes.changes[1].after.net_minor, 300);
}

TEST(Plan, RemembersTheImportThatSaidTheSameAgain) {
    Shop shop;
    shop.tell({make_order("a", "ann", 100)});
    OrderFact again = with_version(make_order("a", "ann", 100), kTestDay + 5);
    again.import = ImportId{8};
    const Changes changes = shop.tell({again, again});
    EXPECT_EQ(changes.counts, Counts{.unchanged = 2});
    EXPECT_TRUE(changes.verdicts[0].lifted);
    EXPECT_FALSE(changes.verdicts[1].lifted);
    const auto state = *shop.state("a");
    EXPECT_EQ(changes.claims,
              (std::vector<Claim>{{state.id, ImportId{8}, again.version, state.fingerprint, 1}}));
    EXPECT_EQ(changes.lifts, (std::vector<Lift>{{state.id, again.version}}));
    EXPECT_EQ(state.import, ImportId{7});
}

TEST(Plan, EndsAlikeInAnyOrderOfArrival) {
    std::vector<OrderFact> facts;
    const std::int64_t amounts[] = {100, 200, 100, 300, 200};
    for (int i = 0; i < 5; ++i) {
        facts.push_back(with_version(make_order("a", "ann", amounts[i]), kTestDay + i));
    }
    Rng rng(11);
    for (int round = 0; round < 200; ++round) {
        for (std::size_t i = facts.size() - 1; i > 0; --i) {
            std::swap(facts[i], facts[rng.below(i + 1)]);
        }
        Shop shop;
        for (const auto& fact : facts) shop.tell({fact});
        EXPECT_EQ(shop.state("a")->net_minor, 200) << "round " << round;
        EXPECT_EQ(shop.state("a")->version, make_version(kTestDay + 4, SourceRank::file));
    }
}

TEST(OrderSlots, AreTheSameWhetherFactsComeSortedOrNot) {
    const std::vector<OrderFact> facts{make_order("a", "x", 1), make_order("a", "y", 1),
                                       make_order("b", "x", 1)};
    const Slots sorted = order_slots(facts);
    EXPECT_EQ(sorted.of_fact, (std::vector<std::uint32_t>{0, 0, 1}));
    EXPECT_EQ(sorted.first_fact, (std::vector<std::uint32_t>{0, 2}));
    const Slots mixed = order_slots(std::vector<OrderFact>{facts[2], facts[0], facts[2]});
    EXPECT_EQ(mixed.of_fact, (std::vector<std::uint32_t>{0, 1, 0}));
}

TEST(OrderSlots, KeepTheSameKeyOfTwoShopsApart) {
    std::vector<OrderFact> facts{make_order("a", "x", 1), make_order("a", "x", 1)};
    facts[1].shop = ShopId{2};
    EXPECT_EQ(order_slots(facts).size(), 2U);
    EXPECT_EQ(profile_slots(facts).size(), 2U);
}

TEST(ProfileSlots, KeepKindsApartAndLeaveTheAnonymousOut) {
    std::vector<OrderFact> facts{make_order("a", "x", 1), make_order("b", "", 1),
                                 make_order("c", "x", 1), make_order("d", "x", 1)};
    facts[3].customer->kind = ProfileKind::name;
    EXPECT_EQ(profile_slots(facts).of_fact, (std::vector<std::uint32_t>{0, kNoSlot, 0, 1}));
}

TEST(Fingerprint, ChangesWithEveryThingSaidButNotWithVersionOrImport) {
    OrderFact fact = make_order("a", "ann", 100);
    fact.lines = {make_line("p", "Tea", 100)};
    fact.customer_fields.traits = {{"tier", "gold"}};
    const std::uint64_t original = fingerprint(fact);
    const auto changed = [&](auto&& edit) {
        OrderFact other = fact;
        edit(other);
        return fingerprint(other) != original;
    };
    EXPECT_FALSE(changed([](OrderFact& f) {
        f.version += 16;
        f.import = ImportId{9};
    }));
    EXPECT_TRUE(changed([](OrderFact& f) { f.customer->value = "bob"; }));
    EXPECT_TRUE(changed([](OrderFact& f) { f.customer.reset(); }));
    EXPECT_TRUE(changed([](OrderFact& f) { f.amounts.tax = 0; }));
    EXPECT_TRUE(changed([](OrderFact& f) { f.amounts.refund = 1; }));
    EXPECT_TRUE(changed([](OrderFact& f) { f.status = OrderStatus::cancelled; }));
    EXPECT_TRUE(changed([](OrderFact& f) { f.test = true; }));
    EXPECT_TRUE(changed([](OrderFact& f) { f.day_precision = true; }));
    EXPECT_TRUE(changed([](OrderFact& f) { f.coupon = "x"; }));
    EXPECT_TRUE(changed([](OrderFact& f) { f.source = "x"; }));
    EXPECT_TRUE(changed([](OrderFact& f) { f.ordered_at += 1; }));
    EXPECT_TRUE(changed([](OrderFact& f) { f.lines[0].variant = "x"; }));
    EXPECT_TRUE(changed([](OrderFact& f) { f.lines.clear(); }));
    EXPECT_TRUE(changed([](OrderFact& f) { f.customer_fields.city = "Rey"; }));
    EXPECT_TRUE(changed([](OrderFact& f) { f.customer_fields.traits[0].second = "tin"; }));
}

}  // namespace
}  // namespace vafa::commerce

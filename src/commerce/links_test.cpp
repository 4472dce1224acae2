#include "commerce/links.h"

#include <gtest/gtest.h>

#include "base/rng.h"
#include "commerce/customers.h"
#include "commerce/fold.h"
#include "commerce/module.h"
#include "commerce/orders.h"
#include "commerce/removal.h"
#include "commerce/shops.h"
#include "commerce/testdata.h"
#include "platform/sql/sql.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::commerce {
namespace {

class Customers : public test::SqlTest {
protected:
    template <class F>
    auto in(F&& fn) {
        using T = std::invoke_result_t<F&, sql::Session&>;
        if constexpr (std::is_void_v<T>) {
            test::must(db().write([&](sql::Session& s) -> Result<void> {
                fn(s);
                return {};
            }));
        } else {
            return test::must(db().write([&](sql::Session& s) -> Result<T> { return fn(s); }));
        }
    }
    void SetUp() override {
        open(module_migrations());
        if (IsSkipped()) return;
        in([&](sql::Session& s) {
            first_ = ensure_shop(s, "default", ids_, kTestDay);
            second_ = ensure_shop(s, "demo", ids_, kTestDay);
        });
    }

    void tell(const std::vector<OrderFact>& facts) {
        test::must(db().write([&](sql::Session& s) { return fold(s, facts, ids_, kTestDay); }));
    }
    OrderFact order(ShopId shop, std::string key, std::string customer, TimeMs at, std::string name,
                    std::string city = "") {
        OrderFact fact = make_order(std::move(key), std::move(customer), 100);
        fact.shop = shop;
        fact.ordered_at = kTestDay + at;
        fact.customer_fields.name = std::move(name);
        fact.customer_fields.city = std::move(city);
        return fact;
    }
    CustomerId called(std::string_view key) {
        const auto found = in([&](sql::Session& s) { return customers_called(s, key); });
        return found.size() == 1 ? found[0] : CustomerId{};
    }
    // "Name/City", or "-" for a stranger.
    std::string card(CustomerId id) {
        const auto found = in([&](sql::Session& s) { return find_customer(s, id); });
        return found ? found->fields.name + "/" + found->fields.city : "-";
    }
    bool merge(CustomerId from, CustomerId into, Version version) {
        return in([&](sql::Session& s) {
            return merge_customers(s, from, into, {version, kTestDay, "manual"});
        });
    }
    bool unlink(CustomerId profile, Version version) {
        return in([&](sql::Session& s) {
            return unlink_profile(s, ProfileId{profile.value}, {version, kTestDay, "manual"});
        });
    }
    std::size_t links() {
        return in([](sql::Session& s) { return all_links(s); }).size();
    }

    ShopId first_, second_;
    FixedClock clock_{kTestDay};
    Rng rng_{4};
    IdSource ids_{clock_, rng_};
};
VAFA_ON_EVERY_DATABASE(Customers);

TEST_P(Customers, AreFoundByWhatTheirShopCallsThem) {
    tell({order(first_, "a", "ann", 1, "Ann"), order(second_, "a", "ann", 1, "Other Ann")});
    const auto both = in([](sql::Session& s) { return customers_called(s, "ann"); });
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(card(both[0]), "Ann/");
    EXPECT_EQ(card(both[1]), "Other Ann/");
    EXPECT_EQ(in([&](sql::Session& s) { return list_customers(s, both[0], 9); }),
              std::vector{both[1]});
    EXPECT_TRUE(in([](sql::Session& s) { return customers_called(s, "bob"); }).empty());
}

TEST_P(Customers, ShowTheirOrdersNewestFirstByPage) {
    OrderFact late = order(first_, "c", "ann", 30, "");
    late.lines = {make_line("p", "Tea", 100)};
    tell({order(first_, "a", "ann", 10, ""), order(first_, "b", "ann", 20, ""), late});
    const CustomerId ann = called("ann");
    const auto page = in([&](sql::Session& s) { return orders_of(s, ann, {}, 2); });
    ASSERT_EQ(page.size(), 2U);
    EXPECT_EQ(page[0].key, "c");
    EXPECT_EQ(page[0].net_minor, 100);
    const OrderPlace place{page[1].ordered_at, page[1].id};
    const auto rest = in([&](sql::Session& s) { return orders_of(s, ann, place, 2); });
    ASSERT_EQ(rest.size(), 1U);
    EXPECT_EQ(rest[0].key, "a");
    EXPECT_EQ(in([&](sql::Session& s) { return lines_of(s, page[0].id); }), late.lines);
}

TEST_P(Customers, MergeUnderTheIdThatStays) {
    tell({order(first_, "a", "ann", 1, "Ann", "Rey"), order(first_, "b", "bob", 2, "Bob")});
    const CustomerId ann = called("ann"), bob = called("bob");
    EXPECT_TRUE(merge(bob, ann, 10));
    EXPECT_EQ(card(ann), "Bob/Rey");
    EXPECT_EQ(card(bob), "-");
    EXPECT_EQ(called("bob"), ann);
    EXPECT_EQ(in([&](sql::Session& s) { return orders_of(s, ann, {}, 9); }).size(), 2U);

    tell({order(first_, "c", "bob", 3, "Bobby", "Qom")});
    EXPECT_EQ(card(ann), "Bobby/Qom");
    EXPECT_FALSE(merge(bob, ann, 11)) << "they are one already";
}

TEST_P(Customers, PartAgainAsIfTheyHadNeverMet) {
    tell({order(first_, "a", "ann", 1, "Ann", "Rey"), order(first_, "b", "bob", 2, "Bob")});
    const CustomerId ann = called("ann"), bob = called("bob");
    merge(bob, ann, 10);
    EXPECT_FALSE(unlink(ann, 20)) << "the canonical profile cannot leave";
    EXPECT_FALSE(unlink(bob, 9)) << "a newer word stands";
    EXPECT_TRUE(unlink(bob, 20));
    EXPECT_EQ(card(ann), "Ann/Rey");
    EXPECT_EQ(card(bob), "Bob/");
    EXPECT_EQ(links(), 0U);
    EXPECT_FALSE(merge(bob, ann, 15)) << "a newer word stands";
}

TEST_P(Customers, MergeWithAllTheyWereMergedWith) {
    tell({order(first_, "a", "ann", 1, "Ann"), order(first_, "b", "bob", 2, "Bob"),
          order(first_, "c", "cyd", 3, "Cyd")});
    const CustomerId ann = called("ann"), bob = called("bob"), cyd = called("cyd");
    merge(cyd, bob, 1);
    merge(bob, ann, 2);
    EXPECT_EQ(called("cyd"), ann);
    EXPECT_EQ(card(ann), "Cyd/");
    EXPECT_EQ(links(), 2U);
}

TEST_P(Customers, OutliveTheRemovalOfAShopThatAnotherShopKnows) {
    tell({order(second_, "a", "ann", 9, "Demo Ann", "Rey"), order(first_, "b", "bob", 2, "Bob"),
          order(second_, "c", "cyd", 3, "Cyd")});
    const CustomerId ann = called("ann"), bob = called("bob"), cyd = called("cyd");
    merge(bob, ann, 1);
    EXPECT_EQ(card(ann), "Demo Ann/Rey");
    const auto removed = in([&](sql::Session& s) { return remove_orders(s, second_, 1); });
    ASSERT_EQ(removed.size(), 1U);
    EXPECT_EQ(removed[0].key, "a");
    EXPECT_EQ(removed[0].currency, "EUR");
    in([&](sql::Session& s) { return remove_orders(s, second_, 9); });
    while (in([&](sql::Session& s) { return remove_profiles(s, second_, 1); }) > 0) {
    }
    in([&](sql::Session& s) { remove_shop_row(s, second_); });
    EXPECT_EQ(card(ann), "-");
    EXPECT_EQ(card(cyd), "-");
    EXPECT_EQ(card(bob), "Bob/");
    EXPECT_EQ(links(), 0U);
    StoreCounts expected;
    expected.orders = expected.customers = expected.profiles = expected.shops = 1;
    EXPECT_EQ(in([](sql::Session& s) { return count_store(s); }), expected);
}

}  // namespace
}  // namespace vafa::commerce

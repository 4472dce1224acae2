#include "commerce/customer_list.h"

#include <gtest/gtest.h>
#include <set>

#include "base/rng.h"
#include "commerce/fold.h"
#include "commerce/links.h"
#include "commerce/module.h"
#include "commerce/removal.h"
#include "commerce/search_fill.h"
#include "commerce/search_index.h"
#include "commerce/shops.h"
#include "commerce/testdata.h"
#include "commerce/totals.h"
#include "platform/sql/sql.h"
#include "testing/places.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::commerce {
namespace {

class CustomerList : public test::SqlTest {
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
        in([&](sql::Session& s) { shop_ = ensure_shop(s, "default", ids_, kTestDay); });
    }

    OrderFact order(std::string key, std::string customer, std::string name) {
        OrderFact fact = make_order(std::move(key), std::move(customer), 100);
        fact.shop = shop_;
        fact.customer_fields.name = std::move(name);
        return fact;
    }
    void tell(const std::vector<OrderFact>& facts) {
        test::must(db().write([&](sql::Session& s) { return fold(s, facts, ids_, kTestDay); }));
    }
    CustomerPage page(const CustomerFilter& filter, std::optional<CustomerPlace> after = {},
                      std::int64_t limit = 50) {
        return test::must(
            db().read([&](sql::Session& s) { return search_customers(s, filter, after, limit); }));
    }
    // The names over all pages, in the list's order.
    std::vector<std::string> names(const CustomerFilter& filter, std::int64_t limit = 50) {
        std::vector<std::string> found;
        std::optional<CustomerPlace> place;
        do {
            const CustomerPage next = page(filter, place, limit);
            EXPECT_LE(next.items.size(), static_cast<std::size_t>(limit));
            for (const CustomerCard& card : next.items) found.push_back(card.fields.name);
            place = next.next;
        } while (place);
        return found;
    }
    // What the tables of tokens hold is what the rows say.
    void expect_tokens_follow_rows() {
        std::set<std::pair<std::string, std::int64_t>> wanted, stored;
        in([&](sql::Session& s) {
            std::vector<std::int64_t> ids;
            for (const auto id : list_customers(s, {}, 100'000)) ids.push_back(id.value);
            for (const auto& [id, tokens] : store::tokens_of_customers(s, ids)) {
                for (const auto& token : tokens) wanted.emplace(token, id);
            }
            const sql::RowFn add = [&](const sql::Row& row) {
                stored.emplace(std::string(row.text(0)), row.integer(1));
            };
            s.run("SELECT token, customer FROM commerce_search_token", {}, &add);
        });
        EXPECT_EQ(stored, wanted);
    }

    ShopId shop_;
    FixedClock clock_{kTestDay};
    Rng rng_{4};
    IdSource ids_{clock_, rng_};
};
VAFA_ON_EVERY_DATABASE(CustomerList);

using Names = std::vector<std::string>;

TEST_P(CustomerList, IsNewestFirstByPagesWithoutAText) {
    tell({order("a", "1", "Ann"), order("b", "2", "Bob"), order("c", "3", "Cyd")});
    EXPECT_EQ(names({}, 2), (Names{"Cyd", "Bob", "Ann"}));
    EXPECT_TRUE(names({.text = "%"}).empty());
}

TEST_P(CustomerList, FollowsWhatOrdersSayLater) {
    OrderFact first = order("a", "1", "Ann");
    tell({first});
    EXPECT_EQ(names({.text = "an"}), Names{"Ann"});
    first.customer_fields.name = "Zoe";
    first.version += 16;
    tell({first});
    EXPECT_TRUE(names({.text = "an"}).empty());
    EXPECT_EQ(names({.text = "zo"}), Names{"Zoe"});
    expect_tokens_follow_rows();
}

TEST_P(CustomerList, FollowsLinksAndRemoval) {
    ShopId other;
    in([&](sql::Session& s) { other = ensure_shop(s, "other", ids_, kTestDay); });
    OrderFact away = order("x", "demo-9", "Remote");
    away.shop = other;
    away.ordered_at += 5;
    tell({order("a", "ann", "Ann"), order("b", "bob", "Bob"), away});
    const auto id = [&](const char* text) { return page({.text = text}).items.at(0).id; };
    const CustomerId ann = id("ann"), bob = id("bob"), remote = id("remote");
    in([&](sql::Session& s) {
        merge_customers(s, bob, ann, {1, kTestDay, "manual"});
        merge_customers(s, remote, ann, {2, kTestDay, "manual"});
    });
    EXPECT_EQ(id("bob"), ann);
    EXPECT_EQ(id("demo-9"), ann);
    EXPECT_EQ(page({.text = "remote"}).items.size(), 1U);
    expect_tokens_follow_rows();
    in([&](sql::Session& s) { unlink_profile(s, ProfileId{bob.value}, {3, kTestDay, "manual"}); });
    EXPECT_EQ(id("bob"), bob);
    expect_tokens_follow_rows();
    in([&](sql::Session& s) {
        remove_orders(s, shop_, 9);
        while (remove_profiles(s, shop_, 1) > 0) {
        }
    });
    EXPECT_TRUE(page({.text = "ann"}).items.empty());
    EXPECT_EQ(page({.text = "demo-9"}).items.size(), 1U);
    expect_tokens_follow_rows();
}

TEST_P(CustomerList, FiltersByWhatIsKnown) {
    OrderFact ann = order("a", "1", "Ann"), bob = order("b", "2", "Bob");
    ann.customer_fields.city = "Rey";
    ann.customer_fields.phone = "+989121234567";
    bob.customer_fields.city = "Rey";
    bob.customer_fields.country = "IR";
    bob.customer_fields.email = "bob@mail.com";
    tell({ann, bob, order("c", "3", "Cyd")});
    EXPECT_EQ(names({.city = "rey"}, 1), (Names{"Bob", "Ann"}));
    EXPECT_EQ(names({.city = "REY", .country = "ir"}), Names{"Bob"});
    EXPECT_EQ(names({.text = "a", .city = "rey"}), Names{"Ann"});
    EXPECT_EQ(names({.has_phone = true}), Names{"Ann"});
    EXPECT_EQ(names({.has_email = false}), (Names{"Cyd", "Ann"}));
    EXPECT_EQ(names({.shop = shop_}).size(), 3U);
    EXPECT_TRUE(names({.shop = ShopId{9}}).empty());
}

TEST_P(CustomerList, BeginsWithTheCustomerOfAnOrderOfThatNumber) {
    tell({order("1042", "1", "Ann"), order("7", "1042-b", "Bob")});
    EXPECT_EQ(names({.text = "#1042"}), (Names{"Ann", "Bob"}));
    EXPECT_EQ(names({.text = "۱۰۴۲"}), (Names{"Ann", "Bob"}));
    EXPECT_EQ(names({.text = "104"}), Names{"Bob"}) << "an order's number is typed whole";
}

TEST_P(CustomerList, RefusesThePlaceOfAnotherList) {
    tell({order("a", "1", "Ann")});
    const auto refused = db().read([&](sql::Session& s) {
        return search_customers(s, {.text = "an"}, CustomerPlace{7, "x", {}}, 5);
    });
    test::expect_error(refused, "error.cursor");
}

TEST_P(CustomerList, LooksAtABoundedNumberForAPage) {
    std::vector<OrderFact> facts;
    for (int i = 0; i < 1500; ++i) {
        facts.push_back(order("o" + std::to_string(i), "c" + std::to_string(i), "Ann Same"));
    }
    facts.front().customer_fields.phone = "+989121234567";
    tell(facts);
    const CustomerPage first = page({.has_phone = true});
    EXPECT_TRUE(first.items.empty());
    ASSERT_TRUE(first.next) << "short, but not the end";
    EXPECT_EQ(names({.has_phone = true}).size(), 1U);
    EXPECT_EQ(names({.text = "same ann"}, 200).size(), 1500U);
}

TEST_P(CustomerList, FillsTheTokensOfAStoreThatIsOlder) {
    std::vector<OrderFact> facts;
    for (int i = 0; i < 7; ++i) {
        facts.push_back(order("o" + std::to_string(i), "c" + std::to_string(i), "Ann"));
    }
    tell(facts);
    in([](sql::Session& s) {
        s.script(
            "DELETE FROM commerce_search_token; DELETE FROM commerce_product_token;"
            "INSERT INTO commerce_search_fill (customer, product) VALUES (0, 0)");
    });
    in([&](sql::Session& s) { EXPECT_TRUE(fill_search(s, 3)); });
    EXPECT_EQ(names({.text = "ann"}).size(), 3U);
    tell({order("new", "new", "Ann")});
    while (in([](sql::Session& s) { return fill_search(s, 3); })) {
    }
    EXPECT_EQ(names({.text = "ann"}).size(), 8U);
    expect_tokens_follow_rows();
    EXPECT_FALSE(in([](sql::Session& s) { return fill_search(s, 3); }));
}

TEST_P(CustomerList, HasTotalsOfWhatCounts) {
    OrderFact late = order("b", "1", "Ann"), failed = order("c", "1", "Ann");
    late.ordered_at += 1000;
    late.amounts.goods = 900'000'000'000'000'001;
    failed.status = OrderStatus::failed;
    failed.ordered_at += 5000;
    tell({order("a", "1", "Ann"), late, failed, order("d", "2", "Bob")});
    const auto cards = page({}).items;
    const auto totals = [&](const CountedOrders& counted) {
        return in([&](sql::Session& s) { return totals_of(s, cards, counted); });
    };
    EXPECT_EQ(totals({})[1],
              (CustomerTotals{2, 900'000'000'000'000'101, kTestDay, kTestDay + 1000}));
    EXPECT_EQ(totals({.unpaid = true})[1],
              (CustomerTotals{3, 900'000'000'000'000'201, kTestDay, kTestDay + 5000}));
    EXPECT_EQ(totals({})[0].orders, 1);
}

// Random customers of few letters, so that words, beginnings and numbers meet often.
std::string random_word(Rng& rng) {
    static const std::vector<std::string> kParts{"a", "b", "an", "ع", "ل", "1", "09", "x"};
    std::string word;
    for (std::uint64_t i = 0, n = 1 + rng.below(4); i < n; ++i) word += kParts[rng.below(8)];
    return word;
}

TEST_P(CustomerList, FindsWhomANaiveLookAtEveryoneFinds) {
    Rng rng(77);
    std::vector<OrderFact> facts;
    for (int i = 0; i < 120; ++i) {
        OrderFact fact = order("o" + std::to_string(i), random_word(rng) + std::to_string(i),
                               random_word(rng) + " " + random_word(rng));
        if (rng.chance(0.5)) fact.customer_fields.email = random_word(rng) + "@b.com";
        if (rng.chance(0.3)) fact.customer_fields.phone = "+98912" + std::to_string(rng.below(100));
        facts.push_back(fact);
    }
    tell(facts);
    const auto everyone = page({}, {}, 200).items;
    ASSERT_EQ(everyone.size(), facts.size());
    for (int i = 0; i < (test::thorough() ? 2000 : 150); ++i) {
        std::string text = random_word(rng);
        if (rng.chance(0.4)) text += " " + random_word(rng);
        std::multiset<std::int64_t> expected, found;
        for (const CustomerCard& card : everyone) {
            bool all = true;
            for (const SearchWord& word : search_words(text)) {
                const auto tokens = store::tokens_of(card).tokens;
                all = all && std::any_of(tokens.begin(), tokens.end(), [&](const auto& token) {
                          return std::any_of(word.prefixes.begin(), word.prefixes.end(),
                                             [&](const auto& p) { return token.starts_with(p); });
                      });
            }
            if (all) expected.insert(card.id.value);
        }
        std::optional<CustomerPlace> place;
        do {
            const CustomerPage next = page({.text = text}, place, 7);
            for (const CustomerCard& card : next.items) found.insert(card.id.value);
            place = next.next;
        } while (place);
        EXPECT_EQ(found, expected) << text;
    }
}

}  // namespace
}  // namespace vafa::commerce

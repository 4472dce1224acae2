#include "commerce/fold.h"

#include <gtest/gtest.h>
#include <set>

#include "base/rng.h"
#include "commerce/module.h"
#include "commerce/sql.h"
#include "commerce/store.h"
#include "commerce/testdata.h"
#include "platform/sql/sql.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::commerce {
namespace {

class Fold : public test::SqlTest {
protected:
    void SetUp() override { open(module_migrations()); }

    Result<Changes> try_tell(const std::vector<OrderFact>& facts) {
        return db().write([&](sql::Session& s) { return fold(s, facts, ids_, clock_.now()); });
    }
    Changes tell(const std::vector<OrderFact>& facts) { return test::must(try_tell(facts)); }

    // A query's cells as text, a line a row; ids are left out by not asking for them.
    std::string ask(std::string_view sql) {
        return test::must(db().read([&](sql::Session& s) -> Result<std::string> {
            std::string out;
            const sql::RowFn line = [&](const sql::Row& row) {
                for (int i = 0; i < row.columns(); ++i) {
                    out += i == 0 ? "" : "|";
                    out += row.is_null(i) ? std::string("-") : std::string(row.text(i));
                }
                out += "\n";
            };
            s.run(sql, {}, &line);
            return out;
        }));
    }
    std::string orders() {
        return ask(
            "SELECT order_key, CAST(net_minor AS TEXT), CAST(version AS TEXT), number, "
            "customer_fields FROM commerce_order ORDER BY order_key");
    }
    std::string customers() {
        return ask(
            "SELECT p.key, c.name, c.email, c.phone, c.city, c.country, c.traits FROM "
            "commerce_customer c JOIN commerce_profile p ON p.id = c.id ORDER BY p.key");
    }
    std::string products() {
        return ask("SELECT key, title, category FROM commerce_product ORDER BY key");
    }
    std::string lines() {
        return ask(
            "SELECT o.order_key, CAST(l.position AS TEXT), l.product, l.title, CAST(l.amount_minor "
            "AS TEXT) FROM commerce_order_line l JOIN commerce_order o ON o.id = l.order_id "
            "ORDER BY o.order_key, l.position");
    }

private:
    FixedClock clock_{kTestDay};
    Rng rng_{3};
    IdSource ids_{clock_, rng_};
};
VAFA_ON_EVERY_DATABASE(Fold);

OrderFact by(OrderFact fact, std::string name, std::string city = "") {
    fact.customer_fields.name = std::move(name);
    fact.customer_fields.city = std::move(city);
    return fact;
}
OrderFact at(OrderFact fact, TimeMs time) {
    fact.ordered_at = time;
    return fact;
}
OrderFact newer(OrderFact fact, TimeMs by_ms = 1) {
    fact.version += 16 * by_ms;
    return fact;
}

TEST_P(Fold, WritesOrdersWithLinesCustomersAndProducts) {
    OrderFact fact = by(make_order("a", "ann", 1000), "Ann", "Rey");
    fact.lines = {make_line("p1", "Tea", 600), make_line("p2", "Cup", 400)};
    const Changes changes = tell({fact, make_order("b", "", 50)});
    EXPECT_EQ(changes.counts, (Counts{.added = 2, .customers_added = 1, .anonymous = 1}));
    EXPECT_EQ(orders(),
              "a|1000|27200000000001|#a|{\"name\":\"Ann\",\"city\":\"Rey\"}\n"
              "b|50|27200000000001|#b|-\n");
    EXPECT_EQ(lines(), "a|1|p1|Tea|600\na|2|p2|Cup|400\n");
    EXPECT_EQ(customers(), "ann|Ann|-|-|Rey|-|-\n");
    EXPECT_EQ(products(), "p1|Tea|tea\np2|Cup|tea\n");
}

TEST_P(Fold, ChangesNothingWhenTheSameComesTwice) {
    OrderFact fact = by(make_order("a", "ann", 1000), "Ann");
    fact.lines = {make_line("p1", "Tea", 1000)};
    tell({fact, make_order("b", "bob", 1)});
    const std::string before = orders() + lines() + customers() + products();
    const Changes again = tell({fact, make_order("b", "bob", 1)});
    EXPECT_EQ(again.counts, Counts{.unchanged = 2});
    EXPECT_EQ(orders() + lines() + customers() + products(), before);
}

TEST_P(Fold, ReplacesAnUpdatedOrderWhole) {
    OrderFact fact = make_order("a", "ann", 1000);
    fact.lines = {make_line("p1", "Tea", 600), make_line("p2", "Cup", 400)};
    const Changes first = tell({fact});
    fact.lines = {make_line("p3", "Pot", 900)};
    fact.amounts.goods = 900;
    const Changes second = tell({newer(fact)});
    EXPECT_EQ(second.counts, Counts{.updated = 1});
    ASSERT_EQ(second.changes.size(), 1U);
    EXPECT_EQ(second.changes[0].before, first.changes[0].after);
    EXPECT_EQ(lines(), "a|1|p3|Pot|900\n");
    EXPECT_EQ(orders(), "a|900|27200000000017|#a|-\n");
}

TEST_P(Fold, LiftsTheVersionOfAnUnchangedOrderAndClaimsItForTheOtherImport) {
    tell({make_order("a", "ann", 1000)});
    OrderFact again = newer(make_order("a", "ann", 1000));
    again.import = ImportId{9};
    EXPECT_EQ(tell({again}).counts, Counts{.unchanged = 1});
    EXPECT_EQ(tell({again}).counts, Counts{.unchanged = 1});
    EXPECT_EQ(orders(), "a|1000|27200000000017|#a|-\n");
    EXPECT_EQ(ask("SELECT CAST(import_id AS TEXT), CAST(version AS TEXT) FROM "
                  "commerce_order_claim ORDER BY import_id"),
              "9|27200000000017\n");
    EXPECT_EQ(tell({newer(make_order("a", "ann", 1), 0)}).counts, Counts{.stale = 1});
}

TEST_P(Fold, TakesFieldsFromTheLatestOrderNotTheLatestArrival) {
    tell({by(at(make_order("b", "ann", 1), 200), "Ann B.", "Rey")});
    tell({by(at(make_order("a", "ann", 1), 100), "Ann A.")});
    EXPECT_EQ(customers(), "ann|Ann B.|-|-|Rey|-|-\n");
    tell({by(at(make_order("c", "ann", 1), 300), "Ann C.", "")});
    EXPECT_EQ(customers(), "ann|Ann C.|-|-|Rey|-|-\n");
}

TEST_P(Fold, ForgetsWhatAnOrderNoLongerSays) {
    const OrderFact old = by(at(make_order("a", "ann", 1), 100), "Ann", "Rey");
    const OrderFact late = by(at(make_order("b", "ann", 1), 200), "Ann B.");
    tell({old, late});
    EXPECT_EQ(customers(), "ann|Ann B.|-|-|Rey|-|-\n");
    tell({newer(by(late, ""))});
    EXPECT_EQ(customers(), "ann|Ann|-|-|Rey|-|-\n");
    OrderFact gone = newer(old);
    gone.status = OrderStatus::deleted;
    tell({gone});
    EXPECT_EQ(customers(), "ann|-|-|-|-|-|-\n");
}

TEST_P(Fold, MovesAnOrderFromOneCustomerToAnother) {
    tell({by(make_order("a", "ann", 1), "Ann")});
    const Changes moved = tell({newer(by(make_order("a", "bob", 1), "Bob"))});
    EXPECT_EQ(moved.counts, (Counts{.updated = 1, .customers_added = 1}));
    EXPECT_EQ(customers(), "ann|-|-|-|-|-|-\nbob|Bob|-|-|-|-|-\n");
}

TEST_P(Fold, FindsALatestWordBehindManySilentOrders) {
    std::vector<OrderFact> facts{by(at(make_order("a", "ann", 1), 1), "Ann", "Rey")};
    for (int i = 0; i < 200; ++i) {
        facts.push_back(by(at(make_order("b" + std::to_string(1000 + i), "ann", 1), 10 + i), "A."));
    }
    tell(facts);
    facts.back().customer_fields.name = "Z.";
    tell({newer(facts.back())});
    EXPECT_EQ(customers(), "ann|Z.|-|-|Rey|-|-\n");
}

TEST_P(Fold, RefusesASecondCurrencyAndKeepsNothingOfTheBatch) {
    tell({make_order("a", "ann", 1)});
    OrderFact other = make_order("c", "ann", 1);
    other.currency = Currency{"USD", 2};
    test::expect_error(try_tell({make_order("b", "ann", 1), other}), "commerce.currency_differs");
    EXPECT_EQ(orders(), "a|1|27200000000001|#a|-\n");
}

TEST_P(Fold, KeepsTheOrdersOfTwoShopsApart) {
    OrderFact other = make_order("a", "ann", 7);
    other.shop = ShopId{2};
    const Changes changes = tell({make_order("a", "ann", 1), other});
    EXPECT_EQ(changes.counts, (Counts{.added = 2, .customers_added = 2}));
    EXPECT_EQ(tell({make_order("a", "ann", 1), other}).counts, Counts{.unchanged = 2});
}

TEST_P(Fold, KeepsCostAndTraitsOfAnOrder) {
    OrderFact fact = make_order("a", "ann", 1000);
    fact.amounts.cost = 400;
    fact.traits = {{"gift", "yes"}};
    tell({fact});
    const std::string query = "SELECT CAST(cost_minor AS TEXT), traits FROM commerce_order";
    EXPECT_EQ(ask(query), "400|{\"traits\":{\"gift\":\"yes\"}}\n");
    fact.amounts.cost.reset();
    fact.traits.clear();
    EXPECT_EQ(tell({newer(fact)}).counts, Counts{.updated = 1});
    EXPECT_EQ(ask(query), "-|-\n");
}

// Versions, customers, times and fields drawn at random, told in batches in any order.
std::vector<OrderFact> random_facts(Rng& rng) {
    std::vector<OrderFact> facts;
    for (int i = 0; i < 40; ++i) {
        const std::string key = "o" + std::to_string(rng.below(12));
        OrderFact fact = make_order(key, "c" + std::to_string(rng.below(4)),
                                    static_cast<std::int64_t>(rng.below(5)) * 100);
        if (rng.chance(0.2)) fact.customer.reset();
        if (rng.chance(0.1)) fact.status = OrderStatus::deleted;
        fact.ordered_at = kTestDay + rng.between(0, 3);
        fact.version = make_version(i, SourceRank::file);  // no ties: those go to the later arrival
        if (rng.chance(0.7)) fact.customer_fields.name = "n" + std::to_string(rng.below(3));
        if (rng.chance(0.4)) fact.customer_fields.traits = {{"t", std::to_string(rng.below(3))}};
        if (rng.chance(0.5)) {
            fact.lines = {make_line("p" + std::to_string(rng.below(3)),
                                    "T" + std::to_string(rng.below(3)), 100)};
        }
        facts.push_back(fact);
    }
    return facts;
}

TEST_P(Fold, EndsAlikeInAnyOrderOfArrival) {
    Rng rng(2024);
    for (std::int64_t store = 1; store <= 3; ++store) {
        std::vector<OrderFact> facts = random_facts(rng);
        std::string expected;
        for (int arrival = 0; arrival < 3; ++arrival) {
            open(module_migrations());
            for (std::size_t i = facts.size() - 1; i > 0; --i) {
                std::swap(facts[i], facts[rng.below(i + 1)]);
            }
            for (std::size_t i = 0; i < facts.size();) {
                const std::size_t take = std::min(facts.size() - i, 1 + rng.below(15));
                tell({facts.begin() + static_cast<std::ptrdiff_t>(i),
                      facts.begin() + static_cast<std::ptrdiff_t>(i + take)});
                i += take;
            }
            const std::string all = orders() + lines() + customers() + products();
            if (arrival == 0) expected = all;
            EXPECT_EQ(all, expected) << "store " << store << ", arrival " << arrival;
        }
    }
}

}  // namespace
}  // namespace vafa::commerce

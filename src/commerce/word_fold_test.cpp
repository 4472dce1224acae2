#include "commerce/word_fold.h"

#include <gtest/gtest.h>
#include <variant>

#include "base/rng.h"
#include "commerce/customer_list.h"
#include "commerce/fold.h"
#include "commerce/links.h"
#include "commerce/module.h"
#include "commerce/product_list.h"
#include "commerce/removal.h"
#include "commerce/sql.h"
#include "commerce/testdata.h"
#include "platform/sql/sql.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::commerce {
namespace {

CustomerFact make_customer(std::string key, std::string name, TimeMs at, std::int64_t import) {
    CustomerFact fact;
    fact.shop = ShopId{1};
    fact.key = {ProfileKind::id, std::move(key)};
    fact.fields.name = std::move(name);
    fact.said_at = at;
    fact.import = ImportId{import};
    return fact;
}

ProductFact make_product(std::string key, std::string title, TimeMs at, std::int64_t import) {
    ProductFact fact;
    fact.shop = ShopId{1};
    fact.key = std::move(key);
    fact.title = std::move(title);
    fact.currency = Currency{"EUR", 2};
    fact.said_at = at;
    fact.import = ImportId{import};
    return fact;
}

class WordFold : public test::SqlTest {
protected:
    void SetUp() override { open(module_migrations()); }

    template <class F>
    auto write(F&& fn) {
        using T = std::invoke_result_t<F&, sql::Session&>;
        return test::must(
            db().write([&](sql::Session& session) -> Result<T> { return fn(session); }));
    }
    Counts tell(const std::vector<CustomerFact>& facts) {
        return test::must(db().write([&](sql::Session& s) {
                   return fold(s, std::span(facts), ids_, clock_.now());
               }))
            .counts;
    }
    Counts tell(const std::vector<ProductFact>& facts) {
        return test::must(db().write([&](sql::Session& s) {
                   return fold(s, std::span(facts), ids_, clock_.now());
               }))
            .counts;
    }
    Counts tell(const std::vector<OrderFact>& facts) {
        return test::must(
                   db().write([&](sql::Session& s) { return fold(s, facts, ids_, clock_.now()); }))
            .counts;
    }
    void forget(std::int64_t import, std::int64_t limit = 100) {
        while (write(
            [&](sql::Session& s) { return forget_import(s, ImportId{import}, limit).more; })) {
        }
    }

    std::string ask(std::string_view sql) {
        return write([&](sql::Session& s) {
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
        });
    }
    std::string customers() {
        return ask(
            "SELECT p.key, c.name, c.email, c.phone, c.city, c.country, c.traits FROM "
            "commerce_customer c JOIN commerce_profile p ON p.id = c.id ORDER BY p.key");
    }
    // As people see them.
    std::string products() {
        return write([](sql::Session& s) {
            std::string out;
            auto page = test::must(search_products(s, {}, std::nullopt, 100)).items;
            std::sort(page.begin(), page.end(),
                      [](const auto& a, const auto& b) { return a.key < b.key; });
            for (const ProductCard& product : page) {
                out += product.key + "|" + product.title + "|" + product.category + "|" +
                       (product.price_minor ? std::to_string(*product.price_minor) : "-") + "\n";
            }
            return out;
        });
    }
    std::string tokens() {
        return ask("SELECT t.token, p.key FROM commerce_search_token t JOIN commerce_profile p ON "
                   "p.id = "
                   "t.customer ORDER BY t.token, p.key") +
               ask("SELECT t.token, p.key FROM commerce_product_token t JOIN commerce_product p ON "
                   "p.id = t.product ORDER BY t.token, p.key");
    }
    std::string everything() {
        return customers() + products() + tokens() +
               ask("SELECT CAST(COUNT(*) AS TEXT) FROM commerce_profile");
    }

    FixedClock clock_{kTestDay};
    Rng rng_{3};
    IdSource ids_{clock_, rng_};
};
VAFA_ON_EVERY_DATABASE(WordFold);

TEST_P(WordFold, MakesCustomersThatNeverOrderedAndFindsThem) {
    CustomerFact ann = make_customer("7", "Ann Lee", 100, 1);
    ann.fields.phone = "+989121234567";
    EXPECT_EQ(tell({ann}), (Counts{.added = 1, .customers_added = 1}));
    EXPECT_EQ(customers(), "7|Ann Lee|-|+989121234567|-|-|-\n");
    for (const std::string typed : {"lee", "912 123 4567", "7"}) {
        const auto found = write([&](sql::Session& s) {
            return test::must(search_customers(s, {.text = typed}, std::nullopt, 10)).items;
        });
        EXPECT_EQ(found.size(), 1U) << typed;
    }
}

TEST_P(WordFold, MeetsTheCustomersOfOrders) {
    OrderFact order = make_order("a", "7", 1000);
    order.ordered_at = 50;
    order.customer_fields.name = "A.";
    order.customer_fields.city = "Rey";
    tell({order});
    EXPECT_EQ(tell({make_customer("7", "Ann Lee", 100, 1)}), Counts{.updated = 1});
    EXPECT_EQ(customers(), "7|Ann Lee|-|-|Rey|-|-\n");
    order.key = "b";
    order.ordered_at = 200;
    order.customer_fields.name = "Ann L.";
    tell({order});
    EXPECT_EQ(customers(), "7|Ann L.|-|-|Rey|-|-\n") << "the order is later than the file";
}

TEST_P(WordFold, ChangesNothingWhenTheSameFileComesTwice) {
    CustomerFact ann = make_customer("7", "Ann", 100, 1);
    ann.consents = {{Channel::email, true}};
    ProductFact tea = make_product("t", "Tea", 100, 1);
    tea.price_minor = 900;
    tell({ann});
    tell({tea});
    const std::string before = everything();
    ann.import = tea.import = ImportId{2};
    EXPECT_EQ(tell({ann}), Counts{.unchanged = 1});
    EXPECT_EQ(tell({tea}), Counts{.unchanged = 1});
    EXPECT_EQ(everything(), before);
}

TEST_P(WordFold, NamesProductsThatOrdersOnlyNumbered) {
    OrderFact order = make_order("a", "7", 1000);
    order.lines = {make_line("p1", "p1", 1000)};
    order.ordered_at = 50;
    tell({order});
    ProductFact tea = make_product("p1", "Green tea", 100, 1);
    tea.category = "drinks";
    tea.price_minor = 900;
    EXPECT_EQ(tell({tea, make_product("p2", "Cup", 100, 1)}), (Counts{.added = 1, .updated = 1}));
    EXPECT_EQ(products(), "p1|Green tea|drinks|900\np2|Cup||-\n");
    order.key = "b";
    order.ordered_at = 200;
    order.lines[0].title = "Tea, green";
    tell({order});
    EXPECT_EQ(products(), "p1|Tea, green|tea|900\np2|Cup||-\n");
}

TEST_P(WordFold, TakesAnImportBackAsIfItHadNeverCome) {
    OrderFact order = make_order("a", "7", 1000);
    order.ordered_at = 50;
    order.customer_fields.name = "A.";
    order.lines = {make_line("p1", "Tea", 1000)};
    tell({order});
    CustomerFact bob = make_customer("8", "Bob", 90, 1);
    bob.consents = {{Channel::sms, true}};
    tell({make_customer("7", "Ann", 90, 1), bob});
    tell({make_product("p1", "Green", 90, 1), make_product("p2", "Cup", 90, 1)});
    const std::string before = everything();
    CustomerFact other = make_customer("8", "Robert", 100, 2);
    other.consents = {{Channel::sms, false}};
    other.fields.city = "Rey";
    tell({make_customer("7", "Ann Lee", 100, 2), other, make_customer("9", "Cid", 100, 2)});
    tell({make_product("p1", "Black", 100, 2), make_product("p3", "Pot", 100, 2)});
    EXPECT_NE(everything(), before);
    forget(2, 1);
    EXPECT_EQ(everything(), before);
    EXPECT_EQ(ask("SELECT CAST(import_id AS TEXT) FROM commerce_consent"), "1\n");
    forget(1);
    EXPECT_EQ(customers(), "7|A.|-|-|-|-|-\n");
    EXPECT_EQ(products(), "p1|Tea|tea|-\n");
}

TEST_P(WordFold, KeepsWhatASecondFileSaidAlsoWhenTheFirstIsTakenBack) {
    tell({make_customer("8", "Bob", 90, 1)});
    tell({make_customer("8", "Bob", 95, 2)});
    const std::string before = everything();
    forget(1);
    EXPECT_EQ(everything(), before);
}

TEST_P(WordFold, GathersTheWordsOfAMergedCustomer) {
    tell({make_customer("7", "Ann", 100, 1), make_customer("8", "Annie", 200, 1)});
    write([&](sql::Session& s) {
        std::vector<CustomerId> two;
        for (const std::string key : {"8", "7"}) {
            s.one(queries::profile_called, {{"shop", 1}, {"kind", 1}, {"key", key}},
                  [&](const sql::Row& row) { two.push_back({row.integer(0)}); });
        }
        return merge_customers(s, two[0], two[1], {1, 1, "manual"});
    });
    EXPECT_EQ(customers(), "7|Annie|-|-|-|-|-\n");
    tell({make_customer("8", "Anne", 150, 2)});
    EXPECT_EQ(customers(), "7|Annie|-|-|-|-|-\n");
}

TEST_P(WordFold, LeavesNothingOfARemovedShop) {
    CustomerFact ann = make_customer("7", "Ann", 100, 1);
    ann.consents = {{Channel::email, true}};
    tell({ann});
    tell({make_product("p1", "Tea", 100, 1)});
    write([](sql::Session& s) {
        remove_profiles(s, ShopId{1}, 10);
        remove_shop_row(s, ShopId{1});
        return true;
    });
    for (const std::string table : {"customer", "customer_word", "product", "product_word",
                                    "consent", "profile", "search_token", "product_token"}) {
        EXPECT_EQ(ask("SELECT CAST(COUNT(*) AS TEXT) FROM commerce_" + table), "0\n") << table;
    }
}

// Orders, customers' and products' words drawn at random, told in any order, each import's word on
// a customer or product once.
struct AnyFacts {
    std::vector<std::variant<OrderFact, CustomerFact, ProductFact>> facts;
};

AnyFacts random_facts(Rng& rng) {
    AnyFacts all;
    const auto text = [&](const char* prefix, std::uint64_t of) {
        return rng.chance(0.3) ? std::string() : prefix + std::to_string(rng.below(of));
    };
    for (int i = 0; i < 15; ++i) {
        OrderFact order =
            make_order("o" + std::to_string(i), "c" + std::to_string(rng.below(4)), 1);
        order.ordered_at = rng.between(1, 6);
        order.customer_fields.name = text("n", 3);
        order.customer_fields.city = text("y", 3);
        order.lines = {make_line("p" + std::to_string(rng.below(4)), text("t", 3), 1)};
        all.facts.push_back(order);
    }
    for (std::int64_t import = 1; import <= 4; ++import) {
        for (int i = 0; i < 5; ++i) {
            CustomerFact fact =
                make_customer("c" + std::to_string(i), text("m", 3), rng.between(1, 6), import);
            fact.fields.city = text("z", 3);
            if (rng.chance(0.5)) fact.fields.traits = {{"tier", text("r", 3)}};
            all.facts.push_back(fact);
            ProductFact product =
                make_product("p" + std::to_string(i), text("u", 3), rng.between(1, 6), import);
            if (rng.chance(0.5)) product.price_minor = rng.between(1, 9);
            all.facts.push_back(product);
        }
    }
    return all;
}

TEST_P(WordFold, EndsAlikeInAnyOrderOfArrival) {
    Rng rng(2025);
    for (int store = 1; store <= 3; ++store) {
        AnyFacts all = random_facts(rng);
        std::string expected;
        for (int arrival = 0; arrival < 3; ++arrival) {
            open(module_migrations());
            for (std::size_t i = all.facts.size() - 1; i > 0; --i) {
                std::swap(all.facts[i], all.facts[rng.below(i + 1)]);
            }
            for (const auto& fact : all.facts) {
                std::visit([&](const auto& f) { tell(std::vector{f}); }, fact);
            }
            if (arrival == 0) expected = everything();
            EXPECT_EQ(everything(), expected) << "store " << store << ", arrival " << arrival;
        }
    }
}

}  // namespace
}  // namespace vafa::commerce

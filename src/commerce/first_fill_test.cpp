#include "commerce/first_fill.h"

#include <gtest/gtest.h>

#include "base/rng.h"
#include "commerce/fold.h"
#include "commerce/imports.h"
#include "commerce/links.h"
#include "commerce/module.h"
#include "commerce/sql.h"
#include "commerce/store.h"
#include "commerce/testdata.h"
#include "platform/sql/sql.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::commerce {
namespace {

class FirstFill : public test::SqlTest {
protected:
    void SetUp() override { open(module_migrations()); }

    void in(const std::function<void(sql::Session&)>& work) {
        test::must(db().write([&](sql::Session& session) -> Result<void> {
            work(session);
            return {};
        }));
    }
    void begin() {
        in([](sql::Session& s) { begin_first_fill(s, kTestDay); });
    }
    void tell(const std::vector<OrderFact>& facts) {
        test::must(db().write([&](sql::Session& s) { return fold(s, facts, ids_, kTestDay); }));
    }
    std::string ask(std::string_view sql) {
        return test::must(db().read([&](sql::Session& s) -> Result<std::string> {
            std::string out;
            const sql::RowFn line = [&](const sql::Row& row) {
                for (int i = 0; i < row.columns(); ++i) {
                    out += row.is_null(i) ? std::string("-") : std::string(row.text(i));
                    out += i + 1 == row.columns() ? "\n" : "|";
                }
            };
            s.run(sql, {}, &line);
            return out;
        }));
    }
    // Customers are told by what their source calls them: ids differ.
    std::string state() {
        return ask("SELECT p.key, c.name, c.city, c.phone FROM commerce_customer c JOIN "
                   "commerce_profile p ON p.id = c.id ORDER BY p.key") +
               ask("SELECT t.token, p.key FROM commerce_search_token t JOIN commerce_profile p ON "
                   "p.id = t.customer ORDER BY t.token, p.key") +
               ask("SELECT order_key, CAST(net_minor AS TEXT) FROM commerce_order ORDER BY 1");
    }
    std::string indexes() {
        return db().dialect() == sql::Dialect::sqlite
                   // SQLite keeps the words as they were written, broken lines and all.
                   ? ask("SELECT name, replace(sql, char(10) || '    ', ' ') FROM sqlite_master "
                         "WHERE type = 'index' AND sql IS NOT NULL ORDER BY name")
                   : ask("SELECT indexname, split_part(indexdef, ' USING ', 2) FROM pg_indexes "
                         "WHERE schemaname = "
                         "current_schema() ORDER BY indexname");
    }
    std::string left_over() {
        return ask("SELECT 'heap' FROM commerce_token_heap ORDER BY 1") +
               ask("SELECT 'due' FROM commerce_customer_due ORDER BY 1") +
               ask("SELECT 'mark' FROM commerce_first_fill ORDER BY 1");
    }

private:
    FixedClock clock_{kTestDay};
    Rng rng_{3};
    IdSource ids_{clock_, rng_};
};
VAFA_ON_EVERY_DATABASE(FirstFill);

// Few customers, whose names, cities and phones change from order to order, in any order of time.
std::vector<std::vector<OrderFact>> batches() {
    Rng rng(12);
    std::vector<std::vector<OrderFact>> all(4);
    int number = 1000;
    for (auto& batch : all) {
        for (int i = 0; i < 40; ++i) {
            OrderFact fact = make_order(std::to_string(++number),
                                        rng.chance(0.1) ? "" : "c" + std::to_string(rng.below(15)),
                                        static_cast<std::int64_t>(rng.below(9000)));
            fact.ordered_at += static_cast<TimeMs>(rng.below(1000)) * kMsPerDay;
            if (rng.chance(0.7)) fact.customer_fields.name = "Ann " + std::to_string(rng.below(4));
            if (rng.chance(0.4)) fact.customer_fields.city = rng.chance(0.5) ? "Rome" : "Oslo";
            if (rng.chance(0.2)) fact.customer_fields.phone = "+3906" + std::to_string(i + 100);
            batch.push_back(std::move(fact));
        }
    }
    return all;
}

TEST_P(FirstFill, EndsLikeAStoreThatHadNone) {
    for (const auto& batch : batches()) tell(batch);
    const std::string expected = state(), schema = indexes();
    SetUp();
    begin();
    EXPECT_NE(indexes(), schema);
    for (const auto& batch : batches()) tell(batch);
    EXPECT_NE(state(), expected);
    test::must(end_first_fill(db()));
    EXPECT_EQ(state(), expected);
    EXPECT_EQ(indexes(), schema);
    EXPECT_EQ(left_over(), "");
}

TEST_P(FirstFill, MayBeEndedInTheMiddleAndGoneOnAfter) {
    for (const auto& batch : batches()) tell(batch);
    const std::string expected = state(), schema = indexes();
    SetUp();
    begin();
    int told = 0;
    for (const auto& batch : batches()) {
        tell(batch);
        if (++told == 2) test::must(end_first_fill(db()));
    }
    EXPECT_EQ(state(), expected);
    EXPECT_EQ(indexes(), schema);
    EXPECT_EQ(left_over(), "");
}

TEST_P(FirstFill, GoesOnFromAnyOfItsTransactions) {
    begin();
    for (const auto& batch : batches()) tell(batch);
    in([](sql::Session& s) { s.execute(queries::make_order_profile); });
    const std::string schema = indexes();
    test::must(end_first_fill(db()));
    EXPECT_NE(indexes(), schema) << "the other index was made";
    EXPECT_EQ(left_over(), "");
    const std::string once = state();
    test::must(end_first_fill(db()));
    EXPECT_EQ(state(), once);
}

TEST_P(FirstFill, HearsALaterStateOfAnOrder) {
    OrderFact order = make_order("a", "ann", 100);
    order.customer_fields.name = "Ann";
    begin();
    tell({order});
    order.customer_fields.name = "Anna";
    order.amounts.goods = 50;
    order.version += 16;
    tell({order});
    test::must(end_first_fill(db()));
    EXPECT_EQ(ask("SELECT name FROM commerce_customer ORDER BY 1"), "Anna\n");
    EXPECT_EQ(ask("SELECT token FROM commerce_search_token ORDER BY 1"), "anna\n");
}

TEST_P(FirstFill, IsForAnEmptyStoreOnly) {
    tell({make_order("a", "ann", 100)});
    const std::string schema = indexes();
    begin();
    EXPECT_EQ(indexes(), schema);
    EXPECT_EQ(left_over(), "");
}

TEST_P(FirstFill, IsLeftToTheImportThatBeganIt) {
    ImportRecord import;
    import.id = ImportId{5};
    in([&](sql::Session& s) { add_import(s, import); });
    begin();
    test::must(end_abandoned_first_fill(db()));
    EXPECT_NE(left_over(), "");
    in([&](sql::Session& s) { finish_import(s, import.id, ImportState::failed, "{}", kTestDay); });
    test::must(end_abandoned_first_fill(db()));
    EXPECT_EQ(left_over(), "");
}

}  // namespace
}  // namespace vafa::commerce

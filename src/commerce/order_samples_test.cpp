#include "commerce/order_samples.h"

#include <gtest/gtest.h>

#include "base/rng.h"
#include "commerce/fold.h"
#include "commerce/module.h"
#include "commerce/shops.h"
#include "commerce/testdata.h"
#include "platform/sql/sql.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::commerce {
namespace {

class OrderSamples : public test::SqlTest {
protected:
    void SetUp() override {
        open(module_migrations());
        if (IsSkipped()) return;
        test::must(db().write([&](sql::Session& s) -> Result<void> {
            shop_ = ensure_shop(s, "default", ids_, kTestDay);
            return {};
        }));
    }
    void tell(std::string key, TimeMs at, std::int64_t amount) {
        OrderFact fact = make_order(std::move(key), "ann", amount);
        fact.shop = shop_;
        fact.ordered_at = kTestDay + at;
        fact.amounts = {.total = amount};
        OrderLine line;
        line.product = "tea";
        line.unit_price_minor = amount / 2;
        fact.lines = {line};
        test::must(db().write(
            [&](sql::Session& s) { return fold(s, std::vector{fact}, ids_, kTestDay); }));
    }

    ShopId shop_;
    FixedClock clock_{kTestDay};
    Rng rng_{4};
    IdSource ids_{clock_, rng_};
};
VAFA_ON_EVERY_DATABASE(OrderSamples);

TEST_P(OrderSamples, AreFoundByKeyAndByTime) {
    tell("a", 10, 500);
    tell("b", 20, 700);
    tell("free", 25, 0);
    tell("c", 30, 900);
    test::must(db().read([&](sql::Session& s) -> Result<void> {
        const auto known = orders_with_keys(s, shop_, {"b", "nobody", "free", "a"});
        EXPECT_EQ(known.size(), 2U);
        EXPECT_EQ(known.at(0).key, "b");
        EXPECT_EQ(known.at(0).amount_minor, 700);
        EXPECT_EQ(known.at(1).ordered_at, kTestDay + 10);
        const auto between = orders_between(s, shop_, kTestDay + 20, kTestDay + 31, 10);
        EXPECT_EQ(between.size(), 2U) << "what is worth nothing tells nothing";
        EXPECT_EQ(between.at(1).key, "c");
        const std::vector<std::pair<std::string, std::int64_t>> prices = {{"tea", 450}};
        EXPECT_EQ(between.at(1).prices, prices);
        EXPECT_EQ(orders_between(s, shop_, kTestDay, kTestDay + 99, 1).size(), 1U);
        return {};
    }));
}

}  // namespace
}  // namespace vafa::commerce

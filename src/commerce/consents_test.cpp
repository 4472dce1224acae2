#include "commerce/consents.h"

#include <gtest/gtest.h>

#include "base/rng.h"
#include "commerce/fold.h"
#include "commerce/links.h"
#include "commerce/module.h"
#include "commerce/removal.h"
#include "commerce/sql.h"
#include "commerce/testdata.h"
#include "platform/sql/sql.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::commerce {
namespace {

class Consents : public test::SqlTest {
protected:
    void SetUp() override { open(module_migrations()); }

    template <class F>
    auto write(F&& fn) {
        using T = std::invoke_result_t<F&, sql::Session&>;
        return test::must(
            db().write([&](sql::Session& session) -> Result<T> { return fn(session); }));
    }
    Changes tell(const std::vector<OrderFact>& facts) {
        clock_.set(clock_.now() + 1000);
        return test::must(db().write(
            [&](sql::Session& session) { return fold(session, facts, ids_, clock_.now()); }));
    }
    // As the profile is a customer by itself.
    CustomerId customer(std::string_view key) {
        return write([&](sql::Session& s) {
            CustomerId id;
            s.one(queries::profile_called, {{"shop", 1}, {"kind", 1}, {"key", key}},
                  [&](const sql::Row& row) { id.value = row.integer(0); });
            return id;
        });
    }
    std::vector<ConsentWord> words(CustomerId id) {
        return write([&](sql::Session& s) { return consents_of(s, id, kShownConsents); });
    }
    ConsentState state(CustomerId id) {
        return write([&](sql::Session& s) {
                   const auto card = find_customer(s, id);
                   return consent_states(s, {&*card, 1});
               })
            .front();
    }
    FixedClock clock_{kTestDay};
    Rng rng_{3};
    IdSource ids_{clock_, rng_};
};
VAFA_ON_EVERY_DATABASE(Consents);

OrderFact saying(const std::string& key, TimeMs at, Consent consent,
                 const std::string& customer = "ann") {
    OrderFact fact = make_order(key, customer, 1000);
    fact.ordered_at = at;
    fact.consents = {std::move(consent)};
    return fact;
}

TEST_P(Consents, AreKeptWithTheirEvidence) {
    tell({saying("a", 100, {Channel::sms, true, "orders.csv", 7})});
    const CustomerId ann = customer("ann");
    const auto kept = words(ann);
    ASSERT_EQ(kept.size(), 1U);
    ConsentWord expected{.id = kept[0].id,
                         .profile = ProfileId{ann.value},
                         .channel = Channel::sms,
                         .granted = true,
                         .at = 100,
                         .recorded_at = kTestDay + 1000,
                         .source = "file",
                         .import = ImportId{7},
                         .file = "orders.csv",
                         .row = 7};
    EXPECT_EQ(kept[0], expected);
    EXPECT_EQ(state(ann), (ConsentState{.email = {}, .sms = true}));
}

TEST_P(Consents, StandAsTheLatestSaidNotTheLatestHeard) {
    tell({saying("c", 300, {Channel::email, false})});
    tell({saying("a", 100, {Channel::email, true})});
    tell({saying("b", 200, {Channel::email, true})});
    const CustomerId ann = customer("ann");
    EXPECT_EQ(state(ann).email, false);
    EXPECT_EQ(words(ann).size(), 3U) << "what was replaced stays as evidence";
}

TEST_P(Consents, HoldTheLaterCorrectionOfOneOrder) {
    tell({saying("a", 100, {Channel::email, true})});
    OrderFact corrected = saying("a", 100, {Channel::email, false});
    corrected.version += 16;
    tell({corrected});
    EXPECT_EQ(state(customer("ann")).email, false);
    tell({saying("a", 100, {Channel::email, true})});  // stale by now
    EXPECT_EQ(state(customer("ann")).email, false);
}

TEST_P(Consents, GainNothingByRepetition) {
    tell({saying("a", 100, {Channel::email, true, "a.csv", 2})});
    const auto once = words(customer("ann"));
    tell({saying("a", 100, {Channel::email, true, "a.csv", 2})});
    OrderFact other = saying("a", 100, {Channel::email, true, "b.csv", 5});
    other.import = ImportId{8};
    tell({other});
    EXPECT_EQ(words(customer("ann")), once);
}

TEST_P(Consents, GoWithTheProfilesOfAMergedCustomer) {
    tell({saying("a", 100, {Channel::email, true}),
          saying("b", 200, {Channel::email, false}, "bob")});
    const CustomerId ann = customer("ann"), bob = customer("bob");
    write([&](sql::Session& s) { return merge_customers(s, bob, ann, {1, 1, "manual"}); });
    EXPECT_EQ(state(ann).email, false);
    EXPECT_EQ(words(ann).size(), 2U);
}

TEST_P(Consents, AreGoneWithTheirShop) {
    tell({saying("a", 100, {Channel::email, true})});
    const CustomerId ann = customer("ann");
    write([&](sql::Session& s) {
        remove_orders(s, ShopId{1}, 10);
        return remove_profiles(s, ShopId{1}, 10);
    });
    EXPECT_TRUE(words(ann).empty());
}

}  // namespace
}  // namespace vafa::commerce

#include <gtest/gtest.h>
#include <set>

#include "commerce/plan.h"
#include "commerce/testdata.h"

namespace vafa::commerce {
namespace {

OrderFact order_of_the_first_version() {
    OrderFact fact = make_order("a", "ann", 1000);
    fact.customer_fields = {"Ann", "ann@example.com", "+989121234567", "Rey", "IR", {{"age", "3"}}};
    fact.amounts.discount = 100;
    fact.coupon = "NOWRUZ";
    fact.lines = {make_line("sku-1", "Tea", 600), make_line("sku-2", "Cup", 400)};
    return fact;
}

// Stored in stores that are in use: another value would make every order look changed once.
TEST(Fingerprint, IsAsEverForAnOrderWithoutLaterParts) {
    EXPECT_EQ(fingerprint(order_of_the_first_version()), 13421873175201242372U);
    EXPECT_EQ(fingerprint(OrderFact{}), 12538853855061651653U);
}

TEST(Fingerprint, TellsCostTraitsAndConsentsApart) {
    const OrderFact plain = order_of_the_first_version();
    OrderFact cost = plain, trait = plain, granted = plain, refused = plain, sms = plain;
    cost.amounts.cost = 0;
    trait.traits = {{"gift", "yes"}};
    granted.consents = {{Channel::email, true}};
    refused.consents = {{Channel::email, false}};
    sms.consents = {{Channel::sms, true}};
    std::set<std::uint64_t> seen;
    for (const OrderFact& fact : {plain, cost, trait, granted, refused, sms}) {
        EXPECT_TRUE(seen.insert(fingerprint(fact)).second);
    }
}

TEST(Fingerprint, DoesNotAskWhereAConsentStands) {
    OrderFact here = order_of_the_first_version(), there = here;
    here.consents = {{Channel::email, true, "a.csv", 2}};
    there.consents = {{Channel::email, true, "b.csv", 9}};
    EXPECT_EQ(fingerprint(here), fingerprint(there));
}

}  // namespace
}  // namespace vafa::commerce

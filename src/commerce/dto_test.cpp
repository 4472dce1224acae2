#include "commerce/dto.h"

#include <gtest/gtest.h>

#include "commerce/testdata.h"

namespace vafa::commerce {
namespace {

OrderFact full_order() {
    OrderFact fact = make_order("a", "ann", 1000);
    fact.customer_fields = {"سارا \"س\"",
                            "ann@example.com",
                            "+989121234567",
                            "Rey",
                            "IR",
                            {{"age", "30"}, {"tier", "gold\n\t\\"}}};
    fact.status = OrderStatus::fulfilled;
    fact.amounts = {
        .goods = 1000, .discount = 100, .shipping = 0, .tax = 7, .total = 907, .refund = 50};
    fact.coupon = "NOWRUZ";
    fact.source = "instagram";
    fact.lines = {make_line("sku-1", "Tea", 600), make_line("sku-2", "Cup", 400)};
    fact.lines[1].discount_minor = 100;
    fact.lines[1].unit_price_minor.reset();
    fact.amounts.cost = 400;
    fact.traits = {{"age", "new"}, {"gift", "yes"}};
    fact.consents = {{Channel::sms, true, "مشتریان.csv", 12}, {Channel::email, false, "", 0}};
    return fact;
}

std::string properties_of(const OrderFact& fact) {
    std::string out;
    append_order_properties(fact, out);
    return out;
}

TEST(OrderProperties, HoldEverythingThatWasSaid) {
    const OrderFact fact = full_order();
    OrderFact back;
    ASSERT_TRUE(read_order_properties(properties_of(fact), back).has_value());
    EXPECT_EQ(back.number, fact.number);
    EXPECT_EQ(back.customer, fact.customer);
    EXPECT_EQ(back.customer_fields, fact.customer_fields);
    EXPECT_EQ(back.status, fact.status);
    EXPECT_EQ(back.amounts, fact.amounts);
    EXPECT_EQ(back.coupon, fact.coupon);
    EXPECT_EQ(back.source, fact.source);
    EXPECT_EQ(back.lines, fact.lines);
    EXPECT_EQ(back.traits, fact.traits);
    EXPECT_EQ(back.consents, fact.consents);
}

TEST(OrderProperties, ShowAtTheTopWhatReportsBreakDownBy) {
    const auto json = boost::json::parse(properties_of(full_order())).as_object();
    EXPECT_EQ(json.at("product"), "sku-1");
    EXPECT_EQ(json.at("category"), "tea");
    EXPECT_EQ(json.at("coupon"), "NOWRUZ");
    EXPECT_EQ(json.at("source"), "instagram");
    EXPECT_EQ(json.at("city"), "Rey");
    EXPECT_EQ(json.at("country"), "IR");
    EXPECT_EQ(json.at("traits").at("tier"), "gold\n\t\\");
    EXPECT_EQ(json.at("traits").at("gift"), "yes");
    EXPECT_EQ(json.at("traits").at("age"), "new") << "the order's own goes before the customer's";
    EXPECT_EQ(json.at("total_minor"), 857);
}

TEST(OrderProperties, LeaveOutWhatNobodySaid) {
    OrderFact bare;
    bare.key = "a";
    EXPECT_EQ(properties_of(bare), R"({"status":"completed","parts":{}})");
    OrderFact back = full_order();
    ASSERT_TRUE(read_order_properties(properties_of(bare), back).has_value());
    EXPECT_EQ(back.customer, std::nullopt);
    EXPECT_EQ(back.amounts, OrderAmounts{});
    EXPECT_TRUE(back.lines.empty());
}

TEST(OrderProperties, TellUnknownFromZero) {
    OrderFact fact = full_order();
    fact.amounts.tax = 0;
    fact.amounts.shipping.reset();
    OrderFact back;
    ASSERT_TRUE(read_order_properties(properties_of(fact), back).has_value());
    EXPECT_EQ(back.amounts.tax, 0);
    EXPECT_EQ(back.amounts.shipping, std::nullopt);
}

TEST(OrderProperties, RefuseDamagedText) {
    OrderFact into;
    EXPECT_TRUE(read_order_properties("{\"number\":", into).has_error());
    EXPECT_EQ(read_order_properties(R"({"status":"odd"})", into).error().field, "/status");
}

TEST(FieldsColumn, IsEmptyForSilenceAndComesBackWhole) {
    EXPECT_EQ(encode_fields({}), "");
    const CustomerFields fields = full_order().customer_fields;
    EXPECT_EQ(decode_fields(encode_fields(fields)).value(), fields);
    EXPECT_EQ(decode_traits(encode_traits(fields.traits)), fields.traits);
}

}  // namespace
}  // namespace vafa::commerce

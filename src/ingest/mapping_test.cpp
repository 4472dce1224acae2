#include "ingest/mapping.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "testing/results.h"

namespace vafa::ingest {
namespace {

using commerce::ProfileKind;
using Header = std::vector<std::string>;

ColumnMap map(const Header& header, std::vector<MapOption> options = {},
              const Preset* preset = nullptr) {
    return test::must(map_columns(header, header.size(), preset, options));
}

TEST(Mapping, KnowsCommonHeaders) {
    const auto found = map({"cust", "date"});
    EXPECT_EQ(found.of(Field::customer), 0);
    EXPECT_EQ(found.of(Field::ordered_at), 1);
    EXPECT_FALSE(found.has_money());
}

TEST(Mapping, KnowsPersianAndRussianHeaders) {
    const auto persian = map({"شماره سفارش", "تاریخ سفارش", "شماره موبايل", "مبلغ كل", "وضعیت"});
    EXPECT_EQ(persian.of(Field::order), 0);
    EXPECT_EQ(persian.of(Field::ordered_at), 1);
    EXPECT_EQ(persian.of(Field::phone), 2);
    EXPECT_EQ(persian.of(Field::total), 3);
    EXPECT_EQ(persian.of(Field::status), 4);
    EXPECT_EQ(persian.of(Field::customer), 2);
    EXPECT_EQ(persian.customer_kind, ProfileKind::phone);
    const auto russian = map({"Номер заказа", "Дата заказа", "Клиент", "Сумма", "Статус"});
    EXPECT_EQ(russian.of(Field::order), 0);
    EXPECT_EQ(russian.of(Field::customer), 2);
    EXPECT_EQ(russian.of(Field::amount), 3);
}

TEST(Mapping, TheBetterNameWinsWhereverItStands) {
    const auto found = map({"Date", "Paid at", "Order date", "Customer", "Customer ID"});
    EXPECT_EQ(found.of(Field::ordered_at), 2);
    EXPECT_EQ(found.of(Field::customer), 4);
}

TEST(Mapping, AnEmailColumnTellsTheCustomerWhereNoIdDoes) {
    const auto found = map({"order_id", "created_at", "Email", "Total"});
    EXPECT_EQ(found.of(Field::customer), 2);
    EXPECT_EQ(found.customer_kind, ProfileKind::email);
    EXPECT_EQ(found.of(Field::email), 2);
}

TEST(Mapping, TheUsersWordGoesFirst) {
    const auto found = map({"date", "who", "customer"}, {{"customer", "who"}});
    EXPECT_EQ(found.of(Field::customer), 1);
    const auto by_number = map({"date", "who", "customer"}, {{"customer", "#2"}});
    EXPECT_EQ(by_number.of(Field::customer), 1);
}

TEST(Mapping, AColumnThatTheUserSaysOtherwiseOfIsNotGuessed) {
    const Header header = {"date", "customer", "city", "total"};
    const std::vector<std::string> otherwise = {"City", "#4"};
    const std::vector<MapOption> no_options;
    const auto found = test::must(
        map_columns(header, header.size(), nullptr, no_options, {}, ImportKind::orders, otherwise));
    EXPECT_FALSE(found.has(Field::city));
    EXPECT_FALSE(found.has(Field::total));
    EXPECT_EQ(found.of(Field::customer), 1);
    const std::vector<MapOption> told = {{"city", "city"}};
    const auto kept = test::must(
        map_columns(header, header.size(), nullptr, told, {}, ImportKind::orders, otherwise));
    EXPECT_EQ(kept.of(Field::city), 2);  // their own word goes first
}

TEST(Mapping, NumbersReplaceAMissingHeader) {
    const std::vector<MapOption> options{{"customer", "#1"}, {"ordered_at", "#3"}};
    const auto found = test::must(map_columns({}, 4, nullptr, options));
    EXPECT_EQ(found.of(Field::ordered_at), 2);
    test::expect_error(require_columns(test::must(map_columns({}, 4, nullptr, {})), {}),
                       "error.import_no_header");
    const std::vector<MapOption> beyond{{"customer", "#5"}};
    test::expect_error(map_columns({}, 4, nullptr, beyond), "error.import_column_number");
}

TEST(Mapping, ErrorsNameTheNearest) {
    const Header header{"customer", "date", "total"};
    const std::vector<MapOption> wrong_field{{"custmer", "customer"}};
    const auto field = map_columns(header, 3, nullptr, wrong_field);
    test::expect_error(field, "error.import_field_did_you_mean");
    const auto params = field.error().params;
    EXPECT_NE(std::find(params.begin(), params.end(),
                        std::pair<std::string, std::string>("nearest", "customer")),
              params.end());
    const std::vector<MapOption> wrong_column{{"customer", "custome"}};
    test::expect_error(map_columns(header, 3, nullptr, wrong_column),
                       "error.import_column_did_you_mean");
}

TEST(Mapping, SaysWhichRequiredFieldIsMissing) {
    const Header header{"foo", "date"};
    const auto found = map(header);
    EXPECT_EQ(found.of(Field::ordered_at), 1);
    test::expect_error(require_columns(found, header), "error.import_missing_column");
}

TEST(Mapping, LinesNeedAPriceAndAQuantityOrNoAmount) {
    EXPECT_TRUE(map({"customer", "date", "quantity", "unit_price"}).by_lines());
    EXPECT_TRUE(map({"customer", "date", "price"}).by_lines());
    EXPECT_FALSE(map({"customer", "date", "price", "amount"}).by_lines());
    EXPECT_FALSE(map({"customer", "date", "quantity", "amount"}).by_lines());
}

TEST(Mapping, PresetsKnowTheirExports) {
    const auto* shopify = test::must(find_preset("shopify"));
    const auto found = map({"Name", "Email", "Financial Status", "Created at", "Total",
                            "Lineitem quantity", "Lineitem name", "Lineitem price"},
                           {}, shopify);
    EXPECT_EQ(found.of(Field::order), 0);
    EXPECT_EQ(found.of(Field::customer), 1);
    EXPECT_EQ(found.customer_kind, ProfileKind::email);
    EXPECT_TRUE(found.by_lines());
    EXPECT_FALSE(found.has(Field::name));
    test::expect_error(find_preset("shopfy"), "error.import_preset_did_you_mean");
}

}  // namespace
}  // namespace vafa::ingest

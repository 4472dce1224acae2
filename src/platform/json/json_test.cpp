#include "platform/json/json.h"

#include <gtest/gtest.h>

#include "platform/json/schema.h"

namespace {

enum class Action { keep, delete_ };
BOOST_DESCRIBE_ENUM(Action, keep, delete_)

struct Line {
    std::string product;
    std::int32_t quantity = 0;
    bool operator==(const Line&) const = default;
};
BOOST_DESCRIBE_STRUCT(Line, (), (product, quantity))

struct Order {
    std::string number;
    std::optional<std::string> note;
    Action action = Action::keep;
    std::vector<Line> lines;
    std::map<std::string, double> rates;
    bool operator==(const Order&) const = default;
};
BOOST_DESCRIBE_STRUCT(Order, (), (number, note, action, lines, rates))

using namespace vafa;

std::vector<std::string> wrong_fields(std::string_view text) {
    std::vector<std::string> fields;
    for (const auto& error : json::decode<Order>(json::parse(text).value()).errors) {
        fields.push_back(error.field + " " + error.key);
    }
    return fields;
}

TEST(Json, ReadsBackWhatItWrote) {
    const Order order{"7", "hi", Action::delete_, {{"tea", 2}}, {{"EUR", 1.5}}};
    const auto value = json::encode(order);
    EXPECT_EQ(boost::json::serialize(value),
              R"({"number":"7","note":"hi","action":"delete","lines":[{"product":"tea",)"
              R"("quantity":2}],"rates":{"EUR":1.5E0}})");
    const auto decoded = json::decode<Order>(value);
    ASSERT_TRUE(decoded.ok());
    EXPECT_EQ(decoded.value, order);
}

TEST(Json, MissingOptionalIsAbsentAndWrittenAsNull) {
    const auto decoded = json::decode<Order>(
        json::parse(R"({"number":"1","action":"keep","lines":[],"rates":{}})").value());
    ASSERT_TRUE(decoded.ok());
    EXPECT_EQ(decoded.value.note, std::nullopt);
    EXPECT_TRUE(json::encode(decoded.value).at("note").is_null());
}

TEST(Json, NamesEveryWrongFieldByItsPointer) {
    EXPECT_EQ(wrong_fields(R"({"number":1,"action":"burn","lines":[{"product":"a","quantity":"2"},)"
                           R"({"product":"b","quantity":3000000000}],"rates":{"a/b":true},"x":1})"),
              (std::vector<std::string>{"/number error.json_type", "/action error.json_choice",
                                        "/lines/0/quantity error.json_type",
                                        "/lines/1/quantity error.json_out_of_range",
                                        "/rates/a~1b error.json_type", "/x error.json_unknown"}));
    EXPECT_EQ(wrong_fields("{}"),
              (std::vector<std::string>{"/number error.json_missing", "/action error.json_missing",
                                        "/lines error.json_missing", "/rates error.json_missing"}));
}

TEST(Json, IgnoresUnknownKeysOfOutsiders) {
    const auto value = json::parse(R"({"product":"a","quantity":1,"sku":"z"})").value();
    EXPECT_FALSE(json::decode<Line>(value).ok());
    EXPECT_TRUE(json::decode<Line>(value, json::UnknownKeys::ignore).ok());
}

TEST(Json, SyntaxErrorSaysWhere) {
    const auto parsed = json::parse("{\n  \"a\": ]");
    ASSERT_TRUE(parsed.has_error());
    EXPECT_EQ(parsed.error().params[0].second, "2");
    EXPECT_TRUE(json::parse("{} x").has_error());
    EXPECT_TRUE(json::parse(std::string(1000, '[')).has_error());
}

struct Even {
    int half = 0;
    static Result<Even> from_text(std::string_view text) {
        if (text != "4") return invalid("error.not_a_number").with("value", std::string(text));
        return Even{2};
    }
    std::string to_text() const { return std::to_string(2 * half); }
    bool operator==(const Even&) const = default;
};
struct Rare {
    json::LeftOut<std::int32_t> maybe;
    json::LeftOut<std::optional<std::int32_t>> known_or_null;
    json::Fields<std::int32_t> steps;
    std::optional<Even> even;
    bool operator==(const Rare&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rare, (), (maybe, known_or_null, steps, even))

TEST(Json, LeavesOutWhatIsAbsentAndKeepsTheOrderOfFields) {
    EXPECT_EQ(boost::json::serialize(json::encode(Rare{})), R"({"steps":{},"even":null})");
    Rare full;
    full.maybe.value = 7;
    full.known_or_null.value.emplace();
    full.steps.items = {{"9", 1}, {"10+", 2}, {"a", 3}};
    full.even = Even{2};
    const auto value = json::encode(full);
    EXPECT_EQ(boost::json::serialize(value),
              R"({"maybe":7,"known_or_null":null,"steps":{"9":1,"10+":2,"a":3},"even":"4"})");
    const auto decoded = json::decode<Rare>(value);
    ASSERT_TRUE(decoded.ok());
    EXPECT_EQ(decoded.value, full);
    EXPECT_EQ(json::decode<Rare>(json::encode(Rare{})).value, Rare{});
}

TEST(JsonSchema, MembersThatMayLackAreNotRequired) {
    json::SchemaSet set(json::Direction::answer);
    EXPECT_EQ(boost::json::serialize(set.members_of<Rare>().at("required")), R"(["steps","even"])");
    const auto properties = set.members_of<Rare>().at("properties");
    EXPECT_EQ(properties.at("maybe").at("type"), "integer");
    EXPECT_EQ(properties.at("steps").at("additionalProperties").at("type"), "integer");
    EXPECT_EQ(boost::json::serialize(properties.at("even").at("type")), R"(["string","null"])");
}

TEST(Json, TextsOfTheirOwnMakingFailAtTheirPointer) {
    const auto wrong =
        json::decode<Rare>(json::parse(R"({"steps":{"a":"x"},"even":"5","maybe":null})").value());
    std::vector<std::string> fields;
    for (const auto& error : wrong.errors) fields.push_back(error.field + " " + error.key);
    EXPECT_EQ(fields,
              (std::vector<std::string>{"/maybe error.json_type", "/steps/a error.json_type",
                                        "/even error.not_a_number"}));
}

TEST(Json, AWrongChoiceNamesTheChoices) {
    const auto wrong = json::decode<Order>(
        json::parse(R"({"number":"1","action":"burn","lines":[],"rates":{}})").value());
    ASSERT_EQ(wrong.errors.size(), 1U);
    EXPECT_EQ(wrong.errors[0].params.back(),
              std::pair(std::string("choices"), std::string("keep, delete")));
}

TEST(Json, PrettyKeepsOrderAndShortDoubles) {
    EXPECT_EQ(json::pretty(json::parse(R"({"b":[1,0.1],"a":{}})").value()),
              "{\n  \"b\": [\n    1,\n    0.1\n  ],\n  \"a\": {}\n}\n");
}

}  // namespace

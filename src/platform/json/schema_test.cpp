#include "platform/json/schema.h"

#include <gtest/gtest.h>

namespace vafa::json {
namespace {

enum class Size { small, large };
BOOST_DESCRIBE_ENUM(Size, small, large)

struct Part {
    std::string title;
};
BOOST_DESCRIBE_STRUCT(Part, (), (title))
Notes field_notes(const Part*) { return {"Part", {{.name = "title", .text = "Its title."}}}; }

struct Whole {
    std::int64_t amount_minor = 0;
    std::int16_t small = 0;
    std::optional<Size> size;
    std::vector<Part> parts;
    std::optional<Part> best;
    std::map<std::string, double> shares;
};
BOOST_DESCRIBE_STRUCT(Whole, (), (amount_minor, small, size, parts, best, shares))
Notes field_notes(const Whole*) {
    return {"Whole",
            {{.name = "small", .text = "A small one.", .min = 1, .max = 9},
             {.name = "parts", .text = "Its parts.", .max_length = 3}}};
}

boost::json::value parsed(std::string_view text) { return *parse(text); }

TEST(Schema, NamesTypesLimitsAndAbsence) {
    SchemaSet set(Direction::request);
    EXPECT_EQ(set.schema<Whole>(), parsed(R"({"$ref":"#/components/schemas/Whole"})"));
    EXPECT_EQ(boost::json::value(set.components().at("Whole")), parsed(R"({
        "type": "object",
        "properties": {
            "amount_minor": {"type": "integer", "format": "int64"},
            "small": {"type": "integer", "minimum": 1, "maximum": 9, "description": "A small one."},
            "size": {"type": ["string", "null"], "enum": ["small", "large", null]},
            "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Part"},
                      "description": "Its parts.", "maxItems": 3},
            "best": {"anyOf": [{"$ref": "#/components/schemas/Part"}, {"type": "null"}]},
            "shares": {"type": "object", "additionalProperties": {"type": "number"}}},
        "required": ["amount_minor", "small", "parts", "shares"],
        "additionalProperties": false})"));
}

TEST(Schema, AnswersHoldAllMembersAndMayGrow) {
    SchemaSet set(Direction::answer);
    const auto schema = set.members_of<Whole>();
    EXPECT_EQ(schema.at("required").get_array().size(), 6U);
    EXPECT_FALSE(schema.contains("additionalProperties"));
}

TEST(Decode, KeepsTheLimitsOfTheNotes) {
    const auto whole = decode<Whole>(parsed(R"({"amount_minor": 1, "small": 10, "shares": {},
        "parts": [{"title":"a"},{"title":"b"},{"title":"c"},{"title":"d"}]})"));
    ASSERT_EQ(whole.errors.size(), 2U);
    EXPECT_EQ(whole.errors[0].field, "/small");
    EXPECT_EQ(whole.errors[0].key, "error.json_out_of_range");
    EXPECT_EQ(whole.errors[1].key, "error.json_too_long");
}

TEST(Decode, TextsStandForValuesOnlyWhereAsked) {
    const auto from = parsed(R"({"amount_minor": "۱۲", "small": "x", "parts": [], "shares": {}})");
    const auto typed = decode<Whole>(from);
    ASSERT_EQ(typed.errors.size(), 2U);
    const auto texts = decode<Whole>(from, UnknownKeys::refuse, Texts::as_values);
    ASSERT_EQ(texts.errors.size(), 1U);
    EXPECT_EQ(texts.errors[0].field, "/small");
    EXPECT_EQ(texts.value.amount_minor, 12);
}

TEST(Decode, RefusesNulInTexts) {
    const auto part = decode<Part>(parsed(R"({"title":"a\u0000b"})"));
    ASSERT_EQ(part.errors.size(), 1U);
    EXPECT_EQ(part.errors[0].key, "error.text_encoding");
}

}  // namespace
}  // namespace vafa::json

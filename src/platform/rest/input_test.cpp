#include "platform/rest/input.h"

#include <gtest/gtest.h>

#include "platform/rest/language.h"
#include "testing/results.h"

namespace vafa::rest {
namespace {

TEST(Query, ReadsFormEncoding) {
    const auto query = test::must(parse_query("a=1&name=%D8%B9%D9%84%DB%8C+x&&empty=&bare&p=%zz"));
    EXPECT_EQ(query.at("a"), "1");
    EXPECT_EQ(query.at("name"), "علی x");
    EXPECT_EQ(query.at("empty"), "");
    EXPECT_EQ(query.at("bare"), "");
    EXPECT_EQ(query.at("p"), "%zz");
}

TEST(Query, RefusesWhatCannotBeStored) {
    test::expect_error(parse_query("a=%00"), "error.text_encoding");
    test::expect_error(parse_query("a=%FF"), "error.text_encoding");
    test::expect_error(parse_query("a=1&a=2"), "error.query_repeated");
    std::string many;
    for (std::size_t i = 0; i <= kMaxQueryParameters; ++i) many += "p" + std::to_string(i) + "=&";
    test::expect_error(parse_query(many), "error.query_too_many");
}

TEST(Language, TheHeaviestOfOursWins) {
    using enum i18n::Locale;
    EXPECT_EQ(preferred_language(""), en);
    EXPECT_EQ(preferred_language("fa-IR,fa;q=0.9,en;q=0.8"), fa);
    EXPECT_EQ(preferred_language("de;q=1.0, ru;q=0.5, en;q=0.4"), ru);
    EXPECT_EQ(preferred_language("fa;q=0, ru;q=0.1"), ru);
    EXPECT_EQ(preferred_language(";;;,q=,=,fa;q=x"), en);
}

}  // namespace
}  // namespace vafa::rest

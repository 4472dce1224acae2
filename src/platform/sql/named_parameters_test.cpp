#include "platform/sql/named_parameters.h"

#include <gtest/gtest.h>

namespace vafa::sql {
namespace {

TEST(NamedParameters, NumberEachNameOnce) {
    const NumberedStatement out = number_parameters("SELECT :a, :b_2 WHERE x = :a");
    EXPECT_EQ(out.text, "SELECT $1, $2 WHERE x = $1");
    EXPECT_EQ(out.names, (std::vector<std::string>{"a", "b_2"}));
}

TEST(NamedParameters, LeaveStringsCommentsAndCastsAlone) {
    const std::string text = "SELECT ':a', 'it''s :b', \":c\", x::bigint -- :d\n/* :e */ , '12:30'";
    const NumberedStatement out = number_parameters(text);
    EXPECT_EQ(out.text, text);
    EXPECT_TRUE(out.names.empty());
}

TEST(NamedParameters, SurviveAnUnclosedString) {
    EXPECT_EQ(number_parameters("SELECT ':a").text, "SELECT ':a");
}

TEST(CompareWithAny, RewritesTheKeyOnly) {
    EXPECT_EQ(compare_with_any("WHERE a = :b AND id = :key"), "WHERE a = :b AND id = ANY(:key)");
}

}  // namespace
}  // namespace vafa::sql

#include "commerce/customer_fields.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <vector>

namespace vafa::commerce {
namespace {

CustomerFields fields_of(std::string name, std::string city) {
    CustomerFields fields;
    fields.name = std::move(name);
    fields.city = std::move(city);
    return fields;
}

TEST(LatestFields, TakeEachFieldFromTheLatestOrderThatHasIt) {
    LatestFields latest;
    latest.say({30, "c"}, fields_of("", "Shiraz"));
    latest.say({10, "a"}, fields_of("Sara", "Tabriz"));
    latest.say({20, "b"}, fields_of("Sara K.", ""));
    EXPECT_EQ(latest.fields(), fields_of("Sara K.", "Shiraz"));
}

TEST(LatestFields, AreTheSameInAnyOrderEvenAtOneInstant) {
    struct Word {
        Stamp stamp;
        CustomerFields fields;
    };
    std::vector<Word> words{{{5, "a"}, fields_of("A", "")},
                            {{5, "b"}, fields_of("B", "X")},
                            {{5, "c"}, fields_of("", "Y")},
                            {{4, "z"}, fields_of("Z", "Z")}};
    words[0].fields.traits = {{"tier", "gold"}, {"age", "30"}};
    words[3].fields.traits = {{"tier", "tin"}};
    CustomerFields expected = fields_of("B", "Y");
    expected.traits = {{"age", "30"}, {"tier", "gold"}};

    const auto by_stamp = [](const Word& a, const Word& b) { return a.stamp < b.stamp; };
    std::sort(words.begin(), words.end(), by_stamp);
    do {
        LatestFields latest;
        for (const Word& word : words) latest.say(word.stamp, word.fields);
        EXPECT_EQ(latest.fields(), expected);
    } while (std::next_permutation(words.begin(), words.end(), by_stamp));
}

TEST(Hear, FillsGapsByItself) {
    const Heard heard = hear(fields_of("Sara", ""), fields_of("Sara", "Rey"));
    EXPECT_EQ(heard.fields, fields_of("Sara", "Rey"));
    EXPECT_TRUE(heard.filled);
    EXPECT_FALSE(heard.contested);
}

TEST(Hear, LeavesAnotherValueToTheOrdersToDecide) {
    const Heard heard = hear(fields_of("Sara", "Rey"), fields_of("Sara", "Qom"));
    EXPECT_TRUE(heard.contested);
    EXPECT_FALSE(heard.filled);
}

TEST(Hear, FindsNothingInSilenceOrRepetition) {
    CustomerFields stored = fields_of("Sara", "Rey");
    stored.traits = {{"tier", "gold"}};
    for (const auto& said : {stored, fields_of("", ""), fields_of("Sara", "")}) {
        const Heard heard = hear(stored, said);
        EXPECT_FALSE(heard.filled || heard.contested);
        EXPECT_EQ(heard.fields, stored);
    }
}

TEST(Hear, KeepsTraitsByName) {
    CustomerFields stored, said;
    stored.traits = {{"b", "1"}};
    said.traits = {{"c", "3"}, {"a", "2"}};
    const Heard heard = hear(stored, said);
    const std::vector<std::pair<std::string, std::string>> expected{
        {"a", "2"}, {"b", "1"}, {"c", "3"}};
    EXPECT_EQ(heard.fields.traits, expected);
    said.traits = {{"b", "9"}};
    EXPECT_TRUE(hear(stored, said).contested);
}

TEST(Covers, AsksForEveryFieldThatIsWanted) {
    EXPECT_TRUE(covers(fields_of("A", "B"), fields_of("X", "")));
    EXPECT_FALSE(covers(fields_of("A", ""), fields_of("X", "Y")));
    CustomerFields wanted;
    wanted.traits = {{"tier", "gold"}};
    EXPECT_FALSE(covers(fields_of("A", "B"), wanted));
}

}  // namespace
}  // namespace vafa::commerce

#include "app/render/table.h"

#include <gtest/gtest.h>

namespace {

using namespace vafa::render;

TEST(DisplayWidth, CountsWhatIsSeen) {
    EXPECT_EQ(display_width("abc"), 3);
    EXPECT_EQ(display_width("Орлов"), 5);
    EXPECT_EQ(display_width("می\u200Cروم"),
              6 - 1);  // the half-space joins nothing and takes no room
    EXPECT_EQ(display_width("é"), 1);
}

TEST(Bar, GrowsInEighths) {
    EXPECT_EQ(bar(0, 4), "");
    EXPECT_EQ(bar(1, 4), "████");
    EXPECT_EQ(bar(0.5, 1), "▌");
    EXPECT_EQ(bar(7, 2), "██");
    EXPECT_EQ(bar(std::numeric_limits<double>::quiet_NaN(), 2), "");
}

TEST(Table, AlignsByWhatIsSeen) {
    Table table;
    table.column("name", Align::left);
    table.column("n");
    table.row({{"Мёд"}, {"7"}});
    table.row({{"ab"}, {"1,234"}});
    EXPECT_EQ(table.print({}), "  name      n\n  Мёд       7\n  ab    1,234\n");
}

TEST(Table, ColourDoesNotChangeTheText) {
    Table table;
    table.column("a");
    table.row({{"1", Tone::strong, 0.9}});
    const std::string colored = table.print({.color = true});
    EXPECT_NE(colored.find("\x1b[48;2;"), std::string::npos);
    EXPECT_EQ(table.print({}), "  a\n  1\n");
}

}  // namespace

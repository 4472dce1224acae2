#include "ingest/table_layout.h"

#include <gtest/gtest.h>

namespace vafa::ingest {
namespace {

using Cells = std::vector<std::string>;

std::optional<std::size_t> header_of(const std::vector<Cells>& rows,
                                     std::vector<std::string_view> names = {}) {
    std::vector<SampleRow> sample;
    for (const auto& row : rows) sample.push_back({sample.size() + 1, row});
    return find_header(sample, names);
}

TEST(FindHeader, PassesOverTitles) {
    EXPECT_EQ(header_of({{"گزارش فروش ۱۴۰۳"},
                         {"فروشگاه نمونه", "", ""},
                         {"", "", ""},
                         {"از", "1403/01/01", "تا", "1403/12/29"},
                         {"شماره سفارش", "تاریخ سفارش", "مشتری", "مبلغ"},
                         {"1", "1403/02/03", "علی", "1000"}}),
              4U);
    EXPECT_EQ(
        header_of({{"Отчёт по продажам за март"}, {"Заказ", "Дата", "Клиент"}, {"1", "", ""}}), 1U);
    EXPECT_EQ(header_of({{"Orders"}, {"aa", "bb", "cc"}, {"x", "2024-01-01", "5"}}), 1U);
}

TEST(FindHeader, TakesTheFirstRowWhereNothingStandsAbove) {
    EXPECT_EQ(header_of({{"order", "date"}, {"1", "2024-01-01"}}), 0U);
    EXPECT_EQ(header_of({{"foo", "bar"}, {"1", "2024-01-01"}}), 0U);
    EXPECT_EQ(header_of({{"Kunde", "Tag"}, {"x", "y"}}, {"kunde", "tag"}), 0U);
}

TEST(FindHeader, FindsNoneInRowsOfValues) {
    EXPECT_EQ(header_of({{"1", "2024-01-01"}, {"2", "2024-01-02"}}), std::nullopt);
    EXPECT_EQ(header_of({}), std::nullopt);
    EXPECT_EQ(header_of({{"only"}}), std::nullopt);
}

TEST(IsTotalWord, KnowsTheThreeLanguages) {
    for (const char* word :
         {"جمع کل", "جمع كل:", "مجموع", " جمع ", "Итого", "ИТОГО:", "Всего за март", "Total",
          "Grand total", "SUBTOTAL", "Total (12 orders)"}) {
        EXPECT_TRUE(is_total_word(word)) << word;
    }
    for (const char* word : {"", "Totally Free", "جمعه", "Итоговый", "Grand", "12", "Всеволод"}) {
        EXPECT_FALSE(is_total_word(word)) << word;
    }
}

class RowSieveTest : public ::testing::Test {
protected:
    RowSieveTest() : sieve_({"order", "date", "customer", "item", "amount"}, map()) {}

    static ColumnMap map() {
        ColumnMap map;
        map.column[index_of(Field::order)] = 0;
        map.column[index_of(Field::ordered_at)] = 1;
        map.column[index_of(Field::customer)] = 2;
        map.column[index_of(Field::amount)] = 4;
        return map;
    }
    RowPlace place(std::vector<std::string_view> cells) const { return sieve_.place_of(cells); }

    RowSieve sieve_;
};

TEST_F(RowSieveTest, SkipsHeadersThatComeAgain) {
    EXPECT_EQ(place({"order", "date", "customer", "item", "amount"}), RowPlace::repeated_header);
    EXPECT_EQ(place({"order ", "date", "customer", "item", "amount", ""}),
              RowPlace::repeated_header);
    EXPECT_EQ(place({"order", "date", "customer", "item", "5"}), RowPlace::row);
}

TEST_F(RowSieveTest, SkipsTotals) {
    EXPECT_EQ(place({"", "", "", "", ""}), RowPlace::row);
    EXPECT_EQ(place({"جمع کل", "", "", "", "1000"}), RowPlace::total);
    EXPECT_EQ(place({"", "Итого:", "", "", "1000"}), RowPlace::total);
    EXPECT_EQ(place({"", "", "", "Grand total", "1000"}), RowPlace::total);
    EXPECT_EQ(place({"", "", "Total", "", "1000"}), RowPlace::total);
}

TEST_F(RowSieveTest, KeepsOrdersThatSpeakOfTotals) {
    EXPECT_EQ(place({"17", "2024-01-01", "Total", "tea", "5"}), RowPlace::row);
    EXPECT_EQ(place({"Total", "2024-01-01", "Ali", "tea", "5"}), RowPlace::row);
    EXPECT_EQ(place({"17", "", "", "Total shampoo", "5"}), RowPlace::row);  // a further line
    EXPECT_EQ(place({"", "", "Ali", "Total shampoo", "5"}), RowPlace::row);
}

}  // namespace
}  // namespace vafa::ingest

#include "ingest/rows_ahead.h"

#include <gtest/gtest.h>
#include <string>

#include "testing/results.h"

namespace vafa::ingest {
namespace {

using test::must;

// Rows "0", "1", … whose second cell is no part of the text, as an unescaped one is.
class Numbers {
public:
    Numbers(int count, bool fails) : count_(count), fails_(fails) {}
    RowsAhead::Source source() {
        return {.next = [this](Row& row) { return next(row); },
                .position = [this] { return static_cast<std::uint64_t>(at_); },
                .foresee = [this](const Row& row) { foreseen_ += row.cells[0].size(); }};
    }
    std::size_t foreseen() const { return foreseen_; }

private:
    Result<bool> next(Row& row) {
        if (at_ == count_ && fails_) return damaged("test.broken");
        if (at_ == count_) return false;
        text_ = std::to_string(at_) + ",rest";
        other_ = "q" + std::to_string(at_);
        cells_ = {std::string_view(text_).substr(0, text_.find(',')), other_, {}};
        row = {.cells = cells_,
               .line = static_cast<std::uint64_t>(++at_),
               .text = text_,
               .fault = at_ % 7 == 0 ? RowFault::too_long : RowFault::none};
        return true;
    }
    int count_, at_ = 0;
    bool fails_;
    std::string text_, other_;
    std::vector<std::string_view> cells_;
    std::size_t foreseen_ = 0;
};

TEST(RowsAhead, HandsOutWhatTheSourceHas) {
    constexpr int kRows = 10'000;
    Numbers numbers(kRows, false);
    Row row;
    std::size_t seen = 0;
    {
        RowsAhead ahead(numbers.source());
        for (int i = 0; i < kRows; ++i) {
            ASSERT_TRUE(must(ahead.next(row)));
            ASSERT_EQ(row.text, std::to_string(i) + ",rest");
            ASSERT_EQ(row.cells.size(), 3U);
            ASSERT_EQ(row.cells[0], std::to_string(i));
            ASSERT_EQ(row.cells[1], "q" + std::to_string(i));
            ASSERT_TRUE(row.cells[2].empty());
            ASSERT_EQ(row.line, static_cast<std::uint64_t>(i + 1));
            ASSERT_EQ(row.fault, (i + 1) % 7 == 0 ? RowFault::too_long : RowFault::none);
            ASSERT_GE(ahead.position(), row.line);
            seen += row.cells[0].size();
        }
        EXPECT_FALSE(must(ahead.next(row)));
        EXPECT_FALSE(must(ahead.next(row)));
    }
    EXPECT_EQ(numbers.foreseen(), seen);
}

TEST(RowsAhead, TellsWhatBrokeAfterTheRowsBeforeIt) {
    Numbers numbers(3000, true);
    RowsAhead ahead(numbers.source());
    Row row;
    for (int i = 0; i < 3000; ++i) ASSERT_TRUE(must(ahead.next(row)));
    test::expect_error(ahead.next(row), "test.broken");
    test::expect_error(ahead.next(row), "test.broken");
}

TEST(RowsAhead, MayBeLeftBeforeItsEnd) {
    Numbers numbers(1'000'000'000, false);
    RowsAhead ahead(numbers.source());
    Row row;
    ASSERT_TRUE(must(ahead.next(row)));
}

}  // namespace
}  // namespace vafa::ingest

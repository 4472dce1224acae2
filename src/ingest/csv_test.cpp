#include "ingest/csv.h"

#include <cstring>
#include <gtest/gtest.h>

#include "testing/results.h"

namespace vafa::ingest {
namespace {

using Cells = std::vector<std::string>;

struct Parsed {
    std::vector<Cells> rows;
    std::vector<std::uint64_t> lines;
    std::vector<std::string> texts;
    std::vector<RowFault> faults;
};

// `step`: how many bytes a read gives, so that every boundary falls everywhere.
Parsed parse(const std::string& text, CsvDialect dialect = {}, std::size_t step = 1 << 20) {
    std::size_t at = 0;
    CsvReader reader(
        [&](std::span<char> into) -> Result<std::size_t> {
            const std::size_t n = std::min({step, into.size(), text.size() - at});
            std::memcpy(into.data(), text.data() + at, n);
            at += n;
            return n;
        },
        dialect);
    Parsed parsed;
    Row row;
    while (test::must(reader.next(row))) {
        parsed.rows.emplace_back(row.cells.begin(), row.cells.end());
        parsed.lines.push_back(row.line);
        parsed.texts.emplace_back(row.text);
        parsed.faults.push_back(row.fault);
    }
    return parsed;
}

TEST(Csv, SplitsCellsAndRows) {
    const auto parsed = parse("a,b,c\n1,,3\n");
    EXPECT_EQ(parsed.rows, (std::vector<Cells>{{"a", "b", "c"}, {"1", "", "3"}}));
    EXPECT_EQ(parsed.lines, (std::vector<std::uint64_t>{1, 2}));
}

TEST(Csv, TakesAnyLineEnd) {
    const std::vector<Cells> expected{{"a", "b"}, {"1", "2"}, {"3", "4"}};
    EXPECT_EQ(parse("a,b\n1,2\n3,4").rows, expected);
    EXPECT_EQ(parse("a,b\r\n1,2\r\n3,4\r\n").rows, expected);
    EXPECT_EQ(parse("a,b\r1,2\r3,4\r").rows, expected);
}

TEST(Csv, KeepsNewlinesInsideQuotes) {
    const auto parsed = parse("a,\"line one\nline two\",c\nnext,2,3\n");
    ASSERT_EQ(parsed.rows.size(), 2U);
    EXPECT_EQ(parsed.rows[0][1], "line one\nline two");
    EXPECT_EQ(parsed.lines[1], 3U);
    EXPECT_EQ(parsed.texts[0], "a,\"line one\nline two\",c");
}

TEST(Csv, UnescapesDoubledQuotes) {
    EXPECT_EQ(parse("\"say \"\"hi\"\"\",\"\"\"\",\"\"\n").rows,
              (std::vector<Cells>{{"say \"hi\"", "\"", ""}}));
}

TEST(Csv, ForgivesTextAfterAClosingQuoteAndQuotesInsideACell) {
    EXPECT_EQ(parse("\"abc\"def,5\" pipe\n").rows, (std::vector<Cells>{{"abcdef", "5\" pipe"}}));
}

TEST(Csv, PassesOverByteOrderMarkAndEmptyLines) {
    const auto parsed = parse("\xEF\xBB\xBFid,x\n\n\r\n1,2\n");
    EXPECT_EQ(parsed.rows, (std::vector<Cells>{{"id", "x"}, {"1", "2"}}));
    EXPECT_EQ(parsed.lines[1], 4U);
}

TEST(Csv, GivesTheSameRowsWhateverTheReadsAre) {
    const std::string text =
        "id,name\r\n1,\"a \"\"b\"\"\r\nc\"\r\n\r\n2,long unquoted cell here\r\n3,\"x\"y\n4,";
    const auto whole = parse(text);
    ASSERT_EQ(whole.rows.size(), 5U);
    for (std::size_t step = 1; step < text.size(); ++step) {
        const auto parsed = parse(text, {}, step);
        EXPECT_EQ(parsed.rows, whole.rows) << step;
        EXPECT_EQ(parsed.lines, whole.lines) << step;
    }
}

TEST(Csv, AnUnclosedQuoteCostsItsLineOnly) {
    const auto parsed = parse("1,ok\n2,\"never closed\n3,ok\n");
    ASSERT_EQ(parsed.rows.size(), 3U);
    EXPECT_EQ(parsed.faults[1], RowFault::unclosed_quote);
    EXPECT_EQ(parsed.texts[1], "2,\"never closed");
    EXPECT_EQ(parsed.rows[2], (Cells{"3", "ok"}));
    EXPECT_EQ(parsed.lines[2], 3U);
}

TEST(Csv, ARowOverTheLimitIsAFaultAndTheNextIsRead) {
    const auto parsed = parse("1,a\n" + std::string(5 * kMaxRowBytes, 'x') + "\n2,b\n");
    ASSERT_EQ(parsed.rows.size(), 3U);
    EXPECT_EQ(parsed.faults[1], RowFault::too_long);
    EXPECT_EQ(parsed.rows[2], (Cells{"2", "b"}));
    EXPECT_EQ(parsed.lines[2], 3U);
}

TEST(Csv, LimitsCellsAndColumns) {
    EXPECT_EQ(parse(std::string(kMaxCellBytes + 1, 'x')).faults.front(), RowFault::too_long_cell);
    EXPECT_EQ(parse(std::string(kMaxColumns, ',')).faults.front(), RowFault::too_many_columns);
    EXPECT_EQ(parse(std::string(kMaxColumns - 1, ',')).faults.front(), RowFault::none);
}

TEST(Csv, SplitsWordsWhereBlanksSeparate) {
    const CsvDialect words{.delimiter = ' ', .whitespace = true};
    EXPECT_EQ(parse(" 00004 0001 19970101  2   29.33\r\n 00004\t0001\r\n", words).rows,
              (std::vector<Cells>{{"00004", "0001", "19970101", "2", "29.33"}, {"00004", "0001"}}));
}

TEST(Csv, KeepsQuotesThatNobodyDoubled) {
    EXPECT_EQ(parse("1,\"he said \"hi\" to me\",2\n3,\"x\"y,\"z\"\n").rows,
              (std::vector<Cells>{{"1", "he said \"hi\" to me", "2"}, {"3", "xy", "z"}}));
}

TEST(Csv, TakesGuardsOff) {
    EXPECT_EQ(parse("=\"00123\",\"=\"\"0912\"\"\",=1+1,=\"\"\n").rows,
              (std::vector<Cells>{{"00123", "0912", "=1+1", ""}}));
}

TEST(Csv, PassesOverALineThatNamesTheSeparator) {
    for (const char* first : {"sep=;\n",
                              "\xEF\xBB\xBF"
                              "SEP=;\r\n",
                              "\"sep=;\"\r"}) {
        const auto parsed = parse(std::string(first) + "a;b\n", {.delimiter = ';'});
        EXPECT_EQ(parsed.rows, (std::vector<Cells>{{"a", "b"}}));
        EXPECT_EQ(parsed.lines[0], 2U);
    }
    EXPECT_EQ(named_separator("sep=;\n"), ';');
    EXPECT_EQ(named_separator("separate,b\n"), std::nullopt);
    EXPECT_EQ(named_separator("sep="), std::nullopt);
}

TEST(Csv, TakesAnyLineEndsAndRaggedRows) {
    EXPECT_EQ(parse("a,b,\r1,2\r\n3\n\n4,5,6,7").rows,
              (std::vector<Cells>{{"a", "b", ""}, {"1", "2"}, {"3"}, {"4", "5", "6", "7"}}));
}

TEST(Csv, ReadsOtherDelimiters) {
    EXPECT_EQ(parse("a;\"b;c\"\n", {.delimiter = ';'}).rows, (std::vector<Cells>{{"a", "b;c"}}));
    EXPECT_EQ(parse("a\tb,c\n", {.delimiter = '\t'}).rows, (std::vector<Cells>{{"a", "b,c"}}));
}

}  // namespace
}  // namespace vafa::ingest

#include "platform/sheets/workbook.h"

#include <gtest/gtest.h>

#include "base/rng.h"
#include "platform/files/whole_file.h"
#include "platform/sheets/row_file.h"
#include "platform/sheets/zip.h"
#include "testing/places.h"
#include "testing/results.h"
#include "testing/zip_file.h"

namespace vafa::sheets {
namespace {

using Rows = std::vector<std::pair<std::uint64_t, std::vector<std::string>>>;

class WorkbookTest : public ::testing::Test {
protected:
    Result<std::vector<Sheet>> read(const std::string& bytes, const std::string& sheet = "") {
        test::must(files::write_file(folder_ / "book", bytes));
        return read_workbook_apart(
            {.file = folder_ / "book", .folder = folder_.path(), .sheet = sheet});
    }
    Rows rows_of(const Sheet& sheet) {
        auto reader = test::must(RowReader::open(folder_ / sheet.file));
        Rows rows;
        SheetRow row;
        while (test::must(reader.next(row))) {
            rows.emplace_back(row.number,
                              std::vector<std::string>(row.cells.begin(), row.cells.end()));
        }
        return rows;
    }
    Rows rows_of_first(const std::string& bytes) {
        return rows_of(test::must(read(bytes)).front());
    }
    std::size_t files_left() {
        return static_cast<std::size_t>(
            std::distance(std::filesystem::directory_iterator(folder_.path()), {}));
    }

    const test::TempDir folder_;
};

TEST_F(WorkbookTest, ReadsEveryKindOfCell) {
    const std::string row =
        "<row r=\"3\"><c r=\"A3\"><v>9.123456789E9</v></c>"
        "<c r=\"B3\" t=\"s\"><v>1</v></c>"
        "<c r=\"C3\" t=\"inlineStr\"><is><r><t>rich &amp; </t></r><r><t>text</t></r>"
        "<rPh><t>no</t></rPh></is></c>"
        "<c r=\"D3\" s=\"1\"><v>45356</v></c>"
        "<c r=\"E3\" s=\"2\"><f>A3/B3</f><v>0.25</v></c>"
        "<c r=\"F3\" t=\"str\"><f>A1</f><v>result</v></c>"
        "<c r=\"G3\" t=\"b\"><v>1</v></c><c r=\"H3\" t=\"e\"><v>#N/A</v></c>"
        "<c r=\"J3\" t=\"d\"><v>2024-03-05T10:00:00</v></c>"
        "<c r=\"K3\" t=\"inlineStr\"><is><t>a_x000D_b</t></is></c></row>";
    const Rows rows = rows_of_first(test::xlsx(
        {.sheets = {{"One", row}}, .shared = {"first", "تهران"}, .formats = {"yyyy-mm-dd", "0%"}}));
    const Rows expected = {{3,
                            {"9123456789", "تهران", "rich & text", "2024-03-05", "25%", "result",
                             "true", "", "", "2024-03-05 10:00:00", "a\rb"}}};
    EXPECT_EQ(rows, expected);
}

TEST_F(WorkbookTest, ReadsDatesOf1904) {
    const std::string row = "<row><c s=\"1\"><v>43894</v></c></row>";
    EXPECT_EQ(rows_of_first(test::xlsx(
                  {.sheets = {{"One", row}}, .from_1904 = true, .formats = {"yyyy-mm-dd"}})),
              (Rows{{1, {"2024-03-05"}}}));
}

TEST_F(WorkbookTest, KeepsMergedTextInItsFirstCell) {
    const std::string rows =
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"0\"/><c r=\"C1\"/></row>"
        "<row r=\"2\"/><row r=\"5\"><c r=\"B5\"><v>1</v></c></row>";
    const std::string merged = "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>";
    EXPECT_EQ(rows_of_first(test::xlsx(
                  {.sheets = {{"One", rows, false, merged}}, .shared = {"گزارش فروش ۱۴۰۳"}})),
              (Rows{{1, {"گزارش فروش ۱۴۰۳"}}, {5, {"", "1"}}}));
}

TEST_F(WorkbookTest, ReadsSheetsByNameAndHiddenOnesOnlyWhenAsked) {
    const std::string one = test::xlsx_rows({{"1"}}), two = test::xlsx_rows({{"2"}, {"3"}});
    const std::string book =
        test::xlsx({.sheets = {{"A", one}, {"Б & Co", two}, {"H", one, true}}});
    auto sheets = test::must(read(book));
    ASSERT_EQ(sheets.size(), 3U);
    EXPECT_EQ(sheets[1].name, "Б & Co");
    EXPECT_EQ(sheets[1].rows, 2U);
    EXPECT_TRUE(sheets[2].hidden);
    EXPECT_EQ(sheets[2].file, "");
    sheets = test::must(read(book, "H"));
    EXPECT_EQ(sheets[0].file, "");
    EXPECT_EQ(rows_of(sheets[2]), (Rows{{1, {"1"}}}));
}

TEST_F(WorkbookTest, ReadsOpenDocuments) {
    const std::string tables =
        "<table:table table:name=\"سفارش\"><table:table-row table:number-rows-repeated=\"2\">"
        "<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
        "<table:table-row>"
        "<table:table-cell office:value-type=\"string\"><text:p>a<text:s text:c=\"2\"/>b</text:p>"
        "<office:annotation><text:p>note</text:p></office:annotation></table:table-cell>"
        "<table:table-cell office:value-type=\"float\" office:value=\"9.12E9\" "
        "table:number-columns-repeated=\"2\"><text:p>9,12E+09</text:p></table:table-cell>"
        "<table:covered-table-cell/>"
        "<table:table-cell office:value-type=\"date\" "
        "office:date-value=\"2024-03-05T14:30:00\"><text:p>x</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"percentage\" office:value=\"0.07\"/>"
        "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>"
        "<table:table-cell office:value-type=\"time\" office:time-value=\"PT08H05M00S\"/>"
        "<table:table-cell office:value-type=\"string\"><text:p>1</text:p><text:p>2</text:p>"
        "</table:table-cell></table:table-row></table:table>"
        "<table:table table:name=\"hid\" table:style-name=\"ta2\"/>";
    const std::string styles =
        "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties "
        "table:display=\"false\"/></style:style>";
    const auto sheets = test::must(read(test::ods(tables, styles)));
    ASSERT_EQ(sheets.size(), 2U);
    EXPECT_EQ(sheets[0].name, "سفارش");
    EXPECT_TRUE(sheets[1].hidden);
    EXPECT_EQ(rows_of(sheets[0]),
              (Rows{{3,
                     {"a  b", "9120000000", "9120000000", "", "2024-03-05 14:30:00", "7%", "true",
                      "08:05:00", "1\n2"}}}));
}

TEST_F(WorkbookTest, RefusesWhatIsNotAWorkbook) {
    test::expect_error(read("PK\x03\x04 but no zip"), "error.workbook_damaged");
    test::expect_error(read(test::ZipFile().add("a.txt", "a").bytes()), "error.workbook_unknown");
    test::expect_error(read(test::ZipFile().add("a", "a").claim_encrypted().bytes()),
                       "error.workbook_encrypted");
}

TEST_F(WorkbookTest, RefusesAFileThatIsCut) {
    const std::string book = test::xlsx({.sheets = {{"A", test::xlsx_rows({{"a"}, {"b"}})}}});
    for (std::size_t keep = 1; keep < book.size(); keep += 101) {
        test::expect_error(read(book.substr(0, keep)), "error.workbook_damaged");
    }
    const std::string open = "<row r=\"1\"><c><v>1</v></c></row><row r=\"2\"><c>";
    test::expect_error(read(test::xlsx({.sheets = {{"A", open}}})), "error.workbook_damaged");
}

TEST_F(WorkbookTest, RefusesABombBeforeUnpackingIt) {
    auto bomb = test::xlsx_parts({.sheets = {{"A", ""}}});
    bomb.add_deflated("xl/media/a.xml", std::string(80 << 20, ' '));
    test::expect_error(read(bomb.bytes()), "error.workbook_bomb");
    auto large = test::xlsx_parts({.sheets = {{"A", ""}}});
    large.add("big", "x").claim_unpacked(0xFFFF0000);
    test::expect_error(read(large.bytes()), "error.workbook_too_large");
}

TEST_F(WorkbookTest, RefusesAPartThatIsNotWhatTheDirectorySays) {
    auto liar = test::xlsx_parts({.sheets = {{"A", std::string(5 << 20, ' ')}}});
    liar.claim_unpacked(1000);  // the sheet was added last
    test::expect_error(read(liar.bytes()), "error.workbook_damaged");
}

TEST_F(WorkbookTest, RefusesRowsBeyondWhatSheetsHave) {
    for (const char* rows :
         {"<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>",
          "<row r=\"9999999\"><c><v>1</v></c></row>", "<row><c r=\"ZZZZ1\"><v>1</v></c></row>",
          "<row r=\"99999999999999999999999\"><c r=\"1\"><v>1</v></c></row>"}) {
        test::expect_error(read(test::xlsx({.sheets = {{"A", rows}}})), "error.workbook_damaged");
    }
}

TEST_F(WorkbookTest, EndsCleanlyWhateverTheBytes) {
    Rng rng(7);
    const std::string book =
        test::xlsx({.sheets = {{"A", test::xlsx_rows({{"a", "1"}, {"b", "2"}})}}, .shared = {"s"}});
    for (int round = 0; round < 30; ++round) {
        std::string bytes = book;
        for (int i = 0; i < 8; ++i) {
            bytes[rng.below(bytes.size())] = static_cast<char>(rng.below(256));
        }
        const auto sheets = read(bytes);
        if (sheets.has_error()) {
            EXPECT_TRUE(sheets.error().key.starts_with("error.workbook_")) << sheets.error();
        }
    }
}

TEST_F(WorkbookTest, ACrashOfTheReaderIsAnErrorHere) {
    // The tests' main crashes when it is to read this.
    test::expect_error(
        read_workbook_apart({.file = folder_ / "crash", .folder = folder_.path(), .sheet = {}}),
        "error.workbook_crashed");
}

TEST_F(WorkbookTest, LeavesOnlyRowsBehind) {
    test::must(read(test::xlsx({.sheets = {{"A", test::xlsx_rows({{"a"}})}}})));
    EXPECT_EQ(files_left(), 2U);  // the book and one file of rows
}

TEST_F(WorkbookTest, StopsWhenTold) {
    test::must(files::write_file(folder_ / "book", test::xlsx({.sheets = {{"A", ""}}})));
    test::expect_error(
        read_workbook_apart({.file = folder_ / "book", .folder = folder_.path(), .sheet = {}},
                            [] { return true; }),
        "error.import_cancelled");
}

}  // namespace
}  // namespace vafa::sheets

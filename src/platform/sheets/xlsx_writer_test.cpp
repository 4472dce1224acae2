#include "platform/sheets/xlsx_writer.h"

#include <gtest/gtest.h>

#include "platform/sheets/row_file.h"
#include "platform/sheets/workbook.h"
#include "platform/sheets/zip.h"
#include "testing/places.h"
#include "testing/results.h"

namespace vafa::sheets {
namespace {

using Rows = std::vector<std::vector<std::string>>;

class XlsxWriterTest : public ::testing::Test {
protected:
    XlsxWriter create() {
        return test::must(XlsxWriter::create(
            folder_ / "out.xlsx",
            {.sheet_name = "R&D", .right_to_left = true, .titles = {"Name", "تلفن"}}));
    }
    Rows read() {
        const auto sheets = test::must(read_workbook_apart(
            {.file = folder_ / "out.xlsx", .folder = folder_.path(), .sheet = ""}));
        EXPECT_EQ(sheets.front().name, "R&D");
        auto reader = test::must(RowReader::open(folder_ / sheets.front().file));
        Rows rows;
        SheetRow row;
        while (test::must(reader.next(row))) rows.emplace_back(row.cells.begin(), row.cells.end());
        return rows;
    }

    const test::TempDir folder_;
};

TEST_F(XlsxWriterTest, WritesWhatTheReaderReads) {
    XlsxWriter writer = create();
    test::must(writer.row({std::string("<b>=1+1\x01"), std::string("+989121234567")}));
    test::must(writer.row({std::monostate(), Number{"1234.50"}, Day{19'782}}));
    test::must(writer.close());
    const Rows rows = read();
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0], (std::vector<std::string>{"Name", "تلفن"}));
    EXPECT_EQ(rows[1], (std::vector<std::string>{"<b>=1+1", "+989121234567"}));
    ASSERT_EQ(rows[2].size(), 3U);
    EXPECT_EQ(rows[2][0], "");
    EXPECT_EQ(rows[2][1], "1234.5");
    EXPECT_EQ(rows[2][2].substr(0, 10), "2024-02-29");
}

TEST_F(XlsxWriterTest, HoldsManyRowsInOneDeflatedPart) {
    XlsxWriter writer = create();
    for (int i = 0; i < 20'000; ++i) test::must(writer.row({std::string("somebody"), Number{"1"}}));
    test::must(writer.close());
    const Zip zip = test::must(Zip::open(folder_ / "out.xlsx"));
    const Part* sheet = zip.find("xl/worksheets/sheet1.xml");
    ASSERT_NE(sheet, nullptr);
    EXPECT_LT(sheet->packed * 20, sheet->unpacked);
    std::uint64_t bytes = 0;
    test::must(zip.unpack(*sheet, sheet->unpacked, [&](std::string_view piece) {
        bytes += piece.size();
        return Result<void>();
    }));
    EXPECT_EQ(bytes, sheet->unpacked) << "and its checksum is right";
}

}  // namespace
}  // namespace vafa::sheets

#include "ingest/input_file.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include "platform/files/whole_file.h"
#include "testing/places.h"
#include "testing/results.h"
#include "testing/zip_file.h"

namespace vafa::ingest {
namespace {

using Cells = std::vector<std::string>;
using Rows = std::vector<std::pair<std::uint64_t, Cells>>;

const std::vector<Cells> kOrders = {{"order", "date", "customer", "amount"},
                                    {"1", "2024-03-05", "ali", "10"},
                                    {"2", "2024-03-06", "sara", "20"}};

std::string gzipped(const std::string& text) {
    z_stream zip{};
    deflateInit2(&zip, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&zip, text.size()) + 32, '\0');
    zip.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    zip.avail_in = static_cast<uInt>(text.size());
    zip.next_out = reinterpret_cast<Bytef*>(out.data());
    zip.avail_out = static_cast<uInt>(out.size());
    deflate(&zip, Z_FINISH);
    out.resize(zip.total_out);
    deflateEnd(&zip);
    return out;
}

std::string wide(std::u16string_view text) {
    std::string bytes;
    for (const char16_t unit : text) {
        bytes += static_cast<char>(unit & 0xFF);
        bytes += static_cast<char>(unit >> 8);
    }
    return bytes;
}

class InputFileTest : public ::testing::Test {
protected:
    Result<std::vector<InputFile>> inspect(const std::string& bytes) {
        request_.files = {(folder_ / "orders").string()};
        test::must(files::write_file(request_.files[0], bytes));
        std::filesystem::create_directories(folder_ / "unpacked");
        return inspect_files(request_, nullptr, {.folder = folder_ / "unpacked"});
    }
    Rows rows_of(const InputFile& file) {
        auto reader = test::must(InputReader::open(file));
        Rows rows;
        Row row;
        while (test::must(reader.next(row))) {
            rows.emplace_back(row.line, Cells(row.cells.begin(), row.cells.end()));
        }
        skipped_ = reader.skipped();
        return rows;
    }
    Rows rows_of_bytes(const std::string& bytes) { return rows_of(test::must(inspect(bytes))[0]); }
    bool says(const std::string& key) {
        for (const auto& note : notes_on(last_, nullptr)) {
            if (note.key == key) return true;
        }
        return false;
    }

    const test::TempDir folder_;
    ImportRequest request_;
    SkippedRows skipped_;
    std::vector<InputFile> last_;
};

TEST_F(InputFileTest, ReadsSheetsWhoseColumnsAreKnown) {
    const std::string notes = test::xlsx_rows({{"just"}, {"words"}});
    last_ = test::must(inspect(test::xlsx({.sheets = {{"Notes", notes},
                                                      {"March", test::xlsx_rows(kOrders)},
                                                      {"April", test::xlsx_rows(kOrders)},
                                                      {"Old", notes, true}}})));
    ASSERT_EQ(last_.size(), 2U);
    EXPECT_EQ(last_[0].name, "orders › March");
    EXPECT_EQ(last_[1].sheet, "April");
    EXPECT_TRUE(says("import.note_sheets_skipped"));
    EXPECT_TRUE(says("import.note_sheets_hidden"));
    EXPECT_EQ(rows_of(last_[1]), (Rows{{2, {"1", "2024-03-05", "ali", "10"}},
                                       {3, {"2", "2024-03-06", "sara", "20"}}}));
}

TEST_F(InputFileTest, ReadsTheSheetThatIsNamed) {
    const std::string rows = test::xlsx_rows(kOrders);
    const std::string book = test::xlsx({.sheets = {{"A", rows}, {"B", rows}}});
    request_.sheet = "B";
    const auto files = test::must(inspect(book));
    ASSERT_EQ(files.size(), 1U);
    EXPECT_EQ(files[0].sheet, "B");
    request_.sheet = "C";
    test::expect_error(inspect(book), "error.workbook_no_sheet");
}

TEST_F(InputFileTest, NamesTheSheetsWhenNoneIsKnown) {
    const std::string rows = test::xlsx_rows({{"foo", "bar"}, {"x", "y"}});
    const auto files = inspect(test::xlsx({.sheets = {{"A", rows}, {"B", rows}}}));
    test::expect_error(files, "error.workbook_no_table");
    EXPECT_EQ(files.error().params.back().second, "A, B");
}

TEST_F(InputFileTest, ReadsWorkbooksThatArePackedOnceMore) {
    const std::string book = test::xlsx({.sheets = {{"A", test::xlsx_rows(kOrders)}}});
    EXPECT_EQ(rows_of_bytes(gzipped(book)).size(), 2U);
    EXPECT_EQ(
        rows_of_bytes(test::ZipFile().add("__MACOSX/x", "").add("b.xlsx", book).bytes()).size(),
        2U);
    EXPECT_EQ(rows_of_bytes(
                  test::ZipFile().add("o.csv", "order,date,customer\n1,2024-01-01,a\n").bytes()),
              (Rows{{2, {"1", "2024-01-01", "a"}}}));
    const auto several = inspect(test::ZipFile().add("a.csv", "a").add("b.csv", "b").bytes());
    test::expect_error(several, "error.archive_several");
}

TEST_F(InputFileTest, PassesOverTitlesHeadersAndTotals) {
    const Rows rows = rows_of_bytes(
        "گزارش فروش ۱۴۰۳,,,\nفروشگاه نمونه,,,\n\nشماره سفارش,تاریخ سفارش,مشتری,مبلغ\n"
        "1,1403/02/03,علی,10\nشماره سفارش,تاریخ سفارش,مشتری,مبلغ\n2,1403/02/04,Total,20\n"
        "جمع کل,,,30\n");
    EXPECT_EQ(rows, (Rows{{5, {"1", "1403/02/03", "علی", "10"}},
                          {7, {"2", "1403/02/04", "Total", "20"}}}));
    EXPECT_EQ(skipped_.headers, 1U);
    EXPECT_EQ(skipped_.totals, 1U);
    last_ = test::must(inspect("Отчёт,,\nзаказ,дата,клиент\n1,2024-01-01,a\n"));
    EXPECT_TRUE(says("import.note_title_rows"));
}

TEST_F(InputFileTest, ReadsOtherEncodings) {
    const Rows russian = rows_of_bytes(
        "\xC7\xE0\xEA\xE0\xE7;\xC4\xE0\xF2\xE0;\xCA\xEB\xE8\xE5\xED\xF2\n1;2024-03-05;"
        "\xC0\xED\xED\xE0\n");
    EXPECT_EQ(russian, (Rows{{2, {"1", "2024-03-05", "Анна"}}}));
    last_ = test::must(inspect(wide(u"\uFEFFسفارش\tتاریخ\tمشتری\r\n1\t2024-03-05\tعلی\r\n")));
    EXPECT_TRUE(says("import.note_encoding"));
    EXPECT_EQ(rows_of(last_[0]), (Rows{{2, {"1", "2024-03-05", "علی"}}}));
    request_.encoding = "windows-1251";
    EXPECT_EQ(rows_of_bytes("order,date,customer\n1,2024-03-05,\xE0\n"),
              (Rows{{2, {"1", "2024-03-05", "а"}}}));
    request_.encoding = "ebcdic";
    test::expect_error(inspect("order,date,customer\n"), "error.import_encoding");
}

TEST_F(InputFileTest, ReadsTablesOfWebPages) {
    const Rows rows = rows_of_bytes(
        "<html><head><style>td { }</style></head><body>\n<TABLE border=1>"
        "<tr><th colspan=\"2\">Отчёт</th></tr>"
        "<tr><th>order</th><th>date</th><th>customer</th></tr>\r\n"
        "<!-- <tr><td>x</td></tr> -->"
        "<tr><td>1<td>2024-03-05</td><td class=\"a\">Tom &amp; &#1040;\n  B<br/></td></tr>"
        "</TABLE></body></html>");
    EXPECT_EQ(rows, (Rows{{3, {"1", "2024-03-05", "Tom & А B"}}}));
    test::expect_error(inspect("<!DOCTYPE html><p>Please sign in</p>"), "error.file_is_html");
}

TEST_F(InputFileTest, SaysWhatToDoWithFilesThatAreNoTables) {
    const std::vector<std::pair<std::string, std::string>> files = {
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 the rest", "error.workbook_old"},
        {std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + wide(u"EncryptedPackage"),
         "error.workbook_encrypted"},
        {test::ZipFile().add("Index/Document.iwa", "x").bytes(), "error.workbook_numbers"},
        {"%PDF-1.7\n", "error.file_is_pdf"},
        {" [{\"order\": 1}]", "error.file_is_json"},
        {"<?xml version=\"1.0\"?><Workbook/>", "error.file_is_xml"},
        {"Rar!\x1A\x07\x01", "error.file_is_archive"},
        {std::string(500, '\x01') + "abc", "error.file_is_binary"},
        {"PK\x03\x04 cut", "error.workbook_damaged"},
        {"", "error.import_empty"}};
    for (const auto& [bytes, key] : files) {
        const auto result = inspect(bytes);
        test::expect_error(result, key);
        EXPECT_EQ(result.error().params.back(),
                  (std::pair<std::string, std::string>("file", "orders")))
            << key;
    }
}

TEST_F(InputFileTest, LooksAtTheBeginningOfASheetAlone) {
    std::string rows = test::xlsx_rows(kOrders);
    for (int i = 4; i < 2000; ++i) rows += "<row><c><v>" + std::to_string(i) + "</v></c></row>";
    request_.files = {(folder_ / "orders").string()};
    test::must(files::write_file(request_.files[0], test::xlsx({.sheets = {{"A", rows}}})));
    std::filesystem::create_directories(folder_ / "unpacked");
    const auto files = test::must(
        inspect_files(request_, nullptr, {.folder = folder_ / "unpacked", .look = true}));
    EXPECT_EQ(rows_of(files[0]).size(), kLookRows - 1);
}

}  // namespace
}  // namespace vafa::ingest

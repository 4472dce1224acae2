#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Archives and workbooks made of their XML parts, for tests.
namespace vafa::test {

class ZipFile {
public:
    ZipFile& add(std::string_view name, std::string_view content);  // stored
    ZipFile& add_deflated(std::string_view name, std::string_view content);
    // The directory says so, whatever is in the part.
    ZipFile& claim_unpacked(std::uint32_t bytes);  // of the part added last
    ZipFile& claim_encrypted();                    // likewise
    std::string bytes() const;

private:
    struct Entry {
        std::string name, data;
        std::uint32_t unpacked = 0, sum = 0;
        std::uint16_t method = 0, flags = 0;
    };
    std::vector<Entry> entries_;
};

struct XlsxSheet {
    std::string name;
    std::string rows;  // "<row r=\"1\">…</row>…"
    bool hidden = false;
    std::string after = {};  // behind sheetData: mergeCells and so on
};
struct XlsxParts {
    std::vector<XlsxSheet> sheets;
    std::vector<std::string> shared = {};
    bool from_1904 = false;
    std::vector<std::string> formats = {};  // style n + 1 of cells; style 0 is "General"
};
ZipFile xlsx_parts(const XlsxParts& parts);
std::string xlsx(const XlsxParts& parts);
// A sheet's rows of texts and numbers, as a program writes inline strings.
std::string xlsx_rows(const std::vector<std::vector<std::string>>& rows);
// `tables`: the content of office:spreadsheet.
std::string ods(std::string_view tables, std::string_view automatic_styles = "");

}  // namespace vafa::test

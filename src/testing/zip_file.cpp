#include "testing/zip_file.h"

#include <algorithm>
#include <zlib.h>

namespace vafa::test {
namespace {

constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

template <class T>
void put(std::string& to, T value) {
    for (std::size_t i = 0; i < sizeof(T); ++i) {
        to += static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
    }
}

std::uint32_t sum_of(std::string_view text) {
    return static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
}

std::string deflated(std::string_view text) {
    z_stream zip{};
    deflateInit2(&zip, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
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

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

std::string text(std::string_view before, std::string_view between = "",
                 std::string_view after = "") {
    return std::string(before) + std::string(between) + std::string(after);
}

std::string relation(std::string_view id, std::string_view type, std::string_view target) {
    return "<Relationship Id=\"" + text(id, "\" Type=\"", kRelations) + "/" +
           text(type, "\" Target=\"", target) + "\"/>";
}

std::string relations(std::string_view content) {
    return text(kXml,
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                "relationships\">") +
           text(content, "</Relationships>");
}

std::string styles(const std::vector<std::string>& formats) {
    std::string codes, cells = "<xf numFmtId=\"0\"/>";
    for (std::size_t i = 0; i < formats.size(); ++i) {
        const std::string id = std::to_string(164 + i);
        codes += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + escaped(formats[i]) + "\"/>";
        cells += "<xf numFmtId=\"" + id + "\" applyNumberFormat=\"1\"/>";
    }
    return text(kXml, "<styleSheet xmlns=\"", kMain) + "\"><numFmts>" + codes +
           "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + cells +
           "</cellXfs></styleSheet>";
}

}  // namespace

ZipFile& ZipFile::add(std::string_view name, std::string_view content) {
    entries_.push_back({.name = std::string(name),
                        .data = std::string(content),
                        .unpacked = static_cast<std::uint32_t>(content.size()),
                        .sum = sum_of(content)});
    return *this;
}

ZipFile& ZipFile::add_deflated(std::string_view name, std::string_view content) {
    add(name, content);
    entries_.back().data = deflated(content);
    entries_.back().method = 8;
    return *this;
}

ZipFile& ZipFile::claim_unpacked(std::uint32_t bytes) {
    entries_.back().unpacked = bytes;
    return *this;
}

ZipFile& ZipFile::claim_encrypted() {
    entries_.back().flags = 1;
    return *this;
}

std::string ZipFile::bytes() const {
    std::string out, directory;
    for (const Entry& entry : entries_) {
        const auto offset = static_cast<std::uint32_t>(out.size());
        std::string facts;
        put<std::uint16_t>(facts, 20);
        put(facts, entry.flags);
        put(facts, entry.method);
        put<std::uint32_t>(facts, 0x21);  // 1980-01-01
        put(facts, entry.sum);
        put(facts, static_cast<std::uint32_t>(entry.data.size()));
        put(facts, entry.unpacked);
        put(facts, static_cast<std::uint16_t>(entry.name.size()));
        put<std::uint16_t>(facts, 0);
        out += "PK\x03\x04" + facts + entry.name + entry.data;
        directory += "PK\x01\x02";
        put<std::uint16_t>(directory, 20);
        directory += facts;
        directory.append(10, '\0');  // comment, disk, attributes
        put(directory, offset);
        directory += entry.name;
    }
    const auto start = static_cast<std::uint32_t>(out.size());
    out += directory + "PK\x05\x06" + std::string(4, '\0');
    put(out, static_cast<std::uint16_t>(entries_.size()));
    put(out, static_cast<std::uint16_t>(entries_.size()));
    put(out, static_cast<std::uint32_t>(directory.size()));
    put(out, start);
    put<std::uint16_t>(out, 0);
    return out;
}

ZipFile xlsx_parts(const XlsxParts& parts) {
    ZipFile zip;
    std::string sheets, links;
    for (std::size_t i = 0; i < parts.sheets.size(); ++i) {
        const XlsxSheet& sheet = parts.sheets[i];
        const std::string number = std::to_string(i + 1), id = "rId" + number;
        sheets += "<sheet name=\"" + escaped(sheet.name) + "\" sheetId=\"" + number + "\"" +
                  (sheet.hidden ? " state=\"hidden\"" : "") + " r:id=\"" + id + "\"/>";
        links += relation(id, "worksheet", "worksheets/sheet" + number + ".xml");
    }
    std::string strings;
    for (const auto& shared : parts.shared) strings += "<si><t>" + escaped(shared) + "</t></si>";
    links += relation("rIdS", "styles", "styles.xml");
    links += relation("rIdT", "sharedStrings", "sharedStrings.xml");
    zip.add("[Content_Types].xml", text(kXml, "<Types/>"));
    zip.add("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
    zip.add("xl/workbook.xml", text(kXml, "<workbook xmlns=\"", kMain) +
                                   text("\" xmlns:r=\"", kRelations, "\">") +
                                   (parts.from_1904 ? "<workbookPr date1904=\"1\"/>" : "") +
                                   "<sheets>" + sheets + "</sheets></workbook>");
    zip.add("xl/_rels/workbook.xml.rels", relations(links));
    zip.add("xl/styles.xml", styles(parts.formats));
    zip.add("xl/sharedStrings.xml",
            text(kXml, "<sst xmlns=\"", kMain) + "\">" + strings + "</sst>");
    for (std::size_t i = 0; i < parts.sheets.size(); ++i) {
        zip.add_deflated("xl/worksheets/sheet" + std::to_string(i + 1) + ".xml",
                         text(kXml, "<worksheet xmlns=\"", kMain) + "\"><sheetData>" +
                             parts.sheets[i].rows + "</sheetData>" + parts.sheets[i].after +
                             "</worksheet>");
    }
    return zip;
}

std::string xlsx(const XlsxParts& parts) { return xlsx_parts(parts).bytes(); }

std::string xlsx_rows(const std::vector<std::vector<std::string>>& rows) {
    std::string xml;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        xml += "<row r=\"" + std::to_string(i + 1) + "\">";
        for (const auto& cell : rows[i]) {
            const bool number = !cell.empty() && cell.size() < 12 && cell.front() != '0' &&
                                cell.find_first_not_of("0123456789.") == std::string::npos;
            xml += number ? "<c><v>" + cell + "</v></c>"
                          : "<c t=\"inlineStr\"><is><t>" + escaped(cell) + "</t></is></c>";
        }
        xml += "</row>";
    }
    return xml;
}

std::string ods(std::string_view tables, std::string_view automatic_styles) {
    ZipFile zip;
    zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    zip.add_deflated("content.xml",
                     text(kXml,
                          "<office:document-content "
                          "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                          "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                          "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                          "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\">"
                          "<office:automatic-styles>",
                          automatic_styles) +
                         text("</office:automatic-styles><office:body><office:spreadsheet>", tables,
                              "</office:spreadsheet></office:body></office:document-content>"));
    return zip.bytes();
}

}  // namespace vafa::test

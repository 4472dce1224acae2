#include "platform/sheets/xlsx_writer.h"

namespace vafa::sheets {
namespace {

constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006/";
constexpr Day kDayZero = 25'569;  // 1970-01-01 counted from 1899-12-30
constexpr std::string_view kTitleStyle = "1", kDayStyle = "2";

// Without the control characters that XML cannot hold.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
            out += c;
    }
    return out;
}

std::string text_cell(std::string_view text, std::string_view style) {
    return "<c t=\"inlineStr\" s=\"" + std::string(style) + "\"><is><t xml:space=\"preserve\">" +
           escaped(text) + "</t></is></c>";
}

struct CellXml {
    std::string operator()(std::monostate) const { return "<c/>"; }
    std::string operator()(const std::string& text) const {
        return text.empty() ? "<c/>" : text_cell(text, "0");
    }
    std::string operator()(const Number& number) const {
        return "<c><v>" + number.text + "</v></c>";
    }
    std::string operator()(Day day) const {
        return "<c s=\"" + std::string(kDayStyle) + "\"><v>" + std::to_string(day + kDayZero) +
               "</v></c>";
    }
};

std::string sheet_path(std::size_t sheet) {
    return "worksheets/sheet" + std::to_string(sheet) + ".xml";
}

std::string workbook(const std::string& name, std::size_t sheets) {
    std::string xml = std::string(kXml) + "<workbook xmlns=\"" + std::string(kMain) +
                      "\" xmlns:r=\"" + std::string(kRelations) + "\"><sheets>";
    for (std::size_t i = 1; i <= sheets; ++i) {
        const std::string number = std::to_string(i);
        xml += "<sheet name=\"" + escaped(i == 1 ? name : name + " " + number) + "\" sheetId=\"" +
               number + "\" r:id=\"r" + number + "\"/>";
    }
    return xml + "</sheets></workbook>";
}

std::string relation(const std::string& id, std::string_view kind, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + std::string(kRelations) + "/" +
           std::string(kind) + "\" Target=\"" + target + "\"/>";
}

std::string relations(const std::string& inside) {
    return std::string(kXml) + "<Relationships xmlns=\"" + std::string(kPackage) +
           "relationships\">" + inside + "</Relationships>";
}

std::string workbook_relations(std::size_t sheets) {
    std::string inside = relation("styles", "styles", "styles.xml");
    for (std::size_t i = 1; i <= sheets; ++i) {
        inside += relation("r" + std::to_string(i), "worksheet", sheet_path(i));
    }
    return relations(inside);
}

std::string content_types(std::size_t sheets) {
    const std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    const auto part = [&](const std::string& name, const std::string& kind) {
        return "<Override PartName=\"/xl/" + name + "\" ContentType=\"" + type + kind + "+xml\"/>";
    };
    std::string xml = std::string(kXml) + "<Types xmlns=\"" + std::string(kPackage) +
                      "content-types\"><Default Extension=\"rels\" ContentType=\"application/"
                      "vnd.openxmlformats-package.relationships+xml\"/>" +
                      part("workbook.xml", "sheet.main") + part("styles.xml", "styles");
    for (std::size_t i = 1; i <= sheets; ++i) xml += part(sheet_path(i), "worksheet");
    return xml + "</Types>";
}

// 0 plain, 1 bold for titles, 2 a day in the reader's own way (format 14).
std::string styles() {
    return std::string(kXml) + "<styleSheet xmlns=\"" + std::string(kMain) +
           "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
           "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
           "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
           "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
           "<borders count=\"1\"><border/></borders>"
           "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf/>"
           "<xf fontId=\"1\" applyFont=\"1\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/>"
           "</cellXfs></styleSheet>";
}

}  // namespace

Result<XlsxWriter> XlsxWriter::create(const std::filesystem::path& path, Options options) {
    VAFA_TRY(auto zip, ZipWriter::create(path));
    XlsxWriter writer(std::move(zip), std::move(options));
    VAFA_CHECK(writer.begin_sheet());
    return writer;
}

Result<void> XlsxWriter::begin_sheet() {
    ++sheets_;
    rows_ = 1;
    VAFA_CHECK(zip_.begin("xl/" + sheet_path(sheets_)));
    std::string xml = std::string(kXml) + "<worksheet xmlns=\"" + std::string(kMain) +
                      "\"><sheetViews><sheetView workbookViewId=\"0\"" +
                      (options_.right_to_left ? " rightToLeft=\"1\"" : "") +
                      "><pane ySplit=\"1\" topLeftCell=\"A2\" state=\"frozen\"/></sheetView>"
                      "</sheetViews><sheetFormatPr defaultColWidth=\"16\" defaultRowHeight=\"15\"/>"
                      "<sheetData><row>";
    for (const std::string& title : options_.titles) xml += text_cell(title, kTitleStyle);
    return zip_.write(xml + "</row>");
}

Result<void> XlsxWriter::end_sheet() {
    VAFA_CHECK(zip_.write("</sheetData></worksheet>"));
    return zip_.end();
}

Result<void> XlsxWriter::row(const std::vector<Cell>& cells) {
    if (rows_ == kMaxSheetRows) {
        VAFA_CHECK(end_sheet());
        VAFA_CHECK(begin_sheet());
    }
    ++rows_;
    std::string xml = "<row>";
    for (const Cell& cell : cells) xml += std::visit(CellXml(), cell);
    return zip_.write(xml + "</row>");
}

Result<void> XlsxWriter::part(std::string_view name, std::string_view content) {
    VAFA_CHECK(zip_.begin(name));
    VAFA_CHECK(zip_.write(content));
    return zip_.end();
}

Result<void> XlsxWriter::close() {
    VAFA_CHECK(end_sheet());
    VAFA_CHECK(part("xl/workbook.xml", workbook(options_.sheet_name, sheets_)));
    VAFA_CHECK(part("xl/_rels/workbook.xml.rels", workbook_relations(sheets_)));
    VAFA_CHECK(part("xl/styles.xml", styles()));
    VAFA_CHECK(part("_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml"))));
    VAFA_CHECK(part("[Content_Types].xml", content_types(sheets_)));
    return zip_.close();
}

}  // namespace vafa::sheets

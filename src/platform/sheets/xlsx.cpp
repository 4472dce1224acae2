#include "platform/sheets/xlsx.h"

#include <charconv>
#include <utility>

#include "base/text.h"
#include "platform/sheets/part_text.h"
#include "platform/sheets/row_file.h"
#include "platform/sheets/sheet_row_builder.h"
#include "platform/sheets/xlsx_parts.h"
#include "platform/sheets/xml.h"

namespace vafa::sheets {
namespace {

constexpr std::uint64_t kLookBytes = 4 << 20;  // of a sheet's XML, where only its start is wanted

struct Context {
    std::vector<NumberFormat> formats;
    SharedStrings strings;
    DateSystem dates = DateSystem::from_1900;
};

std::size_t whole_number(std::string_view text, std::size_t otherwise) {
    std::size_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc{} && end == text.data() + text.size() ? value : otherwise;
}

// "BC12" → 54; kMaxSheetColumns for what names no column.
std::size_t column_of(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
        if (column > kMaxSheetColumns) return kMaxSheetColumns;
    }
    return column == 0 ? kMaxSheetColumns : column - 1;
}

// ECMA-376 part 1, 18.3.1: sheetData, row, c, v, is.
class SheetPart : public orcus::sax_handler {
public:
    SheetPart(const Context& context, RowWriter& rows, std::uint64_t rows_at_most)
        : context_(context), rows_(rows), rows_at_most_(rows_at_most) {}

    void attribute(const orcus::sax::parser_attribute& attribute) {
        if (attribute.name.size() != 1 || !attribute.ns.empty()) return;
        if (attribute.name[0] == 'r') reference_ = attribute.value;
        if (attribute.name[0] == 's') style_ = attribute.value;
        if (attribute.name[0] == 't') type_ = attribute.value;
    }
    void end_declaration(std::string_view) { forget(); }

    void start_element(const orcus::sax::parser_element& element) {
        const std::string_view name = element.name;
        collects_ = name == "v" || (name == "t" && !phonetic_);
        if (name == "c") {
            begin_cell();
        } else if (name == "row") {
            row_number_ = whole_number(reference_, row_number_ + 1);
            next_column_ = 0;
            row_.clear();
            if (std::exchange(in_row_, true)) throw XmlStop{damaged("error.workbook_damaged")};
        } else if (name == "rPh") {
            phonetic_ = true;
        }
        forget();
    }

    void end_element(const orcus::sax::parser_element& element) {
        collects_ = false;
        if (element.name == "c") end_cell();
        if (element.name == "row") end_row();
        if (element.name == "rPh") phonetic_ = false;
        if (element.name == "sheetData") end_sheet();
    }

    void characters(std::string_view text, bool) {
        if (!collects_) return;
        if (value_.size() + text.size() > kMaxCellText) {
            throw XmlStop{damaged("error.workbook_damaged")};
        }
        append_unescaped(value_, text);
    }

private:
    void forget() {
        reference_.clear();
        style_.clear();
        type_.clear();
    }

    void begin_cell() {
        column_ = reference_.empty() ? next_column_ : column_of(reference_);
        next_column_ = column_ + 1;
        cell_type_ = type_;
        cell_style_ = whole_number(style_, 0);
        value_.clear();
    }

    void end_cell() {
        if (value_.empty()) return;
        const std::string_view type = cell_type_;
        if (type == "s") {
            const std::size_t index = whole_number(value_, context_.strings.size());
            if (index < context_.strings.size()) set(context_.strings.at(index));
        } else if (type == "str" || type == "inlineStr") {
            set(value_);
        } else if (type == "b") {
            set(value_ == "1" || value_ == "true" ? "true" : "false");
        } else if (type == "d") {
            const std::size_t t = value_.find('T');
            if (t != std::string::npos) value_[t] = ' ';
            set(value_);
        } else if (type != "e") {
            const auto format = cell_style_ < context_.formats.size()
                                    ? context_.formats[cell_style_]
                                    : NumberFormat{};
            set(formatted_number(value_, format, context_.dates));
        }
    }

    void set(std::string_view text) { stopped(row_.set(column_, text)); }

    // Nothing behind it matters. Whether names of elements match is not the parser's business.
    [[noreturn]] void end_sheet() const {
        if (in_row_) throw XmlStop{damaged("error.workbook_damaged")};
        throw XmlStop{{}, true};
    }

    void end_row() {
        in_row_ = false;
        if (row_number_ <= last_row_ || row_number_ > kMaxSheetRows) {
            throw XmlStop{damaged("error.workbook_damaged")};
        }
        last_row_ = row_number_;
        if (!row_.empty()) stopped(rows_.add(row_number_, row_.cells()));
        if (rows_.rows() >= rows_at_most_) throw XmlStop{{}, true};
    }

    const Context& context_;
    RowWriter& rows_;
    const std::uint64_t rows_at_most_;
    std::string reference_, style_, type_;  // attributes of the element to come
    std::size_t row_number_ = 0, last_row_ = 0;
    std::size_t column_ = 0, next_column_ = 0, cell_style_ = 0;
    std::string cell_type_, value_;
    bool collects_ = false, phonetic_ = false, in_row_ = false;
    SheetRowBuilder row_;
};

Result<void> convert_sheet(const Zip& zip, const WorkbookSheet& from, const Context& context,
                           const ConvertRequest& request, Sheet& to) {
    const Part* part = zip.find(from.part);
    if (part == nullptr) return damaged("error.workbook_damaged");
    const bool look = request.rows_at_most != std::numeric_limits<std::uint64_t>::max();
    VAFA_TRY(const auto xml,
             PartText::unpack(zip, *part, request.folder, look ? kLookBytes : part->unpacked));
    VAFA_TRY(auto rows, RowWriter::create(request.folder / to.file));
    SheetPart sheet(context, rows, request.rows_at_most);
    VAFA_CHECK(parse_xml(xml.text(), sheet, xml.cut()));
    to.rows = rows.rows();
    return rows.close();
}

Result<Context> read_context(const Zip& zip, const Workbook& workbook,
                             const std::filesystem::path& folder) {
    Context context;
    context.dates = workbook.dates;
    if (const Part* part = zip.find(workbook.styles_part)) {
        VAFA_TRY(context.formats, read_styles(zip, *part));
    }
    if (const Part* part = zip.find(workbook.strings_part)) {
        VAFA_TRY(const auto xml, PartText::unpack(zip, *part, folder));
        VAFA_CHECK(context.strings.parse(xml.text()));
    }
    return context;
}

}  // namespace

bool is_xlsx(const Zip& zip) {
    return zip.find("[Content_Types].xml") != nullptr && zip.find("_rels/.rels") != nullptr;
}

Result<std::vector<Sheet>> convert_xlsx(const Zip& zip, const ConvertRequest& request) {
    VAFA_TRY(const Workbook workbook, read_workbook(zip));
    if (workbook.sheets.size() > kMaxSheets) {
        return Error{ErrorCode::too_large, "error.workbook_too_large"};
    }
    VAFA_TRY(const Context context, read_context(zip, workbook, request.folder));
    std::vector<Sheet> sheets;
    for (const auto& from : workbook.sheets) {
        Sheet& sheet = sheets.emplace_back();
        sheet.name = valid_utf8(from.name);
        sheet.hidden = from.hidden;
        const bool wanted = request.sheet.empty() ? !from.hidden : sheet.name == request.sheet;
        if (!wanted) continue;
        sheet.file = std::to_string(sheets.size()) + ".rows";
        VAFA_CHECK(convert_sheet(zip, from, context, request, sheet));
    }
    return sheets;
}

}  // namespace vafa::sheets

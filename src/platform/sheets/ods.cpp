#include "platform/sheets/ods.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <set>

#include "base/text.h"
#include "platform/sheets/number_format.h"
#include "platform/sheets/part_text.h"
#include "platform/sheets/row_file.h"
#include "platform/sheets/sheet_row_builder.h"
#include "platform/sheets/xml.h"

namespace vafa::sheets {
namespace {

constexpr std::uint64_t kMaxManifestBytes = 1 << 20;

std::uint64_t count_of(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc{} && end == text.data() + text.size() && value > 0 ? value : 1;
}

// "PT14H05M30S" → "14:05:30"; what has another form stays.
std::string time_of(std::string_view text) {
    unsigned parts[3] = {};
    if (!text.starts_with("PT")) return std::string(text);
    std::string_view rest = text.substr(2);
    constexpr std::string_view kUnits = "HMS";
    for (std::size_t i = 0; i < kUnits.size() && !rest.empty(); ++i) {
        unsigned value = 0;
        const auto [end, failed] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
        const std::size_t unit = rest.find(kUnits[i]);
        if (failed != std::errc{} || unit == std::string_view::npos) continue;
        parts[i] = value;
        rest.remove_prefix(unit + 1);
    }
    return fmt::format("{:02}:{:02}:{:02}", parts[0], parts[1], parts[2]);
}

// What a cell says of itself beside its text.
struct CellFacts {
    std::string type, value, date, time, boolean, text;
    std::uint64_t columns = 1;
};

// OpenDocument 1.2 part 1, chapter 9: table, table-row, table-cell, and 19.385 (value types).
class ContentPart : public orcus::sax_handler {
public:
    ContentPart(const ConvertRequest& request, std::vector<Sheet>& sheets)
        : request_(request), sheets_(sheets) {}

    void attribute(const orcus::sax::parser_attribute& attribute) {
        const auto name = attribute.name;
        if (name == "value-type") facts_.type = attribute.value;
        if (name == "value") facts_.value = attribute.value;
        if (name == "date-value") facts_.date = attribute.value;
        if (name == "time-value") facts_.time = attribute.value;
        if (name == "boolean-value") facts_.boolean = attribute.value;
        if (name == "string-value") facts_.text = attribute.value;
        if (name == "number-columns-repeated") facts_.columns = count_of(attribute.value);
        if (name == "number-rows-repeated" || name == "c") repeated_ = count_of(attribute.value);
        if (name == "name") name_ = attribute.value;
        if (name == "style-name") style_ = attribute.value;
        if (name == "display") display_ = attribute.value;
    }
    void end_declaration(std::string_view) { forget(); }

    void start_element(const orcus::sax::parser_element& element) {
        const auto name = element.name;
        if (aside_ > 0 || is_aside(name)) {
            ++aside_;
        } else if (element.ns == "style" && name == "style") {
            style_name_ = name_;
        } else if (name == "table-properties" && display_ == "false") {
            hidden_styles_.insert(style_name_);
        } else if (element.ns == "table" && name == "table") {
            begin_table();
        } else if (name == "table-row") {
            begin_row();
        } else if (name == "table-cell" || name == "covered-table-cell") {
            cell_ = facts_;
            cell_text_.clear();
            paragraphs_ = 0;
            in_cell_ = name == "table-cell";
        } else if (in_cell_) {
            begin_text(name);
        }
        forget();
    }

    void end_element(const orcus::sax::parser_element& element) {
        const auto name = element.name;
        if (aside_ > 0) {
            --aside_;
        } else if (name == "table-cell" || name == "covered-table-cell") {
            end_cell();
        } else if (name == "table-row") {
            end_row();
        } else if (element.ns == "table" && name == "table") {
            end_table();
        } else if (name == "p") {
            in_paragraph_ = false;
        }
    }

    void characters(std::string_view text, bool) {
        if (aside_ > 0 || !in_cell_ || !in_paragraph_) return;
        append(text);
    }

private:
    // Text that stands in a cell and is not the cell's.
    static bool is_aside(std::string_view name) {
        return name == "annotation" || name == "shapes" || name == "frame" ||
               name == "custom-shape";
    }

    void forget() {
        facts_ = {};
        repeated_ = 1;
        name_.clear();
        style_.clear();
        display_.clear();
    }

    void begin_table() {
        if (sheets_.size() == kMaxSheets) {
            throw XmlStop{Error{ErrorCode::too_large, "error.workbook_too_large"}};
        }
        Sheet& sheet = sheets_.emplace_back();
        sheet.name = valid_utf8(name_);
        sheet.hidden = hidden_styles_.contains(style_);
        next_row_ = 1;
        const bool wanted = request_.sheet.empty() ? !sheet.hidden : sheet.name == request_.sheet;
        if (!wanted) return;
        sheet.file = std::to_string(sheets_.size()) + ".rows";
        auto rows = RowWriter::create(request_.folder / sheet.file);
        if (rows.has_error()) throw XmlStop{std::move(rows).error()};
        rows_.emplace(std::move(rows).value());
    }

    void end_table() {
        if (!rows_) return;
        sheets_.back().rows = rows_->rows();
        stopped(rows_->close());
        rows_.reset();
    }

    void begin_row() {
        row_repeated_ = repeated_;
        next_column_ = 0;
        row_.clear();
    }

    void end_row() {
        if (!rows_) return;
        if (!row_.empty()) {
            for (std::uint64_t i = 0; i < row_repeated_; ++i) {
                if (rows_->rows() >= request_.rows_at_most) break;
                if (next_row_ + i > kMaxSheetRows) {
                    throw XmlStop{damaged("error.workbook_damaged")};
                }
                stopped(rows_->add(next_row_ + i, row_.cells()));
            }
        }
        next_row_ += std::min(row_repeated_, kMaxSheetRows);
    }

    void begin_text(std::string_view name) {
        if (name == "p") {
            if (paragraphs_++ > 0) append("\n");
            in_paragraph_ = true;
        } else if (name == "s") {
            append(std::string(std::min<std::uint64_t>(repeated_, kMaxCellText), ' '));
        } else if (name == "tab") {
            append("\t");
        } else if (name == "line-break") {
            append("\n");
        }
    }

    void append(std::string_view text) {
        if (cell_text_.size() + text.size() > kMaxCellText) {
            throw XmlStop{damaged("error.workbook_damaged")};
        }
        cell_text_ += text;
    }

    std::string text_of_cell() const {
        if (cell_.type == "float" || cell_.type == "currency") return number_text(cell_.value);
        if (cell_.type == "percentage") {
            return formatted_number(cell_.value, {.kind = NumberFormat::Kind::percent},
                                    DateSystem::from_1900);
        }
        if (cell_.type == "date") {
            std::string text = cell_.date;
            std::replace(text.begin(), text.end(), 'T', ' ');
            return text;
        }
        if (cell_.type == "time") return time_of(cell_.time);
        if (cell_.type == "boolean") return cell_.boolean;
        return paragraphs_ == 0 ? cell_.text : cell_text_;
    }

    void end_cell() {
        const bool holds = in_cell_ && rows_.has_value() && !cell_.type.empty();
        const std::string text = holds ? text_of_cell() : std::string();
        const bool error = cell_text_.starts_with('#') && cell_.type == "string" &&
                           (cell_text_ == "#N/A" || cell_text_.starts_with("#REF!"));
        if (!text.empty() && !error) {
            for (std::uint64_t i = 0; i < cell_.columns; ++i) {
                stopped(row_.set(next_column_ + i, text));
            }
        }
        next_column_ += std::min<std::uint64_t>(cell_.columns, kMaxSheetColumns);
        in_cell_ = in_paragraph_ = false;
    }

    const ConvertRequest& request_;
    std::vector<Sheet>& sheets_;
    std::set<std::string, std::less<>> hidden_styles_;
    CellFacts facts_;  // attributes of the element to come
    std::uint64_t repeated_ = 1;
    std::string name_, style_, display_, style_name_;

    CellFacts cell_;
    std::string cell_text_;
    std::size_t paragraphs_ = 0;
    std::size_t aside_ = 0;  // depth within what is_aside
    bool in_cell_ = false, in_paragraph_ = false;
    std::size_t next_column_ = 0;
    std::uint64_t next_row_ = 1, row_repeated_ = 1;
    SheetRowBuilder row_;
    std::optional<RowWriter> rows_;
};

}  // namespace

bool is_ods(const Zip& zip) {
    const Part* type = zip.find("mimetype");
    if (type == nullptr) return false;
    const auto text = zip.read(*type, 200);
    return text && text->starts_with("application/vnd.oasis.opendocument.spreadsheet");
}

Result<std::vector<Sheet>> convert_ods(const Zip& zip, const ConvertRequest& request) {
    if (const Part* manifest = zip.find("META-INF/manifest.xml")) {
        VAFA_TRY(const std::string text, zip.read(*manifest, kMaxManifestBytes));
        if (text.find("encryption-data") != std::string::npos) {
            return invalid("error.workbook_encrypted");
        }
    }
    const Part* content = zip.find("content.xml");
    if (content == nullptr) return damaged("error.workbook_damaged");
    VAFA_TRY(const auto xml, PartText::unpack(zip, *content, request.folder));
    std::vector<Sheet> sheets;
    ContentPart part(request, sheets);
    VAFA_CHECK(parse_xml(xml.text(), part));
    return sheets;
}

}  // namespace vafa::sheets

#include "platform/sheets/xlsx_parts.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "base/utf8.h"
#include "platform/sheets/xml.h"

namespace vafa::sheets {
namespace {

// Elements with all their attributes, for parts that are small.
class SmallPart : public orcus::sax_handler {
public:
    void attribute(const orcus::sax::parser_attribute& attribute) {
        const bool relation = !attribute.ns.empty() && attribute.name == "id";
        attributes_.emplace_back(relation ? "r:id" : std::string(attribute.name), attribute.value);
    }
    void end_declaration(std::string_view) { attributes_.clear(); }

protected:
    std::string_view value(std::string_view name) const {
        for (const auto& [known, text] : attributes_) {
            if (known == name) return text;
        }
        return {};
    }
    std::optional<std::size_t> number(std::string_view name) const {
        std::size_t parsed = 0;
        const auto text = value(name);
        const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), parsed);
        if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
        return parsed;
    }
    void done() { attributes_.clear(); }

private:
    std::vector<std::pair<std::string, std::string>> attributes_;
};

struct Relation {
    std::string id, type, target;
};

class RelationsPart : public SmallPart {
public:
    void start_element(const orcus::sax::parser_element& element) {
        if (element.name == "Relationship") {
            relations.push_back({std::string(value("Id")), std::string(value("Type")),
                                 std::string(value("Target"))});
        }
        done();
    }
    std::vector<Relation> relations;
};

class WorkbookPart : public SmallPart {
public:
    void start_element(const orcus::sax::parser_element& element) {
        if (element.name == "workbookPr") {
            const auto flag = value("date1904");
            if (flag == "1" || flag == "true") workbook.dates = DateSystem::from_1904;
        } else if (element.name == "sheet") {
            const auto state = value("state");
            workbook.sheets.push_back({.name = std::string(value("name")),
                                       .hidden = state == "hidden" || state == "veryHidden",
                                       .part = std::string(value("r:id"))});
        }
        done();
    }
    Workbook workbook;
};

class StylesPart : public SmallPart {
public:
    void start_element(const orcus::sax::parser_element& element) {
        if (element.name == "numFmt" && number("numFmtId")) {
            codes_[*number("numFmtId")] = parse_number_format(value("formatCode"));
        } else if (element.name == "cellXfs") {
            in_cells_ = true;
        } else if (element.name == "xf" && in_cells_) {
            const std::size_t id = number("numFmtId").value_or(0);
            const auto own = codes_.find(id);
            formats.push_back(own == codes_.end() ? builtin_number_format(id) : own->second);
        }
        done();
    }
    void end_element(const orcus::sax::parser_element& element) {
        if (element.name == "cellXfs") in_cells_ = false;
    }
    std::vector<NumberFormat> formats;

private:
    std::map<std::size_t, NumberFormat> codes_;
    bool in_cells_ = false;
};

class StringsPart : public orcus::sax_handler {
public:
    explicit StringsPart(SharedStrings& strings) : strings_(strings) {}
    void start_element(const orcus::sax::parser_element& element) {
        if (element.name == "si") text_.clear();
        if (element.name == "rPh") phonetic_ = true;
        in_text_ = element.name == "t";
    }
    void end_element(const orcus::sax::parser_element& element) {
        in_text_ = false;
        if (element.name == "rPh") phonetic_ = false;
        if (element.name == "si") strings_.add(text_);
    }
    void characters(std::string_view text, bool) {
        if (in_text_ && !phonetic_) append_unescaped(text_, text);
    }

private:
    SharedStrings& strings_;
    std::string text_;
    bool in_text_ = false, phonetic_ = false;
};

template <class Handler>
Result<void> parse_part(const Zip& zip, const Part& part, Handler& handler) {
    VAFA_TRY(std::string xml, zip.read(part, kMaxSmallPartBytes));
    const std::size_t size = xml.size();
    xml.append(kXmlPadding, '\0');
    return parse_xml(std::string_view(xml).substr(0, size), handler);
}

// A target stands beside the part that names it, unless it begins at the root.
std::string resolved(std::string_view folder, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        if (!folder.empty()) folder.remove_suffix(1);
        const std::size_t slash = folder.rfind('/');
        folder = slash == std::string_view::npos ? std::string_view() : folder.substr(0, slash + 1);
    }
    if (target.starts_with("./")) target.remove_prefix(2);
    return std::string(folder) + std::string(target);
}

std::string workbook_part(const Zip& zip) {
    if (const Part* part = zip.find("_rels/.rels")) {
        RelationsPart relations;
        if (parse_part(zip, *part, relations)) {
            for (const auto& relation : relations.relations) {
                if (relation.type.ends_with("/officeDocument"))
                    return resolved("", relation.target);
            }
        }
    }
    return "xl/workbook.xml";
}

}  // namespace

Result<Workbook> read_workbook(const Zip& zip) {
    const std::string name = workbook_part(zip);
    const Part* part = zip.find(name);
    if (part == nullptr) return damaged("error.workbook_damaged");
    WorkbookPart book;
    VAFA_CHECK(parse_part(zip, *part, book));
    const std::size_t slash = name.rfind('/') + 1;  // 0 without one
    const std::string folder = name.substr(0, slash);
    const Part* relations_part = zip.find(folder + "_rels/" + name.substr(slash) + ".rels");
    if (relations_part == nullptr) return damaged("error.workbook_damaged");
    RelationsPart relations;
    VAFA_CHECK(parse_part(zip, *relations_part, relations));
    const auto target = [&](auto wanted) -> std::string {
        for (const auto& relation : relations.relations) {
            if (wanted(relation)) return resolved(folder, relation.target);
        }
        return {};
    };
    const auto of_type = [&](std::string_view type) {
        return target([&](const Relation& relation) { return relation.type.ends_with(type); });
    };
    for (auto& sheet : book.workbook.sheets) {
        sheet.part = target([&](const Relation& relation) {
            return relation.id == sheet.part && relation.type.ends_with("/worksheet");
        });
    }
    // What is left are charts and macros of old.
    std::erase_if(book.workbook.sheets, [](const auto& sheet) { return sheet.part.empty(); });
    book.workbook.styles_part = of_type("/styles");
    book.workbook.strings_part = of_type("/sharedStrings");
    return std::move(book.workbook);
}

Result<std::vector<NumberFormat>> read_styles(const Zip& zip, const Part& part) {
    StylesPart styles;
    VAFA_CHECK(parse_part(zip, part, styles));
    return std::move(styles.formats);
}

void SharedStrings::add(std::string_view text) {
    text_ += text;
    ends_.push_back(text_.size());
}

Result<void> SharedStrings::parse(std::string_view xml) {
    StringsPart part(*this);
    return parse_xml(xml, part);
}

void append_unescaped(std::string& to, std::string_view text) {
    constexpr std::size_t kEscapeBytes = 7;  // _x000D_
    while (true) {
        const std::size_t at = text.find("_x");
        to += text.substr(0, at);
        if (at == std::string_view::npos) return;
        text.remove_prefix(at);
        unsigned value = 0;
        const char* const from = text.data() + 2;
        const bool long_enough = text.size() >= kEscapeBytes && text[kEscapeBytes - 1] == '_';
        const bool escaped =
            long_enough && std::from_chars(from, from + 4, value, 16).ptr == from + 4;
        if (!escaped) {
            to += text.substr(0, 2);
            text.remove_prefix(2);
            continue;
        }
        if (value != 0) append_utf8(to, value);
        text.remove_prefix(kEscapeBytes);
    }
}

}  // namespace vafa::sheets

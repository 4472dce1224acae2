#include "ingest/html_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "platform/encoding/encoding.h"
#include "platform/sheets/row_file.h"

namespace vafa::ingest {
namespace {

constexpr std::size_t kEncodingLookBytes = 64 << 10;
constexpr std::size_t kMaxEntityBytes = 12;
constexpr std::size_t kMaxSpan = 1000;  // columns of one cell

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kEntities = {
    {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", " "}}};

bool is_name(std::string_view tag, std::string_view name) {
    return tag.size() == name.size() && equals_ignoring_ascii_case(tag, name);
}

void append_entity(std::string& to, std::string_view name) {
    for (const auto& [known, text] : kEntities) {
        if (known == name) {
            to += text;
            return;
        }
    }
    char32_t value = 0;
    if (name.starts_with('#')) {
        const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        const char* from = name.data() + (hex ? 2 : 1);
        std::uint32_t number = 0;
        if (std::from_chars(from, name.data() + name.size(), number, hex ? 16 : 10).ec ==
                std::errc{} &&
            number < 0x110000) {
            value = number;
        }
    }
    if (value != 0) append_utf8(to, value);
}

// Text of a cell: entities resolved, blanks folded as a browser does.
void append_text(std::string& to, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const std::size_t end =
            c == '&' ? text.substr(0, i + kMaxEntityBytes).find(';', i) : std::string_view::npos;
        if (end != std::string_view::npos) {
            append_entity(to, text.substr(i + 1, end - i - 1));
            i = end;
        } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            if (!to.empty() && to.back() != ' ') to += ' ';
        } else {
            to += c;
        }
    }
}

std::size_t span_of(std::string_view attributes) {
    std::string lower;
    for (const char c : attributes) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const std::size_t at = lower.find("colspan");
    if (at == std::string::npos) return 1;
    const std::size_t digit = lower.find_first_of("0123456789", at);
    std::size_t span = 1;
    if (digit != std::string::npos) {
        std::from_chars(lower.data() + digit, lower.data() + lower.size(), span);
    }
    return std::clamp<std::size_t>(span, 1, kMaxSpan);
}

class PageReader {
public:
    explicit PageReader(sheets::RowWriter& rows) : rows_(rows) {}

    Result<void> read(std::string_view page) {
        while (!page.empty()) {
            const std::size_t open = page.find('<');
            if (in_cell_) append_text(cell_, page.substr(0, open));
            if (open == std::string_view::npos) break;
            page.remove_prefix(open);
            const bool comment = page.starts_with("<!--");
            const std::size_t close = comment ? page.find("-->") : page.find('>');
            if (close == std::string_view::npos) break;
            if (!comment) VAFA_CHECK(take_tag(page.substr(1, close - 1)));
            page.remove_prefix(close + (comment ? 3 : 1));
            if (skip_to_.empty()) continue;
            const std::size_t end = page.find(skip_to_);
            page.remove_prefix(end == std::string_view::npos ? page.size() : end);
            skip_to_ = {};
        }
        return end_row();
    }

private:
    Result<void> take_tag(std::string_view tag) {
        const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/", 1));
        if (is_name(name, "tr") || is_name(name, "/tr")) return end_row();
        if (is_name(name, "td") || is_name(name, "th")) {
            end_cell();
            in_cell_ = true;
            span_ = span_of(tag);
        } else if (is_name(name, "/td") || is_name(name, "/th")) {
            end_cell();
        } else if (is_name(name, "br")) {
            if (in_cell_) cell_ += '\n';
        } else if (is_name(name, "script")) {
            skip_to_ = "</script";
        } else if (is_name(name, "style")) {
            skip_to_ = "</style";
        }
        return {};
    }

    void end_cell() {
        if (!in_cell_) return;
        cells_.push_back(std::string(trim(cell_)));
        for (std::size_t i = 1; i < span_ && cells_.size() < sheets::kMaxSheetColumns; ++i) {
            cells_.emplace_back();
        }
        cell_.clear();
        in_cell_ = false;
    }

    Result<void> end_row() {
        end_cell();
        if (cells_.empty()) return {};
        ++number_;
        std::vector<std::string_view> views;
        std::size_t bytes = 0;
        for (const auto& cell : cells_) {
            views.push_back(cell);
            bytes += cell.size();
        }
        const bool fits = bytes <= sheets::kMaxRowText && views.size() <= sheets::kMaxSheetColumns;
        if (!fits) return invalid("error.file_is_html");
        VAFA_CHECK(rows_.add(number_, views));
        cells_.clear();
        return {};
    }

    sheets::RowWriter& rows_;
    std::uint64_t number_ = 0;
    bool in_cell_ = false;
    std::size_t span_ = 1;
    std::string cell_;
    std::vector<std::string> cells_;
    std::string_view skip_to_;
};

Result<std::string> decoded(std::string_view page) {
    const auto encoding =
        encoding::recognise(page.substr(0, kEncodingLookBytes), page.size() <= kEncodingLookBytes);
    std::string text, piece(1 << 16, '\0');
    const auto read = encoding::as_utf8(
        [page](std::span<char> into) mutable -> Result<std::size_t> {
            const std::size_t n = std::min(into.size(), page.size());
            std::copy_n(page.begin(), n, into.begin());
            page.remove_prefix(n);
            return n;
        },
        encoding);
    while (true) {
        VAFA_TRY(const std::size_t n, read(piece));
        if (n == 0) return text;
        text.append(piece, 0, n);
    }
}

}  // namespace

Result<void> write_page_table(std::string_view page, const std::filesystem::path& path) {
    VAFA_TRY(const std::string text, decoded(page));
    VAFA_TRY(auto rows, sheets::RowWriter::create(path));
    PageReader reader(rows);
    VAFA_CHECK(reader.read(text));
    VAFA_CHECK(rows.close());
    return rows.rows() > 0 ? Result<void>() : invalid("error.file_is_html");
}

}  // namespace vafa::ingest

#include "ingest/table_layout.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "ingest/cells.h"
#include "ingest/date_scan.h"
#include "ingest/header_names.h"
#include "ingest/number_scan.h"

namespace vafa::ingest {
namespace {

constexpr std::size_t kMaxTotalBytes = 80;
// As search_key writes them.
constexpr std::array<std::string_view, 14> kTotalWords = {
    "total",    "totals", "grand total", "subtotal", "sub total", "sum total", "итого",
    "итого по", "всего",  "общий итог",  "جمع",      "جمع کل",    "مجموع",     "مجموع کل"};
// First bytes of these words, in either case, and of bidi marks and blanks before them.
constexpr std::string_view kFirstBytes = "tTgGsS\xD0\xD8\xD9\xE2\xC2 \xEF";

bool is_value(std::string_view cell) {
    std::string scratch;
    return scan_date(cell).shape != DateShape::none ||
           scan_number(cell, {}, scratch).shape != NumberShape::none;
}

struct HeaderSigns {
    std::size_t known = 0, filled = 0;
    bool values = false;
};

HeaderSigns signs_of(const SampleRow& row, std::span<const std::string_view> names) {
    HeaderSigns signs;
    for (const auto& cell : row.cells) {
        const std::string_view text = trimmed(cell);
        if (text.empty()) continue;
        ++signs.filled;
        const std::string key = column_key(text);
        const bool named = std::any_of(names.begin(), names.end(), [&](std::string_view name) {
            return header_key(name) == key;
        });
        if (named || is_known_header(key)) ++signs.known;
        if (is_value(text)) signs.values = true;
    }
    return signs;
}

bool has_values(const SampleRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const auto& cell) { return is_value(trimmed(cell)); });
}

}  // namespace

std::optional<std::size_t> find_header(std::span<const SampleRow> rows,
                                       std::span<const std::string_view> names) {
    rows = rows.first(std::min(rows.size(), kMaxTitleRows + 1));
    std::vector<HeaderSigns> signs;
    for (const auto& row : rows) signs.push_back(signs_of(row, names));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        // Two names and a number are a header whose columns are years or codes, at the top only.
        if (signs[i].known > 1 && (!signs[i].values || i == 0)) return i;
    }
    // Titles stand in one cell; the table begins where more are filled, if there are any such rows.
    std::size_t first = 0;
    while (first < rows.size() && signs[first].filled < 2) ++first;
    if (first == rows.size()) first = 0;
    if (first == rows.size() || signs[first].values) return std::nullopt;
    if (signs[first].known > 0) return first;
    const bool above_values = first + 1 < rows.size() && has_values(rows[first + 1]);
    return above_values ? std::optional(first) : std::nullopt;
}

bool is_total_word(std::string_view cell) {
    if (cell.empty() || cell.size() > kMaxTotalBytes ||
        kFirstBytes.find(cell.front()) == std::string_view::npos) {
        return false;
    }
    std::string key;
    for (const auto& token : search_tokens(cell)) key += (key.empty() ? "" : " ") + token;
    return std::any_of(kTotalWords.begin(), kTotalWords.end(), [&](std::string_view word) {
        return key.starts_with(word) && (key.size() == word.size() || key[word.size()] == ' ');
    });
}

RowSieve::RowSieve(std::vector<std::string> header, const ColumnMap& map)
    : header_(std::move(header)) {
    while (first_named_ < header_.size() && header_[first_named_].empty()) ++first_named_;
    date_ = static_cast<std::size_t>(std::max(map.of(Field::ordered_at), 0));
    for (const auto field : {Field::customer, Field::order, Field::email, Field::phone}) {
        if (map.has(field)) identifying_.push_back(static_cast<std::size_t>(map.of(field)));
    }
}

RowPlace RowSieve::place_of(std::span<const std::string_view> cells) const {
    if (is_header(cells)) return RowPlace::repeated_header;
    return is_total(cells) ? RowPlace::total : RowPlace::row;
}

bool RowSieve::is_header(std::span<const std::string_view> cells) const {
    if (first_named_ >= header_.size() || first_named_ >= cells.size()) return false;
    if (trimmed(cells[first_named_]) != header_[first_named_]) return false;
    for (std::size_t i = 0; i < header_.size(); ++i) {
        const std::string_view cell = i < cells.size() ? trimmed(cells[i]) : std::string_view();
        if (cell != header_[i]) return false;
    }
    return true;
}

bool RowSieve::is_total(std::span<const std::string_view> cells) const {
    const auto names_nothing = [&](std::size_t column) {
        if (column >= cells.size()) return true;
        const std::string_view cell = trimmed(cells[column]);
        return cell.empty() || is_total_word(cell);
    };
    if (!names_nothing(date_)) return false;
    if (!std::all_of(identifying_.begin(), identifying_.end(), names_nothing)) return false;
    return std::any_of(cells.begin(), cells.end(),
                       [](std::string_view cell) { return is_total_word(trimmed(cell)); });
}

}  // namespace vafa::ingest

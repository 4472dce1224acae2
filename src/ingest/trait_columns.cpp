#include "ingest/trait_columns.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "ingest/cells.h"
#include "ingest/header_names.h"

namespace vafa::ingest {

namespace {

constexpr std::string_view kOfCustomer = "customer:", kOfOrder = "order:";
// So many filled cells must agree before a column is taken for a repetition.
constexpr std::size_t kCellsToRepeat = 3;

constexpr std::array<std::string_view, 16> kCustomerWords = {
    "customer", "billing",   "client",   "buyer",     "user",  "member", "مشتری",      "خریدار",
    "клиент",   "покупател", "заказчик", "получател", "payer", "کاربر",  "плательщик", "recipient"};
constexpr std::array<std::string_view, 4> kLineWords = {"lineitem", "item", "orderitem", "товар"};

template <std::size_t N>
bool begins_with_one(const std::string& key, const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return key.starts_with(header_key(word)); });
}

// Persian puts the customer last: «شهر مشتری».
bool is_of_customer(const std::string& key) {
    return begins_with_one(key, kCustomerWords) || key.ends_with(header_key("مشتری")) ||
           key.ends_with(header_key("клиента")) || key.ends_with(header_key("покупателя"));
}

bool has_field(const ColumnMap& map, int column) {
    return column == map.id_column
               ? map.of(Field::customer) == column
               : std::find(map.column.begin(), map.column.end(), column) != map.column.end();
}

std::optional<TraitOwner> owner_told(const TraitOptions& options, const std::string& header,
                                     std::size_t number) {
    for (const auto& option : options.owners) {
        const bool of_customer = option.starts_with(kOfCustomer);
        const auto prefix = of_customer ? kOfCustomer : kOfOrder;
        if (!names_column(std::string_view(option).substr(prefix.size()), header, number)) continue;
        return of_customer ? TraitOwner::customer : TraitOwner::order;
    }
    return std::nullopt;
}

bool says_the_same(std::span<const std::vector<std::string>> rows, std::size_t a, std::size_t b) {
    std::size_t filled = 0;
    for (const auto& row : rows) {
        const std::string none;
        const auto& left = a < row.size() ? row[a] : none;
        const auto& right = b < row.size() ? row[b] : none;
        if (left != right) return false;
        filled += left.empty() ? 0 : 1;
    }
    return filled >= kCellsToRepeat;
}

bool repeats(std::span<const std::string> header, std::span<const std::vector<std::string>> rows,
             const ColumnMap& map, std::size_t column) {
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (i == column || !has_field(map, static_cast<int>(i))) continue;
        if (header_key(header[i]) == header_key(header[column])) return true;
        if (says_the_same(rows, i, column)) return true;
    }
    return false;
}

}  // namespace

std::vector<TraitColumn> trait_columns(std::span<const std::string> header,
                                       std::span<const std::vector<std::string>> rows,
                                       const ColumnMap& map, const TraitOptions& options) {
    std::vector<TraitColumn> columns;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string name(shortened(trimmed(header[i]), kMaxTraitNameBytes));
        const std::string key = header_key(name);
        const auto told = owner_told(options, header[i], i + 1);
        auto& column = columns.emplace_back();
        column.column = static_cast<int>(i);
        column.trait = {
            told.value_or(is_of_customer(key) ? TraitOwner::customer : options.unless_told),
            valid_utf8(name)};
        const bool ignored =
            std::any_of(options.ignore.begin(), options.ignore.end(),
                        [&](const auto& each) { return names_column(each, header[i], i + 1); });
        if (has_field(map, column.column)) {
            column.why = NoTrait::has_field;
        } else if (ignored || (options.none && !told)) {
            column.why = NoTrait::told;
        } else if (key.empty()) {
            column.why = NoTrait::nameless;
        } else if (!told && begins_with_one(key, kLineWords)) {
            column.why = NoTrait::of_line;
        } else if (!told && repeats(header, rows, map, i)) {
            column.why = NoTrait::repeats;
        }
    }
    return columns;
}

Result<void> check_trait_options(const TraitOptions& options) {
    for (const auto& option : options.owners) {
        const bool named = option.starts_with(kOfCustomer)
                               ? option.size() > kOfCustomer.size()
                               : option.starts_with(kOfOrder) && option.size() > kOfOrder.size();
        if (!named) return invalid("error.import_trait_option").with("value", option).at("traits");
    }
    return {};
}

std::vector<std::string> columns_named(const TraitOptions& options) {
    std::vector<std::string> names(options.ignore.begin(), options.ignore.end());
    for (const auto& option : options.owners) names.push_back(option.substr(option.find(':') + 1));
    return names;
}

}  // namespace vafa::ingest

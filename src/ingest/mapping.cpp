#include "ingest/mapping.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "ingest/cells.h"
#include "ingest/header_names.h"
#include "ingest/nobody.h"
#include "ingest/staged_traits.h"
#include "ingest/suggestion.h"

namespace vafa::ingest {

namespace {

using commerce::ProfileKind;

struct Header {
    explicit Header(std::span<const std::string> cells, std::span<const std::string> told_otherwise)
        : names(cells), used(cells.size(), false), barred(cells.size(), false) {
        for (const auto& cell : cells) keys.push_back(column_key(cell));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            barred[i] =
                std::any_of(told_otherwise.begin(), told_otherwise.end(),
                            [&](const auto& name) { return names_column(name, cells[i], i + 1); });
        }
    }

    int find(std::string_view name) const {
        const auto same = std::find(names.begin(), names.end(), name);
        if (same != names.end()) return static_cast<int>(same - names.begin());
        const auto alike = std::find(keys.begin(), keys.end(), header_key(name));
        return alike == keys.end() ? kNoColumn : static_cast<int>(alike - keys.begin());
    }
    std::string joined() const { return valid_utf8(ingest::joined(names)); }

    std::span<const std::string> names;
    std::vector<std::string> keys;
    std::vector<bool> used;
    std::vector<bool> barred;  // from guesses

    bool is_barred(int column) const {
        const auto at = static_cast<std::size_t>(column);
        return at < barred.size() && barred[at];
    }
};

void assign(ColumnMap& map, Header& header, Field field, int column, MapReason reason) {
    map.column[index_of(field)] = column;
    map.reason[index_of(field)] = reason;
    const auto at = static_cast<std::size_t>(column);
    if (at < header.used.size()) header.used[at] = true;
}

Result<int> column_by_number(std::string_view text, std::size_t columns) {
    std::size_t number = 0;
    const auto [end, failed] = std::from_chars(text.data() + 1, text.data() + text.size(), number);
    if (failed != std::errc{} || end != text.data() + text.size() || number == 0 ||
        number > columns) {
        return invalid("error.import_column_number")
            .with("column", std::string(text))
            .with("columns", std::to_string(columns))
            .at("map");
    }
    return static_cast<int>(number) - 1;
}

Result<int> column_by_name(std::string_view text, const Header& header) {
    const int column = header.find(text);
    if (column != kNoColumn) return column;
    const std::vector<std::string_view> names(header.names.begin(), header.names.end());
    auto error = or_nearest(invalid("error.import_column"), nearest(text, names));
    return std::move(error)
        .with("column", std::string(text))
        .with("columns", header.joined())
        .at("map");
}

Result<void> apply_options(ColumnMap& map, Header& header, std::span<const MapOption> options,
                           ImportKind kind) {
    for (const auto& [name, text] : options) {
        const auto field = parse_field(name);
        if (!field || !has_field(kind, *field)) {
            auto error = or_nearest(invalid("error.import_field"),
                                    field ? std::string_view() : nearest(name, field_names()));
            return std::move(error).with("field", name).at("map");
        }
        const bool by_number = text.size() > 1 && text.front() == '#' && header.find(text) < 0;
        VAFA_TRY(const int column,
                 by_number ? column_by_number(text, map.columns) : column_by_name(text, header));
        assign(map, header, *field, column, MapReason::told);
    }
    return {};
}

void apply_preset(ColumnMap& map, Header& header, const Preset& preset) {
    for (const auto& [field, number] : preset.columns_by_number) {
        if (map.has(field) || header.is_barred(number)) continue;
        assign(map, header, field, number, MapReason::preset);
    }
    for (const auto& [field, names] : preset.columns) {
        for (const auto name : names) {
            const int column = header.find(name);
            if (map.has(field) || column == kNoColumn || header.is_barred(column)) continue;
            assign(map, header, field, column, MapReason::preset);
        }
    }
}

void guess(ColumnMap& map, Header& header, Field field, ImportKind kind) {
    std::size_t best = kUnknownHeader;
    int column = kNoColumn;
    for (std::size_t i = 0; i < header.keys.size(); ++i) {
        if (header.used[i] || header.barred[i]) continue;
        const std::size_t rank = header_rank(kind, field, header.keys[i]);
        if (rank >= best) continue;
        best = rank;
        column = static_cast<int>(i);
    }
    if (column != kNoColumn) assign(map, header, field, column, MapReason::name);
}

// Beside a family name a column of plain "name" holds the given one.
void part_names(ColumnMap& map, const Header& header) {
    if (!map.has(Field::last_name) || map.has(Field::first_name) || !map.has(Field::name)) return;
    const auto at = static_cast<std::size_t>(map.of(Field::name));
    if (map.reason[index_of(Field::name)] != MapReason::name || at >= header.keys.size()) return;
    if (header_rank(Field::first_name, header.keys[at]) == kUnknownHeader) return;
    map.column[index_of(Field::first_name)] = map.of(Field::name);
    map.column[index_of(Field::name)] = kNoColumn;
    map.reason[index_of(Field::first_name)] = MapReason::name;
    map.reason[index_of(Field::name)] = MapReason::none;
}

// What the column taken for the customer holds.
ProfileKind kind_of_customer_column(const ColumnMap& map, const Header& header) {
    const auto at = static_cast<std::size_t>(map.of(Field::customer));
    if (at >= header.keys.size()) return ProfileKind::id;
    const std::string& key = header.keys[at];
    if (header_rank(Field::email, key) != kUnknownHeader) return ProfileKind::email;
    if (header_rank(Field::phone, key) != kUnknownHeader) return ProfileKind::phone;
    return ProfileKind::id;
}

constexpr std::array kContacts = {std::pair{Field::email, ProfileKind::email},
                                  std::pair{Field::phone, ProfileKind::phone},
                                  std::pair{Field::name, ProfileKind::name}};

bool tell_by(ColumnMap& map, ProfileKind kind) {
    if (kind == ProfileKind::id) {
        map.column[index_of(Field::customer)] = map.id_column;
        map.customer_kind = kind;
        return map.id_column != kNoColumn;
    }
    for (const auto& [field, of] : kContacts) {
        if (of != kind) continue;
        if (!map.has(field) && !(kind == ProfileKind::name && map.name_in_parts())) return false;
        map.column[index_of(Field::customer)] = map.of(field);
        map.customer_kind = kind;
        return true;
    }
    return false;
}

// Without a column for the customer an e-mail, a phone or at last a name tells them apart.
void choose_customer(ColumnMap& map, const Header& header) {
    if (map.has(Field::customer)) {
        map.customer_kind = kind_of_customer_column(map, header);
        if (map.customer_kind == ProfileKind::id) map.id_column = map.of(Field::customer);
        return;
    }
    for (const auto& [field, kind] : kContacts) {
        if (tell_by(map, kind)) return;
    }
}

Result<void> choose_customer(ColumnMap& map, const Header& header, std::string_view by) {
    choose_customer(map, header);
    if (by.empty()) return {};
    const auto kind = parse_kind(by);
    if (!kind) {
        return invalid("error.import_customer_by").with("value", std::string(by)).at("customer_by");
    }
    if (map.customer_kind == *kind && map.has(Field::customer)) return {};
    if (tell_by(map, *kind)) return {};
    return invalid("error.import_no_identity")
        .with("kind", std::string(by))
        .with("columns", header.joined())
        .at("customer_by");
}

// What tells the rows of such a file apart is there, or else the field that should tell them.
std::optional<Field> missing_subject(const ColumnMap& map, ImportKind kind) {
    const bool of_products = kind == ImportKind::products;
    const bool told_by_name = of_products
                                  ? map.has(Field::title)
                                  : map.customer_kind == ProfileKind::name && map.name_in_parts();
    const Field subject = of_products ? Field::product : Field::customer;
    if (told_by_name || map.has(subject)) return std::nullopt;
    return subject;
}

}  // namespace

Result<ColumnMap> map_columns(std::span<const std::string> names, std::size_t columns,
                              const Preset* preset, std::span<const MapOption> options,
                              std::string_view customer_by, ImportKind kind,
                              std::span<const std::string> told_otherwise) {
    ColumnMap map;
    map.columns = columns;
    Header header(names, told_otherwise);
    VAFA_CHECK(apply_options(map, header, options, kind));
    const bool of_orders = kind == ImportKind::orders;
    if (preset == nullptr && of_orders) preset = recognise_preset(names);
    if (preset != nullptr && of_orders) apply_preset(map, header, *preset);
    if (preset == nullptr || preset->guess_the_rest || !of_orders) {
        for (std::size_t i = 0; i < kFieldCount; ++i) {
            const auto field = static_cast<Field>(i);
            if (has_field(kind, field) && !map.has(field)) guess(map, header, field, kind);
        }
    }
    if (kind != ImportKind::products) {
        part_names(map, header);
        VAFA_CHECK(choose_customer(map, header, customer_by));
    }
    map.traits_by_field = std::any_of(kTraitFields.begin(), kTraitFields.end(),
                                      [&](Field field) { return map.has(field); });
    return map;
}

Result<void> require_columns(const ColumnMap& map, std::span<const std::string> header,
                             ImportKind kind) {
    auto missing = missing_subject(map, kind);
    const bool has_time = kind != ImportKind::orders || map.has(Field::ordered_at);
    if (!missing && !has_time) missing = Field::ordered_at;
    if (!missing) return {};
    if (header.empty()) return invalid("error.import_no_header").at("map");
    return invalid("error.import_missing_column")
        .with("field", std::string(field_name(*missing)))
        .with("columns", valid_utf8(joined(header)))
        .at("map");
}

void look_for_names(ColumnMap& map, std::span<const std::vector<std::string>> rows) {
    constexpr std::size_t kLeastNames = 3;
    const bool guessed = map.reason[index_of(Field::customer)] == MapReason::name;
    if (!guessed || map.customer_kind != ProfileKind::id || map.has(Field::name) ||
        map.has(Field::first_name)) {
        return;
    }
    std::size_t filled = 0, names = 0;
    for (const auto& row : rows) {
        const auto at = static_cast<std::size_t>(map.of(Field::customer));
        const auto cell = at < row.size() ? trimmed(row[at]) : std::string_view();
        if (nobody_in(cell) != Nobody::none) continue;
        ++filled;
        const bool has_words = cell.find(' ') != std::string_view::npos;
        names += has_words && ascii_digits(cell).find_first_of("0123456789@") == std::string::npos;
    }
    if (names < kLeastNames || names * 5 < filled * 4) return;
    map.column[index_of(Field::name)] = map.of(Field::customer);
    map.reason[index_of(Field::name)] = MapReason::name;
    map.customer_kind = ProfileKind::name;
    map.id_column = kNoColumn;
}

std::string_view kind_name(ProfileKind kind) {
    constexpr std::array<std::string_view, 4> kNames = {"id", "email", "phone", "name"};
    return kNames[static_cast<std::size_t>(kind) - 1];
}

std::optional<ProfileKind> parse_kind(std::string_view name) {
    for (const auto kind :
         {ProfileKind::id, ProfileKind::email, ProfileKind::phone, ProfileKind::name}) {
        if (kind_name(kind) == name) return kind;
    }
    return std::nullopt;
}

}  // namespace vafa::ingest

#include "ingest/row_parser.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/hash.h"
#include "base/text.h"
#include "ingest/cells.h"
#include "ingest/numbers.h"

namespace vafa::ingest {

namespace {

using commerce::OrderStatus;

constexpr std::size_t kMaxShownBytes = 80;  // of a wrong cell in a message

// Days are stored in 16 bits; two days off the ends leave room for every time zone.
constexpr TimeMs kEarliest = 2 * kMsPerDay;
constexpr TimeMs kLatest = 65'533 * kMsPerDay;

const char* key_of(RowFault fault) {
    switch (fault) {
        case RowFault::too_long:
            return "row.too_long";
        case RowFault::unclosed_quote:
            return "row.unclosed_quote";
        case RowFault::too_many_columns:
            return "row.too_many_columns";
        case RowFault::too_long_cell:
            return "row.too_long_cell";
        case RowFault::none:
            break;
    }
    return nullptr;
}

}  // namespace

void RowParser::start_file(std::uint32_t file, const ColumnMap& map, const ValueReadings& readings,
                           FileLook* look) {
    file_ = file;
    map_ = map;
    readings_ = readings;
    look_ = look;
    door_ = rules_.currency;
    door_text_.clear();
    last_key_.clear();
    ignored_key_.clear();
}

bool RowParser::parse(const Row& from, StagedRow& row, Rejection& rejection) {
    row = {};
    row.file = file_;
    row.line = from.line;
    row.by_lines = map_.by_lines();
    row_ = &row;
    rejection_ = &rejection;
    cells_ = from.cells;
    kept_count_ = 0;
    valid_utf8_ = is_clean_text(from.text);
    return check_shape(from) && read_all();
}

bool RowParser::read_all() {
    if (rules_.kind == ImportKind::customers) return read_customer_row();
    if (rules_.kind == ImportKind::products) return read_product_row();
    if (!read_order() || !read_date() || !read_modified() || !read_currency() || !read_money() ||
        !read_line()) {
        return false;
    }
    read_contacts();
    read_name();
    if (!read_customer() || !read_status()) return false;
    read_texts();
    read_consents();
    read_traits();
    if (row_->keyed_by_content) key_by_content();
    last_key_ = row_->key;
    last_ordered_at_ = row_->ordered_at;
    last_day_precision_ = row_->day_precision;
    return true;
}

bool RowParser::check_shape(const Row& from) {
    if (const char* key = key_of(from.fault)) {
        *rejection_ = {.field = {}, .key = key, .text = {}};
        return false;
    }
    if (!valid_utf8_ && !is_valid_utf8(from.text)) {
        *rejection_ = {.field = {}, .key = "row.bad_bytes", .text = {}};
        return false;
    }
    const auto filled = [](std::string_view cell) { return !trimmed(cell).empty(); };
    if (map_.columns < cells_.size() &&
        std::any_of(cells_.begin() + static_cast<std::ptrdiff_t>(map_.columns), cells_.end(),
                    filled)) {
        *rejection_ = {
            .field = {}, .key = "row.too_many_cells", .text = std::to_string(cells_.size())};
        return false;
    }
    return true;
}

std::string_view RowParser::cell_at(int column) {
    if (column < 0 || static_cast<std::size_t>(column) >= cells_.size()) return {};
    const auto text = trimmed(cells_[static_cast<std::size_t>(column)]);
    if (is_blank_word(text)) return {};
    return valid_utf8_ ? text : keep(valid_utf8(text));
}

std::string_view RowParser::keep(std::string text) {
    if (kept_count_ == kept_.size()) kept_.emplace_back();
    return kept_[kept_count_++] = std::move(text);
}

bool RowParser::fail(Field field, const char* key, std::string_view text) {
    *rejection_ = {.field = std::string(field_name(field)),
                   .key = key,
                   .text = valid_utf8(text.substr(0, kMaxShownBytes))};
    return false;
}

bool RowParser::read_order() {
    if (!map_.has(Field::order)) {
        row_->keyed_by_content = true;
        return true;
    }
    auto text = cell(Field::order);
    (*row_)[StagedText::number] = text.substr(0, kMaxKeyBytes);
    while (text.starts_with('#')) text.remove_prefix(1);
    text = trimmed(text);
    if (!is_ascii(text)) text = keep(ascii_digits(text));
    if (text.empty()) return fail(Field::order, "row.no_order", {});
    if (text.size() > kMaxKeyBytes) return fail(Field::order, "row.too_long_id", text);
    row_->key = text;
    const bool cancelled = rules_.preset != nullptr && !rules_.preset->cancelled_prefix.empty() &&
                           text.starts_with(rules_.preset->cancelled_prefix);
    if (cancelled) row_->status = OrderStatus::cancelled;
    return true;
}

bool RowParser::read_date() {
    const auto text = cell(Field::ordered_at);
    if (text.empty()) {
        if (row_->keyed_by_content || row_->key != last_key_) {
            return fail(Field::ordered_at, "row.no_date", {});
        }
        row_->ordered_at = last_ordered_at_;
        row_->day_precision = last_day_precision_;
        return true;
    }
    const auto at = instant(Field::ordered_at, text, row_->day_precision);
    if (!at) return false;
    row_->ordered_at = *at;
    sightings_.dates_without_time += row_->day_precision ? 1 : 0;
    return true;
}

bool RowParser::read_modified() {
    const auto text = cell(Field::modified_at);
    if (text.empty()) return true;
    bool day_precision = false;
    (*row_)[StagedNumber::modified_at] = instant(Field::modified_at, text, day_precision);
    return (*row_)[StagedNumber::modified_at].has_value();
}

std::optional<When> RowParser::when(Field field, std::string_view text) {
    When quick;
    if (quick_when(text, quick)) return quick;
    const auto scanned = scan_date(text);
    if (look_ != nullptr) {
        look_->dates(field).see(scanned, text, row_->line);
        needs_look_ = needs_look_ || is_open(scanned, readings_.date(field));
    }
    return resolve(scanned, readings_.date(field));
}

std::optional<TimeMs> RowParser::instant(Field field, std::string_view text, bool& day_precision) {
    const auto when = this->when(field, text);
    if (!when || (rules_.calendar && *rules_.calendar != when->calendar)) {
        fail(field, "row.bad_date", text);
        return std::nullopt;
    }
    const TimeMs at = instant_of(*when, rules_.zone);
    if (at < kEarliest || at > kLatest) {
        fail(field, "row.bad_date", text);
        return std::nullopt;
    }
    day_precision = !when->has_time;
    sightings_.times_without_zone += when->has_time && !when->offset_ms ? 1 : 0;
    sightings_.persian_dates += when->calendar == CalendarKind::persian ? 1 : 0;
    return at;
}

bool RowParser::read_currency() {
    const auto text = cell(Field::currency);
    if (text.empty() || text == door_text_) return true;
    const auto word = money_word(text);
    if (!word) return fail(Field::currency, "row.unknown_currency", text);
    if (!agrees(*word, rules_.currency.currency)) {
        return refuse_currency(Field::currency, text, word->door.currency);
    }
    door_ = rules_.currency_is_explicit || word->shared ? rules_.currency : word->door;
    door_text_ = text;
    return true;
}

bool RowParser::refuse_currency(Field field, std::string_view text, const Currency& currency) {
    auto& foreign = sightings_.foreign[currency.code];
    if (foreign.rows++ == 0) {
        foreign.file = file_;
        foreign.line = row_->line;
    }
    return fail(field, "row.other_currency", text);
}

// The word beside an amount goes before the column's, the file's and the store's unit, but not
// before the user's.
bool RowParser::take_unit(Field field, std::string_view unit) {
    if (unit != unit_text_) {
        unit_text_ = unit;
        unit_ = money_word(unit);
    }
    if (!unit_) return is_piece_word(unit) || fail(field, "row.bad_number", unit);
    if (!agrees(*unit_, rules_.currency.currency)) {
        return refuse_currency(field, unit, unit_->door.currency);
    }
    if (!rules_.currency_is_explicit && !unit_->shared) cell_door_ = unit_->door;
    return true;
}

std::optional<std::string_view> RowParser::number(Field field, std::string_view text,
                                                  std::string& scratch) {
    const auto found = scan_number(text, readings_.number(field), scratch);
    if (look_ != nullptr && (found.mark || found.grouping)) {
        look_->numbers(field).see(found, text);
        needs_look_ = needs_look_ || (found.shape == NumberShape::open && found.plain.empty());
    }
    cell_door_ = door_;
    if (found.plain.empty()) {
        const bool open = found.shape == NumberShape::open;
        fail(field, open ? "row.open_number" : "row.bad_number", text);
        return std::nullopt;
    }
    if (!found.unit.empty() && !take_unit(field, found.unit)) return std::nullopt;
    return found.plain;
}

bool RowParser::read_number(Field field, StagedNumber into) {
    const auto text = cell(field);
    if (text.empty()) return true;
    const auto plain = number(field, text, scratch_);
    if (!plain) return false;
    const auto minor = to_minor(*plain, cell_door_);
    if (!minor) return fail(field, "row.too_large", text);
    (*row_)[into] = *minor;
    return true;
}

bool RowParser::read_money() {
    constexpr std::array kParts = {std::pair{Field::amount, StagedNumber::amount},
                                   std::pair{Field::total, StagedNumber::total},
                                   std::pair{Field::tax, StagedNumber::tax},
                                   std::pair{Field::shipping, StagedNumber::shipping},
                                   std::pair{Field::discount, StagedNumber::discount},
                                   std::pair{Field::refund, StagedNumber::refund},
                                   std::pair{Field::cost, StagedNumber::cost},
                                   std::pair{Field::line_discount, StagedNumber::line_discount}};
    for (const auto& [field, number] : kParts) {
        if (map_.has(field) && !read_number(field, number)) return false;
    }
    // What lowers a price is written with either sign.
    for (const auto number :
         {StagedNumber::discount, StagedNumber::refund, StagedNumber::line_discount}) {
        if (auto& value = (*row_)[number]) value = std::abs(*value);
    }
    return true;
}

bool RowParser::read_line() {
    std::string_view quantity = "1";
    if (const auto text = cell(Field::quantity); !text.empty()) {
        const auto plain = number(Field::quantity, text, scratch_);
        if (!plain) return false;
        (*row_)[StagedNumber::quantity_milli] = to_milli(*plain);
        if (!(*row_)[StagedNumber::quantity_milli]) {
            return fail(Field::quantity, "row.too_large", text);
        }
        quantity = *plain;
    }
    if (map_.has(Field::unit_cost) && !read_unit_cost(quantity)) return false;
    const auto text = cell(Field::unit_price);
    if (text.empty()) return true;
    const auto price = number(Field::unit_price, text, scratch_price_);
    if (!price) return false;
    const auto unit_price = to_minor(*price, cell_door_);
    auto amount = to_line_minor(quantity, *price, cell_door_);
    if (!unit_price || !amount) return fail(Field::unit_price, "row.too_large", text);
    if (rules_.preset != nullptr && rules_.preset->only_positive_lines &&
        (*unit_price <= 0 || *amount < 0)) {
        amount = 0;
    }
    (*row_)[StagedNumber::unit_price] = unit_price;
    if (row_->by_lines) (*row_)[StagedNumber::line_amount] = amount;
    return true;
}

void RowParser::read_texts() {
    constexpr std::array kTexts = {std::pair{Field::product, StagedText::product},
                                   std::pair{Field::title, StagedText::title},
                                   std::pair{Field::variant, StagedText::variant},
                                   std::pair{Field::category, StagedText::category},
                                   std::pair{Field::coupon, StagedText::coupon},
                                   std::pair{Field::source, StagedText::source},
                                   std::pair{Field::city, StagedText::city},
                                   std::pair{Field::country, StagedText::country}};
    for (const auto& [field, text] : kTexts) {
        if (map_.has(field)) (*row_)[text] = shortened(cell(field), kMaxTextBytes);
    }
    row_->test = is_yes(cell(Field::test));
}

// A cost of the row beside it is nearer the truth.
bool RowParser::read_unit_cost(std::string_view quantity) {
    const auto text = cell(Field::unit_cost);
    auto& cost = (*row_)[StagedNumber::cost];
    if (text.empty() || cost) return true;
    const auto each = number(Field::unit_cost, text, scratch_price_);
    if (!each) return false;
    cost = to_line_minor(quantity, *each, cell_door_);
    return cost || fail(Field::unit_cost, "row.too_large", text);
}

// What makes a row without an order number itself: who, when, how much of what. Status, contacts
// and the like stay out, so that they may change.
void RowParser::key_by_content() {
    std::string content;
    const auto add = [&](std::string_view text) {
        content.append(text);
        content.push_back('\x1F');
    };
    add((*row_)[StagedText::customer]);
    add(std::to_string(static_cast<int>(row_->customer_kind)));
    add(std::to_string(row_->ordered_at));
    for (const auto number : {StagedNumber::amount, StagedNumber::total,
                              StagedNumber::quantity_milli, StagedNumber::unit_price}) {
        const auto& value = (*row_)[number];
        add(value ? std::to_string(*value) : std::string_view());
    }
    add((*row_)[StagedText::product]);
    add((*row_)[StagedText::title]);
    row_->key = keep(content_key(hash64(content)));
}

}  // namespace vafa::ingest

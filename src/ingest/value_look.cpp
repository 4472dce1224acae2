#include "ingest/value_look.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "ingest/cells.h"
#include "ingest/numbers.h"

namespace vafa::ingest {

namespace {

bool is_money(Field field) { return field != Field::quantity; }

bool has_letter(const std::vector<InputFile>& files, char32_t first, char32_t last) {
    for (const auto& file : files) {
        for (const auto& name : file.shape.header) {
            for (std::size_t at = 0; at < name.size();) {
                const CodePoint point = code_point_at(name, at);
                if (point.value >= first && point.value <= last) return true;
                at += point.bytes;
            }
        }
    }
    return false;
}

// Where amounts are written 1.234,50 or 1 234,50.
bool writes_comma(std::string_view code) {
    constexpr std::array<std::string_view, 20> kCodes = {
        "AMD", "ARS", "AZN", "BRL", "BYN", "CZK", "DKK", "EUR", "GEL", "HUF",
        "IDR", "KZT", "NOK", "PLN", "RON", "RSD", "RUB", "SEK", "TRY", "UAH"};
    return std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end();
}

std::string_view order_name(DateOrder order) {
    constexpr std::array<std::string_view, 3> kNames = {"dmy", "mdy", "ymd"};
    return kNames[static_cast<std::size_t>(order)];
}

std::string_view count_name(DateCount count) {
    constexpr std::array<std::string_view, 4> kNames = {"days_1900", "days_1904", "seconds",
                                                        "milliseconds"};
    return kNames[static_cast<std::size_t>(count)];
}

}  // namespace

FileLook::FileLook(const ColumnMap& map, Day today)
    : map_(&map), dates_(kDateFields.size(), ColumnDates(today)) {}

void FileLook::see(std::span<const std::string_view> cells, std::uint64_t line) {
    const auto cell = [&](Field field) -> std::string_view {
        const int column = map_->of(field);
        if (column < 0 || static_cast<std::size_t>(column) >= cells.size()) return {};
        return cells[static_cast<std::size_t>(column)];
    };
    When ignored;
    for (const Field field : kDateFields) {
        const auto text = trimmed(cell(field));
        if (!text.empty() && !quick_when(text, ignored)) dates(field).see(text, line);
    }
    for (const Field field : kNumberFields) {
        const auto text = trimmed(cell(field));
        if (!text.empty()) numbers(field).see(text);
    }
}

bool FileLook::is_doubtful() const {
    return std::any_of(kDateFields.begin(), kDateFields.end(),
                       [&](Field f) { return dates(f).is_open() && !dates(f).is_proved(); }) ||
           std::any_of(kNumberFields.begin(), kNumberFields.end(),
                       [&](Field f) { return numbers(f).is_open() && !numbers(f).is_proved(); });
}

ValueLook::ValueLook(const std::vector<InputFile>& files, ValueHints hints)
    : files_(&files), hints_(std::move(hints)) {
    start_over();
    for (std::size_t i = 0; i < files.size(); ++i) {
        for (const auto& row : files[i].shape.sample) {
            const std::vector<std::string_view> cells(row.begin(), row.end());
            looks_[i].see(cells, 0);
        }
    }
}

void ValueLook::start_over() {
    looks_.clear();
    for (const auto& file : *files_) looks_.emplace_back(file.map, hints_.today);
    readings_.resize(files_->size());
}

bool ValueLook::is_doubtful() const {
    return std::any_of(looks_.begin(), looks_.end(),
                       [](const FileLook& look) { return look.is_doubtful(); });
}

// A column that does not prove how it is read follows the other columns of its file and the same
// columns of the other files, as far as these agree.
DateDecision ValueLook::decide_dates(std::size_t file, Field field) const {
    const ColumnDates& own = looks_[file].dates(field);
    const auto decision = own.decide(hints_);
    if (decision.certain || decision.contradicts) return decision;
    ColumnDates all = own;
    for (const Field other : kDateFields) {
        if (other != field) all.add(looks_[file].dates(other));
    }
    for (std::size_t i = 0; i < looks_.size(); ++i) {
        if (i != file) all.add(looks_[i].dates(field));
    }
    const auto together = all.decide(hints_);
    return together.certain && !together.contradicts ? together : decision;
}

NumberDecision ValueLook::decide_numbers(std::size_t file, Field field) const {
    const ColumnNumbers& own = looks_[file].numbers(field);
    const bool money = is_money(field);
    const auto decision = own.decide(hints_, money);
    if (!own.is_open() || own.is_proved() || hints_.mark_told) return decision;
    ColumnNumbers beside;
    for (const Field other : kNumberFields) beside.add(looks_[file].numbers(other));
    if (!beside.is_proved()) {
        for (std::size_t i = 0; i < looks_.size(); ++i) {
            if (i != file) beside.add(looks_[i].numbers(field));
        }
    }
    const auto together = beside.decide(hints_, money);
    return together.certain && together.reading.mark ? together : decision;
}

Result<bool> ValueLook::decide() {
    bool changed = false;
    const auto set = [&](auto& reading, const auto& found, bool is_open) {
        changed = changed || (is_open && reading != found);
        reading = found;
    };
    for (std::size_t i = 0; i < looks_.size(); ++i) {
        for (const Field field : kDateFields) {
            const auto decision = decide_dates(i, field);
            if (decision.contradicts) return contradiction(i, field);
            set(readings_[i].dates[index_of(field)], decision.reading,
                looks_[i].dates(field).is_open());
        }
        for (const Field field : kNumberFields) {
            set(readings_[i].numbers[index_of(field)], decide_numbers(i, field).reading,
                looks_[i].numbers(field).is_open());
        }
    }
    return changed;
}

std::string ValueLook::column_name(std::size_t file, Field field) const {
    const auto column = static_cast<std::size_t>((*files_)[file].map.of(field));
    const auto& header = (*files_)[file].shape.header;
    return column < header.size() ? header[column] : "#" + std::to_string(column + 1);
}

Error ValueLook::contradiction(std::size_t file, Field field) const {
    const ColumnDates& dates = looks_[file].dates(field);
    return invalid("error.import_dates_contradict")
        .with("file", (*files_)[file].name)
        .with("column", column_name(file, field))
        .with("day_first", dates.day_first_sample())
        .with("month_first", dates.month_first_sample())
        .at(std::string(field_name(field)));
}

std::vector<DateUse> ValueLook::date_uses() const {
    std::vector<DateUse> uses;
    for (std::size_t i = 0; i < looks_.size(); ++i) {
        for (const Field field : kDateFields) {
            const ColumnDates& dates = looks_[i].dates(field);
            if (!dates.is_open() || dates.sample().empty()) continue;
            const DateReading& reading = readings_[i].date(field);
            const auto scanned = scan_date(dates.sample());
            const auto when = resolve(scanned, reading);
            if (!when) continue;
            const bool counts = scanned.shape == DateShape::plain_number;
            const bool persian = when->calendar == CalendarKind::persian;
            uses.push_back({.file = (*files_)[i].name,
                            .column = column_name(i, field),
                            .field = std::string(field_name(field)),
                            .order = std::string(counts          ? count_name(*reading.count)
                                                 : reading.order ? order_name(*reading.order)
                                                                 : std::string_view("dmy")),
                            .calendar = persian ? "persian" : "gregorian",
                            .sample = dates.sample(),
                            .read_as = day_label(when->calendar, when->day),
                            .certain = decide_dates(i, field).certain});
        }
    }
    return uses;
}

std::vector<Note> ValueLook::notes() const {
    std::vector<Note> notes;
    for (const auto& use : date_uses()) {
        notes.push_back({use.certain ? "import.note_dates_read" : "import.note_dates_guessed",
                         {{"file", use.file},
                          {"column", use.column},
                          {"sample", use.sample},
                          {"read_as", use.read_as}}});
    }
    std::string scratch;
    for (std::size_t i = 0; i < looks_.size(); ++i) {
        for (const Field field : kNumberFields) {
            const ColumnNumbers& numbers = looks_[i].numbers(field);
            if (!numbers.is_open()) continue;
            const auto plain = plain_decimal(numbers.sample(), scratch, readings_[i].number(field));
            const bool certain = decide_numbers(i, field).certain;
            notes.push_back({!plain    ? "import.note_numbers_open"
                             : certain ? "import.note_numbers_read"
                                       : "import.note_numbers_guessed",
                             {{"file", (*files_)[i].name},
                              {"column", column_name(i, field)},
                              {"sample", numbers.sample()},
                              {"read_as", std::string(plain.value_or(std::string_view()))}}});
        }
    }
    return notes;
}

ValueHints hints_of(const ImportRequest& request, const std::vector<InputFile>& files,
                    const CurrencyAtTheDoor& currency, Day today) {
    const bool persian = has_letter(files, 0x0600, 0x06FF);
    const bool cyrillic = has_letter(files, 0x0400, 0x04FF);
    const auto& code = currency.currency.code;
    ValueHints hints;
    hints.today = today;
    hints.order_told = request.date_order;
    hints.from_1904 = request.dates_from_1904;
    hints.mark_told = request.decimal;
    hints.calendar_told = request.calendar;
    hints.month_first = (code == "USD" || code == "PHP") && !persian && !cyrillic;
    hints.persian = persian || code == "IRR";
    hints.comma_decimal = cyrillic || writes_comma(code);
    hints.currency_digits = currency.currency.digits;
    return hints;
}

}  // namespace vafa::ingest

#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/calendar.h"
#include "base/money.h"
#include "ingest/dates.h"
#include "ingest/mapping.h"
#include "ingest/money_words.h"
#include "ingest/phone_cell.h"
#include "ingest/row_source.h"
#include "ingest/staged_row.h"
#include "ingest/value_look.h"

namespace vafa::ingest {

// Why a row was set aside: the key of a text, with what stood there.
struct Rejection {
    std::string field;  // field_name, or empty for the row as a whole
    std::string key;
    std::string text;
};

struct ParseRules {
    const Preset* preset = nullptr;
    TimeZone zone;  // of times that do not say their own
    std::optional<CalendarKind> calendar;
    NormalisePhone phone;
    CurrencyAtTheDoor currency;
    bool currency_is_explicit = false;  // --currency names the unit, whatever the column says
};

// Rows in another currency than the import's.
struct ForeignRows {
    std::uint64_t rows = 0;
    std::uint32_t file = 0;  // of the first
    std::uint64_t line = 0;
};

// What was seen on the way and deserves a note.
struct ParseSightings {
    std::uint64_t unknown_statuses = 0;
    std::map<std::string, std::uint64_t> unknown_status_words;  // the first few
    std::uint64_t unreadable_phones = 0;
    std::uint64_t rounded_phones = 0;  // of the unreadable ones: 9.12E+09
    std::uint64_t unreadable_emails = 0;
    std::uint64_t dates_without_time = 0;
    std::uint64_t times_without_zone = 0;
    std::uint64_t persian_dates = 0;
    std::map<std::string, ForeignRows> foreign;  // by currency
};

// Turns rows of one set of files into staged rows. Stateful: remembers the row before (an order's
// later rows may leave its date blank), the currency and the phones.
class RowParser {
public:
    explicit RowParser(ParseRules rules) : rules_(std::move(rules)) {}

    // Cells are read as `readings` say; those that do not tell themselves are shown to `look`,
    // which may be null.
    void start_file(std::uint32_t file, const ColumnMap& map, const ValueReadings& readings,
                    FileLook* look);
    // True and `row`, whose views live until the next call; or false and `rejection`.
    bool parse(const Row& from, StagedRow& row, Rejection& rejection);

    const ParseSightings& sightings() const { return sightings_; }
    // A cell meant several things and `readings` did not say which: look at the whole file first.
    bool needs_look() const { return needs_look_; }

private:
    std::string_view cell(Field field);
    std::string_view keep(std::string text);
    bool fail(Field field, const char* key, std::string_view text);

    bool check_shape(const Row& from);
    bool read_all();
    bool read_order();
    bool read_date();
    bool read_modified();
    std::optional<TimeMs> instant(Field field, std::string_view text, bool& day_precision);
    std::optional<When> when(Field field, std::string_view text);
    std::optional<std::string_view> number(Field field, std::string_view text,
                                           std::string& scratch);
    bool take_unit(Field field, std::string_view unit);
    bool refuse_currency(Field field, std::string_view text, const Currency& currency);
    bool read_customer();
    bool read_currency();
    bool read_money();
    bool read_number(Field field, StagedNumber into);
    bool read_line();
    void read_status();
    void read_contacts();
    void read_texts();
    void key_by_content();
    std::optional<std::string_view> customer_value(std::string_view text);
    std::string phone(std::string_view text);

    ParseRules rules_;
    ColumnMap map_;
    std::uint32_t file_ = 0;
    CurrencyAtTheDoor door_;         // of this row
    std::string door_text_;          // the currency cell it was read from
    CurrencyAtTheDoor cell_door_;    // of the amount just read
    std::string unit_text_;          // the word beside an amount that was looked up last …
    std::optional<MoneyWord> unit_;  // … and what it means
    ValueReadings readings_;
    FileLook* look_ = nullptr;
    bool needs_look_ = false;
    ParseSightings sightings_;

    std::span<const std::string_view> cells_;
    bool valid_utf8_ = true;
    StagedRow* row_ = nullptr;
    Rejection* rejection_ = nullptr;
    std::deque<std::string> kept_;  // owns what the staged row's views cannot take from the file
    std::size_t kept_count_ = 0;
    std::string scratch_, scratch_price_;

    std::string last_key_;
    TimeMs last_ordered_at_ = 0;
    bool last_day_precision_ = false;
    std::unordered_map<std::string, std::string> phones_;
    std::unordered_map<std::string, std::optional<commerce::OrderStatus>> statuses_;
};

}  // namespace vafa::ingest

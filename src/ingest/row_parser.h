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
#include "ingest/row_source.h"
#include "ingest/staged_row.h"

namespace vafa::ingest {

// Why a row was set aside: the key of a text, with what stood there.
struct Rejection {
    std::string field;  // field_name, or empty for the row as a whole
    std::string key;
    std::string text;
};

// E.164, or empty for what is no number. Called on several threads at once; remembers.
using NormalisePhone = std::function<std::string(std::string_view)>;

struct ParseRules {
    const Preset* preset = nullptr;
    TimeZone zone;  // of times that do not say their own
    std::optional<CalendarKind> calendar;
    NormalisePhone phone;
    CurrencyAtTheDoor currency;
    bool currency_is_explicit = false;  // --currency names the unit, whatever the column says
};

// What was seen on the way and deserves a note.
struct ParseSightings {
    std::uint64_t unknown_statuses = 0;
    std::map<std::string, std::uint64_t> unknown_status_words;  // the first few
    std::uint64_t unreadable_phones = 0;
    std::uint64_t unreadable_emails = 0;
    std::uint64_t dates_without_time = 0;
    std::uint64_t times_without_zone = 0;
    std::uint64_t persian_dates = 0;
};

// Turns rows of one set of files into staged rows. Stateful: remembers the row before (an order's
// later rows may leave its date blank), and the currency.
class RowParser {
public:
    explicit RowParser(ParseRules rules) : rules_(std::move(rules)) {}

    void start_file(std::uint32_t file, const ColumnMap& map);
    // True and `row`, whose views live until the next call; or false and `rejection`.
    bool parse(const Row& from, StagedRow& row, Rejection& rejection);

    const ParseSightings& sightings() const { return sightings_; }

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
    CurrencyAtTheDoor door_;  // of this row
    std::string door_text_;   // the currency cell it was read from
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
    std::unordered_map<std::string, std::optional<commerce::OrderStatus>> statuses_;
};

}  // namespace vafa::ingest

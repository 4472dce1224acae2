#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/calendar.h"
#include "base/money.h"
#include "ingest/dates.h"
#include "ingest/mapping.h"
#include "ingest/money_words.h"
#include "ingest/nobody.h"
#include "ingest/phone_cell.h"
#include "ingest/row_source.h"
#include "ingest/staged_row.h"
#include "ingest/status_words.h"
#include "ingest/value_look.h"

namespace vafa::ingest {

inline constexpr std::size_t kMaxKeyBytes = 200;   // of an order's number, a customer's id
inline constexpr std::size_t kMaxTextBytes = 500;  // of a name, a title, a city

// Why a row was set aside: the key of a text, with what stood there.
struct Rejection {
    std::string field;  // field_name, or empty for the row as a whole
    std::string key;
    std::string text;
    bool by_choice = false;  // left out because the user said so
};

struct ParseRules {
    ImportKind kind = ImportKind::orders;
    const Preset* preset = nullptr;
    TimeZone zone;  // of times that do not say their own
    std::optional<CalendarKind> calendar;
    NormalisePhone phone;
    CurrencyAtTheDoor currency;
    StatusWords statuses = {};
    std::vector<std::string> set_aside = {};  // customers who are nobody, as the user wrote them
    bool currency_is_explicit = false;        // --currency names the unit, whatever the column says
};

// Rows in another currency than the import's.
struct ForeignRows {
    std::uint64_t rows = 0;
    std::uint32_t file = 0;  // of the first
    std::uint64_t line = 0;
};

// What was seen on the way and deserves a note.
struct ParseSightings {
    std::uint64_t unreadable_phones = 0;
    std::uint64_t rounded_phones = 0;  // of the unreadable ones: 9.12E+09
    std::uint64_t unreadable_emails = 0;
    std::uint64_t dates_without_time = 0;
    std::uint64_t times_without_zone = 0;
    std::uint64_t persian_dates = 0;
    std::map<std::string, ForeignRows> foreign;  // by currency
    std::uint64_t unreadable_consents = 0;
    std::uint64_t unreadable_genders = 0;
    std::uint64_t unreadable_birthdays = 0;
    NobodyCounts told_nobodies;  // by set_aside
};

constexpr std::size_t index_of(commerce::ProfileKind kind) {
    return static_cast<std::size_t>(kind) - 1;
}

// What tells a row's customer, by ProfileKind; empty where the row does not say it or names nobody.
struct RowIdentities {
    struct Value {
        std::uint64_t hash = 0;  // of the normalised value; 0: there is none
        std::string_view shown;  // as it stands
    };
    std::array<Value, 4> values = {};  // at index_of their kind
};

// Turns rows of one set of files into staged rows. Stateful: remembers the row before (an order's
// later rows may leave its date blank), and the currency.
class RowParser {
public:
    explicit RowParser(ParseRules rules);

    // Cells are read as `readings` say; those that do not tell themselves are shown to `look`,
    // which may be null.
    void start_file(std::uint32_t file, const ColumnMap& map, const ValueReadings& readings,
                    FileLook* look);
    // True and `row`, whose views live until the next call; or false and `rejection`.
    bool parse(const Row& from, StagedRow& row, Rejection& rejection);

    // Of the row just parsed.
    RowIdentities identities();

    const ParseSightings& sightings() const { return sightings_; }
    const StatusWords& statuses() const { return rules_.statuses; }
    const NobodyWords& nobodies() const { return nobodies_; }
    // A cell meant several things and `readings` did not say which: look at the whole file first.
    bool needs_look() const { return needs_look_; }

private:
    std::string_view cell(Field field) { return cell_at(map_.of(field)); }
    std::string_view cell_at(int column);
    std::string_view keep(std::string text);
    bool fail(Field field, const char* key, std::string_view text);

    bool check_shape(const Row& from);
    bool read_all();
    bool read_customer_row();
    bool read_product_row();
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
    bool read_unit_cost(std::string_view quantity);
    bool read_status();
    bool leave_out(std::string_view status);
    void read_contacts();
    void read_name();
    Nobody forget_nobodies();
    void forget_set_aside();
    bool told_customer(std::string_view text);
    bool is_hurt_phone(std::string_view text);
    void take_contact_for_customer();
    bool is_set_aside(commerce::ProfileKind kind, std::string_view key);
    void note_set_aside(commerce::ProfileKind kind, std::string_view shown);
    bool begins_order() const { return row_->keyed_by_content || row_->key != last_key_; }
    void read_fulfilment();
    std::string standard_trait(Field field, std::string_view text);
    void read_traits();
    void read_consents();
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
    std::uint64_t hash_of_name(std::string_view name);

    NobodyWords nobodies_;
    struct NameHash {
        std::uint64_t text = 0, key = 0;
    };
    std::vector<NameHash> name_hashes_;  // by the text's: making a name's key is slow
    std::array<std::set<std::string, std::less<>>, 4> set_aside_;  // keys, by kind
    bool customer_is_set_aside_ = false;
    std::string ignored_key_;  // of the order whose row was left out last
};

}  // namespace vafa::ingest

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/ids.h"
#include "base/result.h"
#include "ingest/dates.h"
#include "ingest/import_kind.h"
#include "ingest/mapping.h"
#include "ingest/number_scan.h"

namespace vafa::ingest {

struct ImportRequest {
    ImportKind kind = ImportKind::orders;
    std::vector<std::string> files;  // "-" is standard input
    std::string preset;              // empty: headers are matched by known names
    std::vector<MapOption> map;
    std::string currency;   // empty: the preset's, the file's, the store's
    std::string time_zone;  // of times that do not say their own; empty: the store's
    // Set: dates of the other calendar are wrong. Else the year of each tells.
    std::optional<CalendarKind> calendar;
    // Of day and month where the cells do not tell; unset: what the whole column shows.
    std::optional<DateOrder> date_order;
    bool dates_from_1904 = false;        // plain numbers count days since 1904, not 1900
    std::optional<DecimalMark> decimal;  // unset: what the whole column shows
    bool accept_unit = false;            // amounts ten times those of the store are meant so
    std::string sheet;                   // of workbooks; empty: every one whose columns are known
    std::string encoding;                // of text files; empty: the content tells
    bool dry_run = false;
    ShopId shop;
    ImportId queued;     // set: this import, which the store has as queued
    std::string source;  // of orders whose row names none; may be empty
    // What tells a customer: "id", "phone", "email" or "name"; empty: what the columns suggest.
    std::string customer_by;
    // Customers that are nobody: ids, phones, e-mails, names. Their orders are anonymous.
    std::vector<std::string> set_aside;
    // A word of the status column → a status, or "ignore": its rows are left out.
    std::vector<std::pair<std::string, std::string>> statuses;
    // "customer:COLUMN" or "order:COLUMN": whose trait a column without a meaning is.
    std::vector<std::string> traits;
    std::vector<std::string> ignore;  // columns that are no traits
    bool no_traits = false;
};

// What was found or guessed, for a person: an i18n key and its parameters.
struct Note {
    std::string key;
    std::vector<std::pair<std::string, std::string>> params = {};
    bool operator==(const Note&) const = default;
};

// Which column of which file was taken for what.
struct ColumnUse {
    std::string file, field, column;
    bool operator==(const ColumnUse&) const = default;
};

// How many customers there were, did this kind of value tell them.
struct IdentityCount {
    std::string kind;  // "id", "phone", "email", "name"
    std::string column;
    std::int64_t customers = 0;
    std::int64_t orders_without = 0;
    bool exact = true;    // false: customers within about one percent
    bool chosen = false;  // this import tells them by it
    bool operator==(const IdentityCount&) const = default;
};

// One "customer" who is nobody in particular: a walk-in, the shop's own phone.
struct WalkIn {
    std::string kind;   // of the value, as in IdentityCount
    std::string value;  // as the file shows it
    std::int64_t orders = 0;
    double share = 0;        // of all orders
    bool set_aside = false;  // its orders are anonymous
    std::string reason;      // "many": of orders; "word": it means nobody; "told": by set_aside
    bool operator==(const WalkIn&) const = default;
};

// A word of the status column, as it stands.
struct StatusUse {
    std::string word;
    std::int64_t rows = 0;
    std::string status;  // a status' name, or "ignore"
    bool known = true;   // false: counted as completed for want of better
    bool operator==(const StatusUse&) const = default;
};

// A column without a meaning of its own, kept under its name.
struct TraitUse {
    std::string file, column;
    std::string owner;  // "customer", "order"
    bool operator==(const TraitUse&) const = default;
};

// What the amounts of the files were taken for.
struct AmountUnit {
    std::string name;        // "EUR"; "IRT" of toman
    std::int64_t minor = 1;  // minor units of the store's currency in one of it
    bool told = false;       // by somebody or by the files, not for want of better
    bool operator==(const AmountUnit&) const = default;
};

// How a column of dates that do not tell themselves was read.
struct DateUse {
    std::string file, column, field;
    std::string order;     // "dmy", "mdy", "ymd", "days_1900", "days_1904", "seconds", …
    std::string calendar;  // "gregorian", "persian"
    std::string sample, read_as;
    bool certain = true;  // false: a guess
    bool operator==(const DateUse&) const = default;
};

struct RejectedSample {
    std::string file;
    std::uint64_t line = 0;
    Error reason;
};

struct ImportResult {
    ImportId import;
    ImportKind kind = ImportKind::orders;
    std::int64_t rows = 0;  // without header and empty lines
    std::int64_t orders = 0;
    std::int64_t orders_added = 0, orders_updated = 0, orders_unchanged = 0;
    std::int64_t customers_added = 0, anonymous_orders = 0;
    // Of files of customers and of products.
    std::int64_t customers = 0, customers_updated = 0, customers_unchanged = 0;
    std::int64_t products = 0, products_added = 0, products_updated = 0, products_unchanged = 0;
    std::int64_t rejected = 0;
    std::int64_t ignored = 0;                      // rows whose status was told to be left out
    std::string rejected_file;                     // empty: there is none
    std::vector<RejectedSample> rejected_samples;  // the first few
    double seconds = 0;
    Currency currency;
    std::optional<AmountUnit> unit;  // nothing where the file has no amounts
    // Over the counted orders; nothing where there is none.
    std::optional<Day> first_day, last_day;
    std::int64_t revenue_minor = 0;
    std::optional<std::int64_t> median_order_minor, largest_order_minor;
    std::vector<ColumnUse> columns;
    std::vector<IdentityCount> identities;
    std::vector<WalkIn> walk_ins;
    std::vector<StatusUse> statuses;
    std::vector<TraitUse> traits;
    std::vector<DateUse> dates;
    std::vector<Note> notes;
};

enum class ImportPhase { reading, applying, undoing };

struct ImportProgress {
    ImportPhase phase = ImportPhase::reading;
    std::uint64_t done = 0, total = 0;  // reading: bytes (total 0: unknown); applying: rows;
                                        // undoing: orders
    std::uint64_t rows = 0;             // so far in this phase
    std::uint64_t rejected = 0;         // rows set aside so far
};

// Both may be empty. Called on the importing thread, some times a second.
struct ImportWatch {
    std::function<void(const ImportProgress&)> progress;
    std::function<bool()> cancelled;
};

}  // namespace vafa::ingest

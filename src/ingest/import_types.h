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
#include "ingest/mapping.h"

namespace vafa::ingest {

struct ImportRequest {
    std::vector<std::string> files;  // "-" is standard input
    std::string preset;              // empty: headers are matched by known names
    std::vector<MapOption> map;
    std::string currency;   // empty: the preset's, the file's, the store's
    std::string time_zone;  // of times that do not say their own; empty: the store's
    // Set: dates of the other calendar are wrong. Else the year of each tells.
    std::optional<CalendarKind> calendar;
    bool dry_run = false;
    ShopId shop;
    ImportId queued;     // set: this import, which the store has as queued
    std::string source;  // of orders whose row names none; may be empty
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

struct RejectedSample {
    std::string file;
    std::uint64_t line = 0;
    Error reason;
};

struct ImportResult {
    ImportId import;
    std::int64_t rows = 0;  // without header and empty lines
    std::int64_t orders = 0;
    std::int64_t orders_added = 0, orders_updated = 0, orders_unchanged = 0;
    std::int64_t customers_added = 0, anonymous_orders = 0;
    std::int64_t rejected = 0;
    std::string rejected_file;                     // empty: there is none
    std::vector<RejectedSample> rejected_samples;  // the first few
    double seconds = 0;
    Currency currency;
    // Over the counted orders; nothing where there is none.
    std::optional<Day> first_day, last_day;
    std::int64_t revenue_minor = 0;
    std::optional<std::int64_t> median_order_minor, largest_order_minor;
    std::vector<ColumnUse> columns;
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

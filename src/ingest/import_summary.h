#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ingest/import_types.h"
#include "platform/i18n/i18n.h"
#include "platform/json/notes.h"

// ImportResult as the command line prints it, the API answers it and the store keeps it.
namespace vafa::ingest {

struct ImportNote {
    std::string key;
    std::map<std::string, std::string> params;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(ImportNote, (), (key, params, text))

struct ImportColumn {
    std::string file, field, column;
};
BOOST_DESCRIBE_STRUCT(ImportColumn, (), (file, field, column))

struct ImportDates {
    std::string file, column, field, order, calendar, sample, read_as;
    bool certain = true;
};
BOOST_DESCRIBE_STRUCT(ImportDates, (),
                      (file, column, field, order, calendar, sample, read_as, certain))

struct ImportSummary {
    std::optional<std::string> import_;
    std::int64_t rows = 0, orders = 0;
    std::int64_t orders_added = 0, orders_updated = 0, orders_unchanged = 0;
    std::int64_t customers_added = 0, anonymous_orders = 0, rejected = 0;
    std::optional<std::string> rejected_file;
    double seconds = 0;
    std::string currency;
    std::optional<std::string> first_day, last_day;
    std::int64_t revenue_minor = 0;
    std::optional<std::int64_t> median_order_minor, largest_order_minor;
    std::vector<ImportColumn> columns;
    std::vector<ImportDates> dates;
    std::vector<ImportNote> notes;
};
BOOST_DESCRIBE_STRUCT(ImportSummary, (),
                      (import_, rows, orders, orders_added, orders_updated, orders_unchanged,
                       customers_added, anonymous_orders, rejected, rejected_file, seconds,
                       currency, first_day, last_day, revenue_minor, median_order_minor,
                       largest_order_minor, columns, dates, notes))

json::Notes field_notes(const ImportNote*);
json::Notes field_notes(const ImportColumn*);
json::Notes field_notes(const ImportDates*);
json::Notes field_notes(const ImportSummary*);

// The notes' texts are in that language.
ImportSummary summary_of(const ImportResult& result, i18n::Locale locale);
void translate_notes(std::vector<ImportNote>& notes, i18n::Locale locale);

}  // namespace vafa::ingest

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

BOOST_DESCRIBE_STRUCT(IdentityCount, (), (kind, column, customers, orders_without, exact, chosen))
BOOST_DESCRIBE_STRUCT(WalkIn, (), (kind, value, orders, share, set_aside, reason))
BOOST_DESCRIBE_STRUCT(StatusUse, (), (word, rows, status, known))
BOOST_DESCRIBE_STRUCT(TraitUse, (), (file, column, owner))
struct ImportDates {
    std::string file, column, field, order, calendar, sample, read_as;
    bool certain = true;
};
BOOST_DESCRIBE_STRUCT(ImportDates, (),
                      (file, column, field, order, calendar, sample, read_as, certain))

BOOST_DESCRIBE_STRUCT(AmountUnit, (), (name, minor, told))

struct ImportSummary {
    std::optional<std::string> import_;
    ImportKind kind = ImportKind::orders;
    std::int64_t rows = 0, orders = 0;
    std::int64_t orders_added = 0, orders_updated = 0, orders_unchanged = 0;
    std::int64_t customers_added = 0, anonymous_orders = 0, rejected = 0, ignored = 0;
    std::int64_t customers = 0, customers_updated = 0, customers_unchanged = 0;
    std::int64_t products = 0, products_added = 0, products_updated = 0, products_unchanged = 0;
    std::optional<std::string> rejected_file;
    double seconds = 0;
    std::string currency;
    std::optional<AmountUnit> unit;
    std::optional<std::string> first_day, last_day;
    std::int64_t revenue_minor = 0;
    std::optional<std::int64_t> median_order_minor, largest_order_minor;
    std::vector<ImportColumn> columns;
    std::vector<IdentityCount> identities;
    std::vector<WalkIn> walk_ins;
    std::vector<StatusUse> statuses;
    std::vector<TraitUse> traits;
    std::vector<ImportDates> dates;
    std::vector<ImportNote> notes;
};
BOOST_DESCRIBE_STRUCT(ImportSummary, (),
                      (import_, kind, rows, orders, orders_added, orders_updated, orders_unchanged,
                       customers_added, customers, customers_updated, customers_unchanged, products,
                       products_added, products_updated, products_unchanged, anonymous_orders,
                       rejected, ignored, rejected_file, seconds, currency, unit, first_day,
                       last_day, revenue_minor, median_order_minor, largest_order_minor, columns,
                       identities, walk_ins, statuses, traits, dates, notes))

json::Notes field_notes(const ImportNote*);
json::Notes field_notes(const ImportColumn*);
json::Notes field_notes(const IdentityCount*);
json::Notes field_notes(const WalkIn*);
json::Notes field_notes(const StatusUse*);
json::Notes field_notes(const TraitUse*);
json::Notes field_notes(const ImportDates*);
json::Notes field_notes(const AmountUnit*);
json::Notes field_notes(const ImportSummary*);

// The notes' texts are in that language.
ImportSummary summary_of(const ImportResult& result, i18n::Locale locale);
void translate_notes(std::vector<ImportNote>& notes, i18n::Locale locale);

}  // namespace vafa::ingest

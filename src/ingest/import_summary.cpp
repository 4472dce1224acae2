#include "ingest/import_summary.h"

namespace vafa::ingest {
namespace {

std::optional<std::string> day_text(const std::optional<Day>& day) {
    if (!day) return std::nullopt;
    return day_label(CalendarKind::gregorian, *day);
}

}  // namespace

json::Notes field_notes(const ImportNote*) {
    return {"ImportNote",
            {{.name = "key", .text = "Which note it is, for programs."},
             {.name = "params", .text = "What fills the text's gaps."},
             {.name = "text", .text = "The note in the reader's language."}}};
}

json::Notes field_notes(const ImportColumn*) {
    return {"ImportColumn",
            {{.name = "file", .text = "Name of the file."},
             {.name = "field", .text = "What the column was taken for."},
             {.name = "column", .text = "Name of the column, or #n for the n-th."}}};
}

json::Notes field_notes(const ImportDates*) {
    return {
        "ImportDates",
        {{.name = "file", .text = "Name of the file."},
         {.name = "column", .text = "Name of the column, or #n for the n-th."},
         {.name = "field", .text = "What the column was taken for."},
         {.name = "order",
          .text = "dmy, mdy or ymd; or what plain numbers count: days_1900, days_1904, seconds, "
                  "milliseconds."},
         {.name = "calendar", .text = "gregorian or persian."},
         {.name = "sample", .text = "A cell as it stands."},
         {.name = "read_as", .text = "The day it was read as, in that calendar."},
         {.name = "certain", .text = "false: nothing proves it, look at the sample."}}};
}

json::Notes field_notes(const ImportSummary*) {
    return {
        "ImportSummary",
        {{.name = "import", .text = "The import; null after a dry run.", .format = "imp_…"},
         {.name = "rows", .text = "Rows read, without header and empty lines."},
         {.name = "orders", .text = "Orders that the rows make up."},
         {.name = "orders_added", .text = "Orders that were new."},
         {.name = "orders_updated", .text = "Orders that were known and said something new."},
         {.name = "orders_unchanged", .text = "Orders that were known as they are."},
         {.name = "customers_added", .text = "Customers that were new."},
         {.name = "anonymous_orders", .text = "Orders without a customer."},
         {.name = "rejected", .text = "Rows set aside."},
         {.name = "rejected_file", .text = "Where they are on the server; null: there are none."},
         {.name = "seconds", .text = "How long it took."},
         {.name = "currency", .text = "ISO 4217 code of the amounts.", .example = "\"EUR\""},
         {.name = "first_day", .text = "Day of the first counted order.", .format = "date"},
         {.name = "last_day", .text = "Day of the last counted order.", .format = "date"},
         {.name = "revenue_minor", .text = "Sum of the counted orders in minor units."},
         {.name = "median_order_minor", .text = "Median counted order in minor units."},
         {.name = "largest_order_minor", .text = "Largest counted order in minor units."},
         {.name = "columns", .text = "Which column was taken for what."},
         {.name = "dates", .text = "How columns were read whose dates do not tell themselves."},
         {.name = "notes", .text = "What was found or guessed about the files."}}};
}

ImportSummary summary_of(const ImportResult& result, i18n::Locale locale) {
    ImportSummary out;
    if (result.import) out.import_ = to_string(result.import);
    out.rows = result.rows;
    out.orders = result.orders;
    out.orders_added = result.orders_added;
    out.orders_updated = result.orders_updated;
    out.orders_unchanged = result.orders_unchanged;
    out.customers_added = result.customers_added;
    out.anonymous_orders = result.anonymous_orders;
    out.rejected = result.rejected;
    if (!result.rejected_file.empty()) out.rejected_file = result.rejected_file;
    out.seconds = result.seconds;
    out.currency = result.currency.code;
    out.first_day = day_text(result.first_day);
    out.last_day = day_text(result.last_day);
    out.revenue_minor = result.revenue_minor;
    out.median_order_minor = result.median_order_minor;
    out.largest_order_minor = result.largest_order_minor;
    for (const auto& use : result.columns) {
        out.columns.push_back({use.file, use.field, use.column});
    }
    for (const auto& use : result.dates) {
        out.dates.push_back({use.file, use.column, use.field, use.order, use.calendar, use.sample,
                             use.read_as, use.certain});
    }
    for (const auto& note : result.notes) {
        out.notes.push_back({note.key, {note.params.begin(), note.params.end()}, {}});
    }
    translate_notes(out.notes, locale);
    return out;
}

void translate_notes(std::vector<ImportNote>& notes, i18n::Locale locale) {
    for (auto& note : notes) {
        note.text = i18n::translate(locale, note.key, {note.params.begin(), note.params.end()});
    }
}

}  // namespace vafa::ingest

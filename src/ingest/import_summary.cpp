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

json::Notes field_notes(const IdentityCount*) {
    return {"ImportIdentity",
            {{.name = "kind", .text = "What would tell customers: id, phone, email or name."},
             {.name = "column", .text = "The column it stands in, or #n for the n-th."},
             {.name = "customers", .text = "How many customers that would make."},
             {.name = "orders_without", .text = "Orders that do not say it."},
             {.name = "exact", .text = "false: the customers are within about one percent."},
             {.name = "chosen", .text = "This import tells customers by it."}}};
}

json::Notes field_notes(const WalkIn*) {
    return {"ImportWalkIn",
            {{.name = "kind", .text = "Of the value: id, phone, email or name."},
             {.name = "value", .text = "As the file shows it; `set_aside` takes it."},
             {.name = "orders", .text = "Orders under it."},
             {.name = "share", .text = "Of all orders, from 0 to 1."},
             {.name = "set_aside", .text = "Its orders are anonymous; their revenue counts."},
             {.name = "reason",
              .text = "many: a tenth of all orders or more; word: it is a known word for nobody; "
                      "told: by `set_aside`."}}};
}

json::Notes field_notes(const StatusUse*) {
    return {"ImportStatus",
            {{.name = "word", .text = "As it stands in the file."},
             {.name = "rows", .text = "Rows that say it."},
             {.name = "status", .text = "What it was taken for; ignore: its rows were left out."},
             {.name = "known", .text = "false: it counts as completed for want of better."}}};
}

json::Notes field_notes(const TraitUse*) {
    return {"ImportTrait",
            {{.name = "file", .text = "Name of the file."},
             {.name = "column", .text = "Name of the column, and of the trait."},
             {.name = "owner", .text = "Whose trait it is: customer or order."}}};
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

json::Notes field_notes(const AmountUnit*) {
    return {"ImportUnit",
            {{.name = "name",
              .text = "An ISO 4217 code; IRT, IRHR and IRHT are toman, thousand rials and thousand "
                      "tomans."},
             {.name = "minor", .text = "Minor units of the store's currency in one of it."},
             {.name = "told",
              .text = "false: neither the request nor the file named it; it is the store's."}}};
}

json::Notes field_notes(const ImportSummary*) {
    return {
        "ImportSummary",
        {{.name = "import", .text = "The import; null after a dry run.", .format = "imp_…"},
         {.name = "kind", .text = "What the rows were."},
         {.name = "rows", .text = "Rows read, without header and empty lines."},
         {.name = "orders", .text = "Orders that the rows make up."},
         {.name = "orders_added", .text = "Orders that were new."},
         {.name = "orders_updated", .text = "Orders that were known and said something new."},
         {.name = "orders_unchanged", .text = "Orders that were known as they are."},
         {.name = "customers_added", .text = "Customers that were new."},
         {.name = "customers", .text = "Customers that a file of customers tells of."},
         {.name = "customers_updated", .text = "Of whom it says something new."},
         {.name = "customers_unchanged", .text = "Of whom it says what a file said before."},
         {.name = "products", .text = "Products that a file of products tells of."},
         {.name = "products_added", .text = "Products that were new."},
         {.name = "products_updated", .text = "Of which it says something new."},
         {.name = "products_unchanged", .text = "Of which it says what a file said before."},
         {.name = "anonymous_orders", .text = "Orders without a customer."},
         {.name = "rejected", .text = "Rows set aside."},
         {.name = "ignored", .text = "Rows whose status was told to be left out."},
         {.name = "rejected_file", .text = "Where they are on the server; null: there are none."},
         {.name = "seconds", .text = "How long it took."},
         {.name = "currency", .text = "ISO 4217 code of the amounts.", .example = "\"EUR\""},
         {.name = "unit", .text = "What the amounts were taken for; null: the file has none."},
         {.name = "first_day", .text = "Day of the first counted order.", .format = "date"},
         {.name = "last_day", .text = "Day of the last counted order.", .format = "date"},
         {.name = "revenue_minor", .text = "Sum of the counted orders in minor units."},
         {.name = "median_order_minor", .text = "Median counted order in minor units."},
         {.name = "largest_order_minor", .text = "Largest counted order in minor units."},
         {.name = "columns", .text = "Which column was taken for what."},
         {.name = "identities", .text = "How many customers each kind of value would tell."},
         {.name = "walk_ins", .text = "Customers who are nobody in particular, or may be."},
         {.name = "statuses", .text = "The words of the status column, the most frequent first."},
         {.name = "traits", .text = "Columns without a meaning that were kept by their names."},
         {.name = "dates", .text = "How columns were read whose dates do not tell themselves."},
         {.name = "notes", .text = "What was found or guessed about the files."}}};
}

ImportSummary summary_of(const ImportResult& result, i18n::Locale locale) {
    ImportSummary out;
    if (result.import) out.import_ = to_string(result.import);
    out.kind = result.kind;
    out.rows = result.rows;
    out.orders = result.orders;
    out.orders_added = result.orders_added;
    out.orders_updated = result.orders_updated;
    out.orders_unchanged = result.orders_unchanged;
    out.customers_added = result.customers_added;
    out.customers = result.customers;
    out.customers_updated = result.customers_updated;
    out.customers_unchanged = result.customers_unchanged;
    out.products = result.products;
    out.products_added = result.products_added;
    out.products_updated = result.products_updated;
    out.products_unchanged = result.products_unchanged;
    out.anonymous_orders = result.anonymous_orders;
    out.rejected = result.rejected;
    out.ignored = result.ignored;
    out.identities = result.identities;
    out.walk_ins = result.walk_ins;
    out.statuses = result.statuses;
    out.traits = result.traits;
    if (!result.rejected_file.empty()) out.rejected_file = result.rejected_file;
    out.seconds = result.seconds;
    out.currency = result.currency.code;
    out.unit = result.unit;
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

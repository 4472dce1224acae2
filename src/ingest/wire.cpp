#include "ingest/wire.h"

namespace vafa::ingest::wire {
namespace {

constexpr std::size_t kMaxFiles = 100;

json::FieldNote kind() { return {.name = "kind", .text = "What the rows are; without it orders."}; }
json::FieldNote preset() {
    return {.name = "preset",
            .text =
                "The platform the file comes from, one of /api/v1/imports/presets; without "
                "one, columns are known by their names.",
            .max_length = 50,
            .example = "\"shopify\""};
}
json::FieldNote currency() {
    return {.name = "currency",
            .text =
                "ISO 4217 code of the amounts; without it the preset's, the file's, the "
                "store's.",
            .max_length = 10,
            .example = "\"EUR\""};
}
json::FieldNote time_zone() {
    return {.name = "time_zone",
            .text =
                "IANA name, of times that do not say their own; without it the store's. The "
                "first import gives it to the store.",
            .max_length = 100,
            .example = "\"Europe/Berlin\""};
}
json::FieldNote sheet() {
    return {.name = "sheet",
            .text = "Of a workbook; without it every sheet whose columns are known.",
            .max_length = 200};
}

json::FieldNote encoding() {
    return {.name = "encoding",
            .text =
                "Of text files: utf-8, utf-16le, utf-16be, windows-1251, windows-1252, "
                "windows-1256. Without it the content tells.",
            .max_length = 20};
}

json::FieldNote calendar() {
    return {.name = "calendar",
            .text =
                "Of the file's dates; without it the year of each tells. The first import "
                "gives it to the store."};
}
json::FieldNote date_order() {
    return {.name = "date_order",
            .text =
                "Of day and month where the dates do not tell; without it the whole column "
                "decides. days_1904: plain numbers count days since 1904."};
}
json::FieldNote decimal() {
    return {.name = "decimal",
            .text = "The decimal mark of amounts; without it the whole column decides."};
}
json::FieldNote accept_unit() {
    return {.name = "accept_unit",
            .text = "Amounts ten times those of the store, or a tenth, are meant so."};
}
json::FieldNote customer_by() {
    return {.name = "customer_by",
            .text = "What tells a customer; without it what the columns suggest."};
}
json::FieldNote set_aside() {
    return {.name = "set_aside",
            .text =
                "Customers who are nobody, as ids, phones, e-mails or names: their orders are "
                "anonymous.",
            .max_length = 100};
}
json::FieldNote traits() {
    return {
        .name = "traits",
        .text = "`customer:COLUMN` or `order:COLUMN`: whose trait a column without a meaning is.",
        .max_length = 100};
}
json::FieldNote ignore() {
    return {.name = "ignore", .text = "Columns that are not kept as traits.", .max_length = 100};
}
json::FieldNote no_traits() {
    return {.name = "no_traits", .text = "Keep no columns but those that have a meaning."};
}
json::FieldNote upload_id() { return {.name = "id", .text = "The upload.", .format = "upl_…"}; }
json::FieldNote import_id() { return {.name = "id", .text = "The import.", .format = "imp_…"}; }
json::FieldNote items(std::string_view text) { return {.name = "items", .text = text}; }

}  // namespace

json::Notes field_notes(const Upload*) {
    return {"Upload",
            {upload_id(),
             {.name = "name", .text = "Name of the file."},
             {.name = "size", .text = "Bytes, as they came."},
             {.name = "created_at", .text = "When it came.", .format = "date-time"},
             {.name = "kept_until",
              .text = "Deleted then, unless it is used before.",
              .format = "date-time"}}};
}

json::Notes field_notes(const UploadList*) {
    return {"UploadList", {items("All uploads, the oldest first.")}};
}

json::Notes field_notes(const UploadPreview*) {
    return {"UploadPreview",
            {{.name = "upload", .text = "The upload."},
             {.name = "file", .text = "What its beginning shows."},
             {.name = "dry_run", .text = "What an import would read; null: not asked for."}}};
}

json::Notes field_notes(const Undo*) {
    return {"ImportUndo",
            {{.name = "orders", .text = "Orders that the import had told of, looked at so far."},
             {.name = "removed", .text = "Of these, that no other import told of: they went."},
             {.name = "changed", .text = "Of these, that stand as others told of them."},
             {.name = "customers", .text = "Customers that nobody else named: they went."}}};
}

json::Notes field_notes(const Import*) {
    return {
        "Import",
        {import_id(),
         {.name = "kind", .text = "orders, customers, products, or demo for made-up orders."},
         {.name = "state",
          .text = "stopped: half applied, to be resumed when the server starts or takes the "
                  "next import. undoing: marked as taken back, and being so; goes on over "
                  "restarts."},
         {.name = "files", .text = "Names of the files."},
         {.name = "uploads", .text = "The uploads it reads; none for the command line's."},
         {.name = "started_at", .text = "When it was queued or begun.", .format = "date-time"},
         {.name = "finished_at", .text = "null: it is not over.", .format = "date-time"},
         {.name = "progress", .text = "While it runs, else null."},
         {.name = "result", .text = "Once it is done, else null."},
         {.name = "problem", .text = "Why it failed or stopped, in the reader's language."},
         {.name = "problem_field", .text = "What the problem is with."},
         {.name = "problem_key", .text = "Which problem it is, for programs."},
         {.name = "problem_params", .text = "What fills the gaps of the problem's text."},
         {.name = "asked", .text = "As it was asked for; null: it did not come through the API."},
         {.name = "has_rejected_rows", .text = "/rejected has a file to download."},
         {.name = "undo", .text = "Where it is undoing or undone, else null."}}};
}

json::Notes field_notes(const Preset*) {
    return {"ImportPreset",
            {{.name = "name", .text = "As an import's `preset` takes it."},
             {.name = "title", .text = "In the reader's language."},
             {.name = "currency", .text = "Of its amounts; null: the file says, or the store."},
             {.name = "fields", .text = "Which fields it knows the columns of."}}};
}

json::Notes field_notes(const PresetList*) { return {"ImportPresets", {items("All presets.")}}; }
json::Notes field_notes(const Field*) {
    return {"ImportField",
            {{.name = "name", .text = "As an import's `map` takes it."},
             {.name = "title", .text = "In the reader's language."}}};
}
json::Notes field_notes(const FieldList*) {
    return {"ImportFields", {items("What a column can mean, as `map` takes it.")}};
}

json::Notes field_notes(const NewUpload*) {
    return {"NewUpload",
            {{.name = "name",
              .text = "Name of the file, for messages.",
              .max_length = 255,
              .example = "\"orders.csv\""}}};
}

json::Notes field_notes(const OneUpload*) { return {"OneUpload", {upload_id()}}; }

json::Notes field_notes(const PreviewRequest*) {
    return {"PreviewRequest",
            {upload_id(),
             kind(),
             preset(),
             currency(),
             time_zone(),
             sheet(),
             encoding(),
             calendar(),
             date_order(),
             decimal(),
             accept_unit(),
             {.name = "map",
              .text = "Which column is which: `field=column`, or `field=#3` for the third.",
              .max_length = 100},
             customer_by(),
             set_aside(),
             {.name = "statuses",
              .text = "What a word of the status column means: `word=status`; `word=ignore` leaves "
                      "its rows out.",
              .max_length = 200},
             traits(),
             ignore(),
             no_traits(),
             {.name = "dry_run", .text = "Read all of it, as an import would, and add nothing."}}};
}

json::Notes field_notes(const NewImport*) {
    return {"NewImport",
            {{.name = "uploads",
              .text = "The files, in their order; orders may be spread over them.",
              .max_length = kMaxFiles},
             kind(),
             preset(),
             currency(),
             time_zone(),
             sheet(),
             encoding(),
             calendar(),
             date_order(),
             decimal(),
             accept_unit(),
             {.name = "map",
              .text = "field → column, or #3 for the third; goes before preset and known names."},
             customer_by(),
             set_aside(),
             {.name = "statuses",
              .text = "Word of the status column → status, or ignore to leave its rows out."},
             traits(),
             ignore(),
             no_traits()}};
}

json::Notes field_notes(const AskedImport*) {
    json::Notes notes = field_notes(static_cast<const NewImport*>(nullptr));
    notes.name = "AskedImport";
    return notes;
}

json::Notes field_notes(const ImportList*) {
    return {"ImportList",
            {{.name = "cursor", .text = "A page's next_cursor.", .max_length = 200},
             {.name = "limit",
              .text = "Items a page, 50 unless told.",
              .min = 1,
              .max = static_cast<double>(rest::kMaxPage)}}};
}

json::Notes field_notes(const OneImport*) { return {"OneImport", {import_id()}}; }

}  // namespace vafa::ingest::wire

#include "ingest/preview.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/file_traits.h"
#include "ingest/input_file.h"
#include "ingest/presets.h"
#include "ingest/trait_columns.h"
#include "platform/files/temp_folder.h"

namespace vafa::ingest {
namespace {

using Cells = std::vector<std::string>;

std::string shown(std::string_view cell) {
    std::string text = valid_utf8(cell.substr(0, kPreviewCellBytes));
    return cell.size() > kPreviewCellBytes ? text + "…" : text;
}

std::vector<Cells> shown_rows(const FileShape& shape) {
    std::vector<Cells> rows;
    for (const auto& row : shape.sample) {
        if (rows.size() == kPreviewRows) break;
        Cells& cells = rows.emplace_back();
        for (const auto& cell : row) cells.push_back(shown(cell));
    }
    return rows;
}

Cells samples_of(const FileShape& shape, std::size_t column) {
    Cells samples;
    for (const auto& row : shape.sample) {
        if (samples.size() == kPreviewSamples) break;
        if (column >= row.size() || row[column].empty()) continue;
        const std::string cell = shown(row[column]);
        if (std::find(samples.begin(), samples.end(), cell) == samples.end()) {
            samples.push_back(cell);
        }
    }
    return samples;
}

void show_columns(const FileShape& shape, FilePreview& into) {
    for (std::size_t i = 0; i < shape.columns; ++i) {
        const bool named = i < shape.header.size();
        into.columns.push_back({named ? shown(shape.header[i]) : "#" + std::to_string(i + 1),
                                samples_of(shape, i),
                                std::nullopt,
                                {}});
    }
}

void show_fields(const ColumnMap& map, ImportKind kind, FilePreview& into) {
    for (const auto name : field_names()) {
        if (!has_field(kind, *parse_field(name))) continue;
        PreviewField& field = into.fields.emplace_back();
        field.field = name;
        const int column = map.of(*parse_field(name));
        if (column == kNoColumn) continue;
        auto& taken = into.columns.at(static_cast<std::size_t>(column));
        field.column = taken.name;
        if (!taken.field) taken.field = name;
    }
}

std::string_view word_for(MapReason reason) {
    switch (reason) {
        case MapReason::told:
            return "told";
        case MapReason::preset:
            return "preset";
        case MapReason::name:
            return "name";
        case MapReason::none:
            break;
    }
    return "kind";
}

std::string_view word_for(const TraitColumn& column) {
    switch (column.why) {
        case NoTrait::kept:
            return column.trait.owner == TraitOwner::customer ? "customer" : "order";
        case NoTrait::repeats:
            return "repeats";
        case NoTrait::of_line:
            return "line";
        default:
            return "ignored";
    }
}

void show_reasons(const InputFile& file, const ImportRequest& request, FilePreview& into) {
    for (auto& column : into.columns) {
        if (column.field) {
            column.reason = word_for(file.map.reason[index_of(*parse_field(*column.field))]);
        } else {
            column.reason = "ignored";
        }
    }
    for (const auto& each :
         trait_columns(file.shape.header, file.shape.sample, file.map, trait_options(request))) {
        auto& column = into.columns.at(static_cast<std::size_t>(each.column));
        if (column.field) continue;
        const bool empty = column.samples.empty() && each.why == NoTrait::kept;
        column.reason = empty ? "empty" : word_for(each);
    }
}

// The table that is shown, and whether it can be imported.
struct Shown {
    InputFile file;
    Result<void> mapped;
};

Shown choose_table(OpenedFile& opened, const Preset* preset, const ImportRequest& request) {
    std::vector<Shown> shown;
    for (auto& table : opened.tables) {
        InputFile file = input_of(std::move(table), opened);
        auto mapped = map_file(file, request, preset);
        shown.push_back({std::move(file), std::move(mapped)});
        if (shown.back().mapped) return std::move(shown.back());
    }
    return std::move(shown.front());
}

}  // namespace

Result<FilePreview> preview_file(const ImportRequest& request, i18n::Locale locale) {
    const Preset* preset = nullptr;
    if (!request.preset.empty()) {
        VAFA_TRY(preset, find_preset(request.preset));
    }
    VAFA_TRY(const auto folder, files::TempFolder::make());
    VAFA_TRY(auto opened, open_tables(request.files.front(), request, preset,
                                      {.folder = folder.path(), .look = true}));
    auto shown = choose_table(opened, preset, request);
    const InputFile& file = shown.file;
    if (file.shape.columns == 0) return invalid("error.import_empty").with("file", file.name);
    FilePreview preview;
    const CsvDialect& dialect = file.shape.dialect;
    preview.packed = file.packed;
    preview.delimiter = dialect.whitespace ? " " : std::string(1, dialect.delimiter);
    preview.encoding = encoding::name_of(file.encoding);
    preview.sheet = file.sheet;
    preview.sheets = opened.sheets;
    preview.title_rows = file.shape.title_rows;
    preview.has_header = file.shape.has_header;
    preview.rows = shown_rows(file.shape);
    show_columns(file.shape, preview);
    show_fields(file.map, request.kind, preview);
    show_reasons(file, request, preview);
    auto importable = std::move(shown.mapped);
    if (importable) importable = check_trait_columns({file}, request);
    if (!importable) {
        const Error problem = importable.error();
        preview.problem = i18n::describe(locale, problem);
        preview.problem_field = problem.field;
        preview.problem_key = problem.key;
        preview.problem_params = {problem.params.begin(), problem.params.end()};
        return preview;
    }
    for (const auto& note : notes_on({file}, preset, request.kind)) {
        preview.notes.push_back({note.key, {note.params.begin(), note.params.end()}, {}});
    }
    translate_notes(preview.notes, locale);
    return preview;
}

json::Notes field_notes(const PreviewColumn*) {
    return {
        "PreviewColumn",
        {{.name = "name", .text = "As the header says, or #n for the n-th."},
         {.name = "samples", .text = "Its first different values."},
         {.name = "field", .text = "What it is taken for; null: nothing."},
         {.name = "reason",
          .text = "Of a field: told (by `map`), preset, name (a known one) or kind (it tells the "
                  "customer). Else what becomes of it: customer or order (kept as a trait of "
                  "that), ignored, empty (nothing to see so far), repeats (another column), "
                  "line (of an order's line)."}}};
}

json::Notes field_notes(const PreviewField*) {
    return {"PreviewField",
            {{.name = "field", .text = "What a column can mean."},
             {.name = "column", .text = "The column taken for it; null: none."}}};
}

json::Notes field_notes(const FilePreview*) {
    return {"FilePreview",
            {{.name = "delimiter", .text = "What stands between cells; a blank: any blanks."},
             {.name = "encoding", .text = "What was recognised: utf-8, windows-1251 and so on."},
             {.name = "sheet", .text = "Of a workbook the sheet that is shown; else empty."},
             {.name = "sheets", .text = "All sheets of a workbook."},
             {.name = "title_rows", .text = "Rows above the header that are skipped."},
             {.name = "packed", .text = "The file is gzipped."},
             {.name = "has_header", .text = "The first row names the columns."},
             {.name = "columns", .text = "In the order of the file."},
             {.name = "rows", .text = "The first 20 rows after the header; long cells are cut."},
             {.name = "fields", .text = "Every field and the column taken for it."},
             {.name = "problem", .text = "Why it cannot be imported like this; null: it can."},
             {.name = "problem_field", .text = "What the problem is with."},
             {.name = "problem_key", .text = "Which problem it is, for programs."},
             {.name = "problem_params", .text = "What fills the gaps of the problem's text."},
             {.name = "notes", .text = "What was found or guessed."}}};
}

}  // namespace vafa::ingest

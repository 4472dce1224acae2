#include "ingest/preview.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/input_file.h"
#include "ingest/presets.h"
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
                                samples_of(shape, i), std::nullopt});
    }
}

void show_fields(const ColumnMap* map, FilePreview& into) {
    for (const auto name : field_names()) {
        PreviewField& field = into.fields.emplace_back();
        field.field = name;
        const int column = map == nullptr ? kNoColumn : map->of(*parse_field(name));
        if (column == kNoColumn) continue;
        auto& taken = into.columns.at(static_cast<std::size_t>(column));
        field.column = taken.name;
        if (!taken.field) taken.field = name;
    }
}

// The table that is shown, mapped where it can be.
struct Shown {
    InputFile file;
    Result<ColumnMap> map;
};

Shown choose_table(OpenedFile& opened, const Preset* preset,
                   const std::vector<MapOption>& options) {
    std::vector<Shown> shown;
    for (auto& table : opened.tables) {
        auto map = map_columns(table.shape.header, table.shape.columns, preset, options);
        InputFile file = input_of(std::move(table), opened);
        if (map.has_value()) file.map = *map;
        const bool known = map.has_value();
        shown.push_back({std::move(file), std::move(map)});
        if (known) return std::move(shown.back());
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
    const auto shown = choose_table(opened, preset, request.map);
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
    show_fields(shown.map.has_value() ? &*shown.map : nullptr, preview);
    if (shown.map.has_error()) {
        preview.problem = i18n::describe(locale, shown.map.error());
        preview.problem_field = shown.map.error().field;
        return preview;
    }
    for (const auto& note : notes_on({file}, preset)) {
        preview.notes.push_back({note.key, {note.params.begin(), note.params.end()}, {}});
    }
    translate_notes(preview.notes, locale);
    return preview;
}

json::Notes field_notes(const PreviewColumn*) {
    return {"PreviewColumn",
            {{.name = "name", .text = "As the header says, or #n for the n-th."},
             {.name = "samples", .text = "Its first different values."},
             {.name = "field", .text = "What it is taken for; null: nothing."}}};
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
             {.name = "notes", .text = "What was found or guessed."}}};
}

}  // namespace vafa::ingest

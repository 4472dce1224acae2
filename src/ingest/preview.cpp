#include "ingest/preview.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/file_traits.h"
#include "ingest/input_file.h"
#include "ingest/presets.h"
#include "ingest/trait_columns.h"

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

void show_fields(const ColumnMap* map, ImportKind kind, FilePreview& into) {
    for (const auto name : field_names()) {
        if (!has_field(kind, *parse_field(name))) continue;
        PreviewField& field = into.fields.emplace_back();
        field.field = name;
        const int column = map == nullptr ? kNoColumn : map->of(*parse_field(name));
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

Result<InputFile> look_at(const std::filesystem::path& path, const Preset* preset, bool& packed) {
    InputFile file;
    file.path = path.string();
    file.name = path.filename().string();
    VAFA_TRY(auto reader, files::Reader::open(path));
    file.size = reader.size();
    file.start.resize(kSampleBytes);
    std::size_t got = 0;
    while (got < file.start.size()) {
        VAFA_TRY(const std::size_t n, reader.read(std::span(file.start).subspan(got)));
        if (n == 0) break;
        got += n;
    }
    packed = reader.packed();
    const bool whole = got < file.start.size();
    file.start.resize(got);
    file.shape = detect(file.start, whole, preset);
    if (file.shape.columns == 0) return invalid("error.import_empty").with("file", file.name);
    return file;
}

// The sample may end within a character.
bool looks_like_utf8(std::string_view start) {
    for (std::size_t cut = 0; cut < 4 && cut <= start.size(); ++cut) {
        if (is_valid_utf8(start.substr(0, start.size() - cut))) return true;
    }
    return false;
}

}  // namespace

Result<FilePreview> preview_file(const std::filesystem::path& path, const ImportRequest& request,
                                 i18n::Locale locale) {
    const Preset* preset = nullptr;
    if (!request.preset.empty()) {
        VAFA_TRY(preset, find_preset(request.preset));
    }
    FilePreview preview;
    VAFA_TRY(auto file, look_at(path, preset, preview.packed));
    const CsvDialect& dialect = file.shape.dialect;
    preview.delimiter = dialect.whitespace ? " " : std::string(1, dialect.delimiter);
    preview.encoding = looks_like_utf8(file.start) ? "utf-8" : "other";
    preview.has_header = file.shape.has_header;
    preview.rows = shown_rows(file.shape);
    show_columns(file.shape, preview);
    auto map = map_columns(file.shape.header, file.shape.columns, preset, request.map,
                           request.customer_by, request.kind);
    if (map.has_value()) {
        const auto checked = check_trait_columns({file}, request);
        if (checked.has_error()) map = checked.error();
    }
    if (map.has_value() && request.customer_by.empty() && request.kind != ImportKind::products) {
        look_for_names(*map, file.shape.sample);
    }
    show_fields(map.has_value() ? &*map : nullptr, request.kind, preview);
    if (map.has_error()) {
        preview.problem = i18n::describe(locale, map.error());
        preview.problem_field = map.error().field;
        return preview;
    }
    file.map = *map;
    show_reasons(file, request, preview);
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
                  "line (of an order's line). Nothing where there is a problem."}}};
}

json::Notes field_notes(const PreviewField*) {
    return {"PreviewField",
            {{.name = "field", .text = "What a column can mean."},
             {.name = "column", .text = "The column taken for it; null: none."}}};
}

json::Notes field_notes(const FilePreview*) {
    return {"FilePreview",
            {{.name = "delimiter", .text = "What stands between cells; a blank: any blanks."},
             {.name = "encoding", .text = "utf-8, or other where it is not."},
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

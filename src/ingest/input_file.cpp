#include "ingest/input_file.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>

#include "base/text.h"
#include "ingest/cells.h"
#include "ingest/file_traits.h"
#include "ingest/sheet_rows.h"
#include "ingest/status_words.h"
#include "platform/files/reader.h"

namespace vafa::ingest {

namespace {

Error in_file(Error error, const InputFile& file) {
    return std::move(error).with("file", file.name);
}

// The sheets with known columns; the others are told of by the first.
Result<std::vector<InputFile>> known_sheets(std::vector<InputFile> sheets, const std::string& name,
                                            const ImportRequest& request, const Preset* preset) {
    std::vector<InputFile> known;
    std::vector<std::string> others;
    Result<void> why;
    for (auto& sheet : sheets) {
        auto mapped = map_file(sheet, request, preset);
        if (mapped) {
            known.push_back(std::move(sheet));
            continue;
        }
        others.push_back(sheet.sheet);
        if (why) why = std::move(mapped);
    }
    if (known.empty() && !request.map.empty()) return std::move(why).error();
    if (known.empty()) {
        return invalid("error.workbook_no_table").with("file", name).with("sheets", joined(others));
    }
    if (!others.empty()) {
        known.front().notes.push_back(
            {"import.note_sheets_skipped", {{"file", name}, {"sheets", joined(others)}}});
    }
    return known;
}

Result<std::vector<InputFile>> inspect(const std::string& path, const ImportRequest& request,
                                       const Preset* preset, const Unpacking& unpacking) {
    VAFA_TRY(auto opened, open_tables(path, request, preset, unpacking));
    const std::string name = valid_utf8(std::filesystem::path(path).filename().string());
    std::vector<InputFile> files;
    for (auto& table : opened.tables) {
        files.push_back(input_of(std::move(table), opened));
    }
    if (files.size() == 1) {
        VAFA_CHECK(map_file(files.front(), request, preset));
    } else {
        VAFA_TRY(files, known_sheets(std::move(files), name, request, preset));
    }
    if (!opened.hidden_sheets.empty() && request.sheet.empty()) {
        files.front().notes.push_back({"import.note_sheets_hidden",
                                       {{"file", name}, {"sheets", joined(opened.hidden_sheets)}}});
    }
    return files;
}

Note delimiter_note(const InputFile& file) {
    if (file.shape.dialect.delimiter == '\t') {
        return {"import.note_tabs", {{"file", file.name}}};
    }
    return {"import.note_delimiter",
            {{"file", file.name}, {"delimiter", std::string(1, file.shape.dialect.delimiter)}}};
}

Note customer_note(const InputFile& file) {
    switch (file.map.customer_kind) {
        case commerce::ProfileKind::email:
            return {"import.note_customer_email"};
        case commerce::ProfileKind::phone:
            return {"import.note_customer_phone"};
        case commerce::ProfileKind::name:
            return {"import.note_customer_name"};
        case commerce::ProfileKind::id:
            break;
    }
    return {};
}

// What an order ought to say and these files do not.
void note_gaps(const InputFile& file, const Preset* preset, const std::function<void(Note)>& add) {
    const bool tells_status = file.map.has(Field::status) || file.map.has(Field::fulfilment) ||
                              file.map.has(Field::cancelled_at) ||
                              (preset != nullptr && !preset->cancelled_prefix.empty());
    if (!tells_status) add({"import.note_no_status"});
    if (!file.map.has(Field::order)) add({"import.note_no_order"});
    if (!file.map.has_money()) add({"import.note_no_amount"});
}

}  // namespace

Result<void> map_file(InputFile& file, const ImportRequest& request, const Preset* preset) {
    if (file.shape.columns == 0) return in_file(invalid("error.import_empty"), file);
    auto map =
        map_columns(file.shape.header, file.shape.columns, preset, request.map, request.customer_by,
                    request.kind, columns_named(trait_options(request)));
    if (!map) return in_file(std::move(map).error(), file);
    file.map = *map;
    if (request.customer_by.empty() && request.kind != ImportKind::products) {
        look_for_names(file.map, file.shape.sample);
    }
    auto enough = require_columns(file.map, file.shape.header, request.kind);
    if (!enough) return in_file(std::move(enough).error(), file);
    return {};
}

InputFile input_of(TableFile table, const OpenedFile& opened) {
    InputFile file;
    static_cast<TableFile&>(file) = std::move(table);
    if (opened.is_web_page) file.notes.push_back({"import.note_html_table", {{"file", file.name}}});
    if (file.encoding != encoding::Encoding::utf_8) {
        const std::string name(encoding::name_of(file.encoding));
        file.notes.push_back({"import.note_encoding", {{"file", file.name}, {"encoding", name}}});
    }
    if (file.shape.title_rows > 0) {
        file.notes.push_back(
            {"import.note_title_rows",
             {{"file", file.name}, {"count", std::to_string(file.shape.title_rows)}}});
    }
    return file;
}

Result<std::vector<InputFile>> inspect_files(const ImportRequest& request, const Preset* preset,
                                             const Unpacking& unpacking) {
    if (request.files.empty()) return invalid("error.import_no_files").at("files");
    std::vector<InputFile> files;
    for (const auto& path : request.files) {
        VAFA_TRY(auto tables, inspect(path, request, preset, unpacking));
        std::move(tables.begin(), tables.end(), std::back_inserter(files));
    }
    VAFA_CHECK(StatusWords::with(request.statuses));
    VAFA_CHECK(check_trait_columns(files, request));
    return files;
}

std::string column_name(const InputFile& file, int column) {
    const auto at = static_cast<std::size_t>(column);
    return at < file.shape.header.size() ? file.shape.header[at] : "#" + std::to_string(column + 1);
}

std::vector<ColumnUse> columns_used(const std::vector<InputFile>& files) {
    std::vector<ColumnUse> uses;
    for (const auto& file : files) {
        for (std::size_t i = 0; i < kFieldCount; ++i) {
            const int column = file.map.column[i];
            if (column == kNoColumn) continue;
            uses.push_back({.file = file.name,
                            .field = std::string(field_name(static_cast<Field>(i))),
                            .column = column_name(file, column)});
        }
    }
    return uses;
}

std::vector<Note> notes_on(const std::vector<InputFile>& files, const Preset* preset,
                           ImportKind kind) {
    std::vector<Note> notes;
    const auto add = [&](Note note) {
        if (note.key.empty() || std::find(notes.begin(), notes.end(), note) != notes.end()) return;
        notes.push_back(std::move(note));
    };
    for (const auto& file : files) {
        for (const auto& note : file.notes) add(note);
        if (!file.is_sheet && !file.shape.dialect.whitespace) add(delimiter_note(file));
        if (!file.shape.has_header && (preset == nullptr || !preset->words)) {
            add({"import.note_no_header", {{"file", file.name}}});
        }
        if (kind != ImportKind::products) add(customer_note(file));
        if (kind == ImportKind::orders) note_gaps(file, preset, add);
    }
    return notes;
}

std::vector<Note> notes_on_skipped(const InputFile& file, const SkippedRows& skipped) {
    std::vector<Note> notes;
    const auto add = [&](const char* key, std::uint64_t count) {
        if (count == 0) return;
        notes.push_back({key, {{"file", file.name}, {"count", std::to_string(count)}}});
    };
    add("import.note_repeated_headers", skipped.headers);
    add("import.note_total_rows", skipped.totals);
    return notes;
}

Result<InputReader> InputReader::open(const InputFile& file) {
    InputReader input;
    input.sieve_ = RowSieve(file.shape.header, file.map);
    if (file.is_sheet) {
        VAFA_TRY(auto rows, SheetRows::open(file.path));
        input.position_ = [sheet = rows.get()] { return sheet->position(); };
        input.rows_ = std::move(rows);
    } else {
        VAFA_TRY(auto opened, files::Reader::open(file.path));
        const auto reader = std::make_shared<files::Reader>(std::move(opened));
        input.position_ = [reader] { return reader->position(); };
        const auto read = [reader](std::span<char> into) { return reader->read(into); };
        input.rows_ =
            std::make_unique<CsvReader>(encoding::as_utf8(read, file.encoding), file.shape.dialect);
    }
    Row row;
    while (row.line < file.shape.header_line) {
        VAFA_TRY(const bool more, input.rows_->next(row));
        if (!more) break;
    }
    return input;
}

Result<bool> InputReader::next(Row& row) {
    while (true) {
        VAFA_TRY(const bool more, rows_->next(row));
        if (!more) return false;
        if (row.fault != RowFault::none) return true;
        switch (sieve_.place_of(row.cells)) {
            case RowPlace::row:
                return true;
            case RowPlace::repeated_header:
                ++skipped_.headers;
                break;
            case RowPlace::total:
                ++skipped_.totals;
                break;
        }
    }
}

}  // namespace vafa::ingest

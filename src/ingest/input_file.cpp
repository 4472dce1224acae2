#include "ingest/input_file.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <functional>

#include "base/text.h"
#include "ingest/file_traits.h"
#include "ingest/status_words.h"

namespace vafa::ingest {

namespace {

constexpr const char* kStandardInput = "-";

Error in_file(Error error, const InputFile& file) {
    return std::move(error).with("file", file.name);
}

Result<InputFile> inspect(const std::string& path, const ImportRequest& request,
                          const Preset* preset) {
    InputFile file;
    file.path = path;
    file.name = valid_utf8(std::filesystem::path(path).filename().string());
    VAFA_TRY(auto reader, files::Reader::open(path));
    file.size = reader.size();
    file.start.resize(kSampleBytes);
    std::size_t got = 0;
    while (got < file.start.size()) {
        VAFA_TRY(const std::size_t n, reader.read(std::span(file.start).subspan(got)));
        if (n == 0) break;
        got += n;
    }
    const bool whole = got < file.start.size();
    file.start.resize(got);
    file.shape = detect(file.start, whole, preset);
    if (file.shape.columns == 0) return in_file(invalid("error.import_empty"), file);
    auto map = map_columns(file.shape.header, file.shape.columns, preset, request.map,
                           request.customer_by, request.kind);
    if (!map) return in_file(std::move(map).error(), file);
    file.map = *map;
    if (request.customer_by.empty() && request.kind != ImportKind::products)
        look_for_names(file.map, file.shape.sample);
    if (path == kStandardInput) {
        file.rest = std::make_shared<files::Reader>(std::move(reader));
    } else {
        file.start.clear();
        file.start.shrink_to_fit();
    }
    return file;
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

Result<std::vector<InputFile>> inspect_files(const ImportRequest& request, const Preset* preset) {
    if (request.files.empty()) return invalid("error.import_no_files").at("files");
    std::vector<InputFile> files;
    for (const auto& path : request.files) {
        VAFA_TRY(auto file, inspect(path, request, preset));
        files.push_back(std::move(file));
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
        if (!file.shape.dialect.whitespace) add(delimiter_note(file));
        if (!file.shape.has_header && (preset == nullptr || !preset->words)) {
            add({"import.note_no_header", {{"file", file.name}}});
        }
        if (kind != ImportKind::products) add(customer_note(file));
        if (kind == ImportKind::orders) note_gaps(file, preset, add);
    }
    return notes;
}

Result<InputReader> InputReader::open(const InputFile& file) {
    InputReader input;
    input.reader_ = file.rest;
    if (!input.reader_) {
        VAFA_TRY(auto reader, files::Reader::open(file.path));
        input.reader_ = std::make_shared<files::Reader>(std::move(reader));
    }
    auto start = std::make_shared<std::string>(file.start);
    auto read = [reader = input.reader_, start,
                 at = std::size_t{0}](std::span<char> into) mutable -> Result<std::size_t> {
        if (at == start->size()) return reader->read(into);
        const std::size_t n = std::min(into.size(), start->size() - at);
        std::memcpy(into.data(), start->data() + at, n);
        at += n;
        return n;
    };
    input.csv_ = std::make_unique<CsvReader>(std::move(read), file.shape.dialect);
    Row header;
    if (file.shape.has_header) VAFA_CHECK(input.csv_->next(header));
    return input;
}

}  // namespace vafa::ingest

#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "ingest/detect.h"
#include "ingest/import_types.h"
#include "ingest/mapping.h"
#include "platform/files/reader.h"

namespace vafa::ingest {

// A file whose beginning has been looked at.
struct InputFile {
    std::string path;
    std::string name;  // without folders, for messages
    std::uint64_t size = 0;
    FileShape shape;
    ColumnMap map;

    // Standard input cannot be opened twice: what was read for the sample, and the rest.
    std::string start;
    std::shared_ptr<files::Reader> rest;
};

// Opens every file once, finds out its shape and maps its columns; errors name the file.
Result<std::vector<InputFile>> inspect_files(const ImportRequest& request, const Preset* preset);

// The header's name, or "#n" for the n-th.
std::string column_name(const InputFile& file, int column);

// The columns used, in the order of fields, and what was guessed about the files.
std::vector<ColumnUse> columns_used(const std::vector<InputFile>& files);
std::vector<Note> notes_on(const std::vector<InputFile>& files, const Preset* preset,
                           ImportKind kind = ImportKind::orders);

// Rows from the first on, the header passed over.
class InputReader {
public:
    static Result<InputReader> open(const InputFile& file);
    Result<bool> next(Row& row) { return csv_->next(row); }
    std::uint64_t position() const { return reader_->position(); }  // bytes of the file on disk

private:
    std::shared_ptr<files::Reader> reader_;
    std::unique_ptr<CsvReader> csv_;
};

}  // namespace vafa::ingest

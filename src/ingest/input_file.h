#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "ingest/import_types.h"
#include "ingest/mapping.h"
#include "ingest/table_files.h"

namespace vafa::ingest {

// A table whose beginning has been looked at, and whose columns are known.
struct InputFile : TableFile {
    ColumnMap map;
    std::vector<Note> notes;  // of what it was found to be
};

InputFile input_of(TableFile table, const OpenedFile& opened);

// Where columns are missing, those that are known stand in the file's map nevertheless.
Result<void> map_file(InputFile& file, const ImportRequest& request, const Preset* preset);

// Opens every file, finds out its shape and maps its columns; errors name the file. A workbook is a
// file a sheet: the one that is asked for, or all whose columns are known. What is unpacked lies in
// the folder, and must stay as long as the files are read.
Result<std::vector<InputFile>> inspect_files(const ImportRequest& request, const Preset* preset,
                                             const Unpacking& unpacking);

// The header's name, or "#n" for the n-th.
std::string column_name(const InputFile& file, int column);

// The columns used, in the order of fields, and what was guessed about the files.
std::vector<ColumnUse> columns_used(const std::vector<InputFile>& files);
std::vector<Note> notes_on(const std::vector<InputFile>& files, const Preset* preset,
                           ImportKind kind = ImportKind::orders);
// Of a file that was read to its end.
std::vector<Note> notes_on_skipped(const InputFile& file, const SkippedRows& skipped);

// Rows from the first behind the header on, without headers that come again and totals.
class InputReader {
public:
    static Result<InputReader> open(const InputFile& file);
    Result<bool> next(Row& row);
    std::uint64_t position() const { return position_(); }  // bytes of the file on disk
    const SkippedRows& skipped() const { return skipped_; }

private:
    std::unique_ptr<RowSource> rows_;
    std::function<std::uint64_t()> position_;
    RowSieve sieve_;
    SkippedRows skipped_;
};

}  // namespace vafa::ingest

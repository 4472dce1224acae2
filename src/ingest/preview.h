#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ingest/import_summary.h"
#include "ingest/import_types.h"
#include "ingest/mapping.h"
#include "platform/i18n/i18n.h"
#include "platform/json/notes.h"

// What the beginning of a file shows, for the person who says what its columns mean.
namespace vafa::ingest {

inline constexpr std::size_t kPreviewRows = 20;
inline constexpr std::size_t kPreviewSamples = 3;
// Longer cells are cut, and end in "…".
inline constexpr std::size_t kPreviewCellBytes = 200;

struct PreviewColumn {
    std::string name;                  // of the header, or "#n"
    std::vector<std::string> samples;  // the first different ones that are not empty
    std::optional<std::string> field;
    // Why: "told" (by `map`), "preset", "name" (a known one), "kind" (tells the customer); of no
    // field: "customer" or "order" (kept as its trait), "ignored", "empty", "repeats", "line".
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PreviewColumn, (), (name, samples, field, reason))

struct PreviewField {
    std::string field;
    std::optional<std::string> column;
};
BOOST_DESCRIBE_STRUCT(PreviewField, (), (field, column))

struct FilePreview {
    std::string delimiter;  // "," ";" "|" "\t", or " " for words between blanks
    std::string encoding;   // "utf-8", "windows-1251" …
    std::string sheet;      // of a workbook, the one that is shown
    std::vector<std::string> sheets;
    std::uint64_t title_rows = 0;  // above the header
    bool packed = false, has_header = false;
    std::vector<PreviewColumn> columns;
    std::vector<std::vector<std::string>> rows;
    std::vector<PreviewField> fields;  // all there are
    // Why the columns cannot be imported like this; in the reader's language.
    std::optional<std::string> problem, problem_field, problem_key;
    std::map<std::string, std::string> problem_params;
    std::vector<ImportNote> notes;
};
BOOST_DESCRIBE_STRUCT(FilePreview, (),
                      (delimiter, encoding, sheet, sheets, title_rows, packed, has_header, columns,
                       rows, fields, problem, problem_field, problem_key, problem_params, notes))

json::Notes field_notes(const PreviewColumn*);
json::Notes field_notes(const PreviewField*);
json::Notes field_notes(const FilePreview*);

// Of the request its file, preset, map, sheet, encoding, customer_by and what it says of traits. Of
// a workbook the sheet that is named, or the first whose columns are known, or the first.
Result<FilePreview> preview_file(const ImportRequest& request, i18n::Locale locale);

}  // namespace vafa::ingest

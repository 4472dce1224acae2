#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "ingest/detect.h"
#include "ingest/import_types.h"
#include "platform/encoding/encoding.h"

namespace vafa::ingest {

// Where packed files are unpacked: workbooks, archives, standard input, web pages.
struct Unpacking {
    std::filesystem::path folder;  // exists
    bool look = false;             // only the beginning is wanted
    std::function<bool()> cancelled = {};
};

inline constexpr std::uint64_t kLookRows = 500;  // of a sheet, where only its beginning is wanted
// Of an archive that is no file on the disk, but comes packed or through standard input.
inline constexpr std::uint64_t kMaxSpooledArchiveBytes = 1ULL << 30;

// A table that lies on the disk and can be read as often as one likes.
struct TableFile {
    std::filesystem::path path;
    std::string name;        // for messages: "orders.xlsx › Sheet2"
    std::uint64_t size = 0;  // bytes that are read of `path`
    bool is_sheet = false;   // rows as platform/sheets writes them; else text
    std::string sheet = {};  // its name in the workbook
    encoding::Encoding encoding = encoding::Encoding::utf_8;
    bool packed = false;  // gzipped
    FileShape shape = {};
};

struct OpenedFile {
    std::vector<TableFile> tables;
    std::vector<std::string> sheets;         // all of a workbook's, hidden ones too
    std::vector<std::string> hidden_sheets;  // that were not read
    bool is_workbook = false;
    bool is_web_page = false;
};

// Finds out what the file is by its content, and unpacks what is packed. Standard input ("-") is
// copied to the folder, so that it can be read twice. Errors name the file.
Result<OpenedFile> open_tables(const std::string& path, const ImportRequest& request,
                               const Preset* preset, const Unpacking& unpacking);

}  // namespace vafa::ingest

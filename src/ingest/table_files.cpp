#include "ingest/table_files.h"

#include <algorithm>
#include <limits>

#include "base/text.h"
#include "ingest/cells.h"
#include "ingest/file_kind.h"
#include "ingest/html_table.h"
#include "ingest/sheet_rows.h"
#include "platform/files/reader.h"
#include "platform/files/whole_file.h"
#include "platform/files/writer.h"
#include "platform/sheets/workbook.h"
#include "platform/sheets/zip.h"

namespace vafa::ingest {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStandardInput = "-";
constexpr int kMaxNesting = 2;  // a workbook in an archive
constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();

bool is_junk(std::string_view name) {
    const std::size_t slash = name.rfind('/');
    const auto base = slash == std::string_view::npos ? name : name.substr(slash + 1);
    return name.starts_with("__MACOSX/") || base.starts_with('.') || base == "Thumbs.db";
}

class Opener {
public:
    Opener(const ImportRequest& request, const Preset* preset, const Unpacking& unpacking)
        : request_(request), preset_(preset), unpacking_(unpacking) {}

    Result<void> open(const fs::path& path, const std::string& name, int nesting);
    OpenedFile take() { return std::move(opened_); }

private:
    fs::path new_path(std::string_view suffix);
    Result<fs::path> spool(std::string_view start, files::Reader& rest, std::uint64_t limit);
    Result<void> open_text(TableFile table, std::string_view start, bool whole);
    Result<void> open_page(const fs::path& path, const std::string& name);
    Result<void> open_zip(const fs::path& path, const std::string& name, int nesting);
    Result<void> open_workbook(const fs::path& path, const std::string& name);
    Result<void> add_sheet(const fs::path& path, std::string name, std::string sheet);

    const ImportRequest& request_;
    const Preset* preset_;
    const Unpacking& unpacking_;
    OpenedFile opened_;
};

// A name that nobody has in the folder yet.
fs::path Opener::new_path(std::string_view suffix) {
    std::error_code ignored;
    for (int number = 1;; ++number) {
        fs::path path = unpacking_.folder / ("in-" + std::to_string(number) + std::string(suffix));
        if (!fs::exists(path, ignored)) return path;
    }
}

Result<fs::path> Opener::spool(std::string_view start, files::Reader& rest, std::uint64_t limit) {
    const fs::path path = new_path(".spool");
    VAFA_TRY(auto writer, files::Writer::create(path));
    VAFA_CHECK(writer.write(start));
    std::string piece(1 << 18, '\0');
    while (true) {
        VAFA_TRY(const std::size_t n, rest.read(piece));
        if (n == 0) break;
        VAFA_CHECK(writer.write(std::string_view(piece).substr(0, n)));
        if (writer.position() > limit) {
            return Error{ErrorCode::too_large, "error.workbook_too_large"};
        }
        if (unpacking_.cancelled && unpacking_.cancelled()) {
            return Error{ErrorCode::cancelled, "error.import_cancelled"};
        }
    }
    VAFA_CHECK(writer.close());
    return path;
}

Result<void> Opener::open(const fs::path& path, const std::string& name, int nesting) {
    VAFA_TRY(auto reader, files::Reader::open(path));
    std::string start(kSampleBytes, '\0');
    VAFA_TRY(const std::size_t got, reader.read(start));
    const bool whole = got < start.size();
    start.resize(got);
    const FileKind kind = recognise_kind(start);
    VAFA_CHECK(refuse_unreadable(kind));
    TableFile table{.path = path, .name = name, .size = reader.size(), .packed = reader.packed()};
    const bool in_place = path != kStandardInput && (kind == FileKind::text || !table.packed);
    if (!in_place) {
        VAFA_TRY(table.path,
                 spool(start, reader, kind == FileKind::text ? kNoLimit : kMaxSpooledArchiveBytes));
        std::error_code ignored;
        table.size = fs::file_size(table.path, ignored);
    }
    if (kind == FileKind::zip) return open_zip(table.path, name, nesting);
    if (kind == FileKind::html) return open_page(table.path, name);
    return open_text(std::move(table), start, whole);
}

Result<void> Opener::open_text(TableFile table, std::string_view start, bool whole) {
    table.encoding = encoding::recognise(start, whole);
    if (!request_.encoding.empty()) {
        const auto said = encoding::parse_encoding(request_.encoding);
        if (!said) {
            return invalid("error.import_encoding")
                .with("value", request_.encoding)
                .with("choices", encoding::known_names())
                .at("encoding");
        }
        table.encoding = *said;
    }
    const auto read = encoding::as_utf8(
        [start](std::span<char> into) mutable -> Result<std::size_t> {
            const std::size_t n = std::min(into.size(), start.size());
            std::copy_n(start.begin(), n, into.begin());
            start.remove_prefix(n);
            return n;
        },
        table.encoding);
    std::string text, piece(1 << 16, '\0');
    while (true) {
        VAFA_TRY(const std::size_t n, read(piece));
        if (n == 0) break;
        text.append(piece, 0, n);
    }
    table.shape = detect(text, whole, {preset_, request_.map});
    opened_.tables.push_back(std::move(table));
    return {};
}

Result<void> Opener::open_page(const fs::path& path, const std::string& name) {
    VAFA_TRY(const std::string page, files::read_file(path, kMaxPageBytes));
    const fs::path rows = new_path(".rows");
    VAFA_CHECK(write_page_table(page, rows));
    opened_.is_web_page = true;
    return add_sheet(rows, name, {});
}

Result<void> Opener::open_zip(const fs::path& path, const std::string& name, int nesting) {
    VAFA_TRY(const auto zip, sheets::Zip::open(path));
    if (sheets::is_workbook(zip)) return open_workbook(path, name);
    std::vector<std::string> files;
    const sheets::Part* only = nullptr;
    for (const auto& part : zip.parts()) {
        if (part.name.starts_with("Index/") && part.name.ends_with(".iwa")) {
            return invalid("error.workbook_numbers");
        }
        if (is_junk(part.name)) continue;
        only = &part;
        files.push_back(part.name);
    }
    // A letter or slides: an office document that is no workbook.
    const bool is_office =
        std::find(files.begin(), files.end(), "[Content_Types].xml") != files.end();
    if (only == nullptr || is_office || nesting == kMaxNesting) {
        return invalid("error.workbook_unknown");
    }
    if (files.size() > 1) {
        constexpr std::size_t kShown = 10;
        if (files.size() > kShown) {
            files.resize(kShown);
            files.emplace_back("…");
        }
        return invalid("error.archive_several").with("files", joined(files));
    }
    const fs::path unpacked = new_path(".part");
    VAFA_TRY(auto writer, files::Writer::create(unpacked));
    VAFA_CHECK(zip.unpack(*only, only->unpacked,
                          [&](std::string_view piece) { return writer.write(piece); }));
    VAFA_CHECK(writer.close());
    return open(unpacked, name, nesting + 1);
}

Result<void> Opener::open_workbook(const fs::path& path, const std::string& name) {
    const fs::path folder = new_path(".sheets");
    VAFA_CHECK(files::make_folders(folder));
    sheets::ConvertRequest convert{.file = path, .folder = folder, .sheet = request_.sheet};
    if (unpacking_.look) convert.rows_at_most = kLookRows;
    VAFA_TRY(const auto sheets, sheets::read_workbook_apart(convert, unpacking_.cancelled));
    opened_.is_workbook = true;
    std::size_t with_rows = 0;
    for (const auto& sheet : sheets) {
        opened_.sheets.push_back(sheet.name);
        if (sheet.hidden && sheet.file.empty()) opened_.hidden_sheets.push_back(sheet.name);
        if (sheet.rows > 0) ++with_rows;
    }
    const auto named = [&](const std::string& sheet) {
        return std::find(opened_.sheets.begin(), opened_.sheets.end(), sheet) !=
               opened_.sheets.end();
    };
    if (!request_.sheet.empty() && !named(request_.sheet)) {
        return invalid("error.workbook_no_sheet")
            .with("sheet", request_.sheet)
            .with("sheets", joined(opened_.sheets))
            .at("sheet");
    }
    for (const auto& sheet : sheets) {
        if (sheet.rows == 0) continue;
        VAFA_CHECK(add_sheet(folder / sheet.file, with_rows > 1 ? name + " › " + sheet.name : name,
                             sheet.name));
    }
    return with_rows > 0 ? Result<void>() : invalid("error.workbook_empty");
}

Result<void> Opener::add_sheet(const fs::path& path, std::string name, std::string sheet) {
    std::error_code ignored;
    TableFile table{.path = path,
                    .name = std::move(name),
                    .size = fs::file_size(path, ignored),
                    .is_sheet = true,
                    .sheet = std::move(sheet)};
    VAFA_TRY(auto rows, SheetRows::open(path));
    table.shape = shape_of(*rows, {preset_, request_.map});
    opened_.tables.push_back(std::move(table));
    return {};
}

}  // namespace

Result<OpenedFile> open_tables(const std::string& path, const ImportRequest& request,
                               const Preset* preset, const Unpacking& unpacking) {
    const std::string name = valid_utf8(fs::path(path).filename().string());
    Opener opener(request, preset, unpacking);
    if (auto opened = opener.open(path, name, 0); opened.has_error()) {
        Error error = std::move(opened).error();
        const bool named = std::any_of(error.params.begin(), error.params.end(), [](const auto& p) {
            return p.first == "file" || p.first == "path";
        });
        return named ? std::move(error) : std::move(error).with("file", name);
    }
    return opener.take();
}

}  // namespace vafa::ingest

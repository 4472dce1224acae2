#include <fstream>

#include "ingest/file_kind.h"
#include "ingest/input_file.h"
#include "ingest/table_layout.h"
#include "platform/files/temp_folder.h"

// Any bytes are a file that somebody imports: its kind, encoding, dialect and layout are found out
// and its columns mapped, or it is refused; then its rows are read to the end, within their limits.
// Workbooks are workbook_fuzz's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace vafa::ingest;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (recognise_kind(bytes) == FileKind::zip) return 0;
    static const auto folder = vafa::files::TempFolder::make();
    const auto path = folder->path() / "orders.csv";
    std::ofstream(path, std::ios::binary) << bytes;

    ImportRequest request;
    request.files = {path.string()};
    const auto files = inspect_files(request, nullptr, {.folder = folder->path()});
    if (!files) return 0;
    for (const auto& file : *files) {
        VAFA_ASSERT(file.shape.columns <= kMaxColumns);
        VAFA_ASSERT(file.shape.title_rows <= kMaxTitleRows);
        auto reader = InputReader::open(file);
        VAFA_ASSERT(reader);
        Row row;
        std::uint64_t line = file.shape.header_line;
        while (true) {
            const auto more = reader->next(row);
            if (!more || !*more) break;
            VAFA_ASSERT(row.line > line);
            line = row.line;
            VAFA_ASSERT(row.text.size() <= kMaxRowBytes);
            VAFA_ASSERT(row.fault != RowFault::none || row.cells.size() <= kMaxColumns);
        }
    }
    return 0;
}

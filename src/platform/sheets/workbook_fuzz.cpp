#include <cstring>
#include <zlib.h>

#include "platform/files/temp_folder.h"
#include "platform/files/whole_file.h"
#include "platform/sheets/convert.h"
#include "platform/sheets/row_file.h"

// Any bytes are an archive, a part of a workbook, or a file of rows: they are read or refused, and
// what comes out keeps its limits. The first byte picks what they are.
namespace {

using vafa::sheets::SheetRow;

void put(std::string& to, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to += static_cast<char>(value >> (8 * i));
}

// Parts as they are, stored.
class Archive {
public:
    void add(std::string_view name, std::string_view text) {
        const auto sum =
            crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size()));
        std::string facts(10, '\0');
        put(facts, sum, 4);
        put(facts, text.size(), 4);
        put(facts, text.size(), 4);
        put(facts, name.size(), 2);
        put(facts, 0, 2);
        directory_ += "PK\x01\x02" + std::string(2, '\0') + facts + std::string(10, '\0');
        put(directory_, parts_.size(), 4);
        directory_ += name;
        parts_ += "PK\x03\x04" + facts + std::string(name) + std::string(text);
        ++count_;
    }
    std::string bytes() const {
        std::string all = parts_ + directory_ + "PK\x05\x06" + std::string(4, '\0');
        put(all, count_, 2);
        put(all, count_, 2);
        put(all, directory_.size(), 4);
        put(all, parts_.size(), 4);
        put(all, 0, 2);
        return all;
    }

private:
    std::string parts_, directory_;
    std::uint64_t count_ = 0;
};

std::string workbook_with(std::string_view part, std::string_view text) {
    Archive archive;
    const auto add = [&](std::string_view name, std::string_view usual) {
        archive.add(name, name == part ? text : usual);
    };
    add("[Content_Types].xml", "<Types/>");
    add("_rels/.rels", "<Relationships/>");
    add("xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>");
    add("xl/_rels/workbook.xml.rels",
        "<R><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"s.xml\"/>"
        "<Relationship Id=\"b\" Type=\"/styles\" Target=\"y.xml\"/>"
        "<Relationship Id=\"c\" Type=\"/sharedStrings\" Target=\"t.xml\"/></R>");
    add("xl/t.xml", "<sst><si><t>a</t></si></sst>");
    add("xl/y.xml", "<s><cellXfs><xf numFmtId=\"14\"/></cellXfs></s>");
    add("xl/s.xml", "<w><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></w>");
    return archive.bytes();
}

std::string document_with(std::string_view content) {
    Archive archive;
    archive.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    archive.add("content.xml", content);
    return archive.bytes();
}

void read_rows(const std::filesystem::path& path, bool trusted) {
    auto reader = vafa::sheets::RowReader::open(path);
    if (reader.has_error()) return;
    SheetRow row;
    std::uint64_t last = 0;
    while (true) {
        const auto more = reader->next(row);
        if (more.has_error() || !*more) break;
        VAFA_ASSERT(row.cells.size() <= vafa::sheets::kMaxSheetColumns);
        VAFA_ASSERT(!trusted || row.number > last);
        last = row.number;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto folder = vafa::files::TempFolder::make();
    if (size == 0) return 0;
    const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
    constexpr const char* kParts[] = {"xl/s.xml", "xl/t.xml", "xl/y.xml", "xl/workbook.xml",
                                      "xl/_rels/workbook.xml.rels"};
    const std::size_t kind = data[0] % 8;
    const auto file = folder->path() / "file";
    const std::string bytes = kind < 5    ? workbook_with(kParts[kind], rest)
                              : kind == 5 ? document_with(rest)
                                          : std::string(rest);
    (void)vafa::files::write_file(file, bytes);
    if (kind == 7) {
        read_rows(file, false);
        return 0;
    }
    const auto sheets =
        vafa::sheets::convert({.file = file, .folder = folder->path(), .sheet = {}});
    if (sheets.has_error()) return 0;
    for (const auto& sheet : *sheets) {
        if (!sheet.file.empty()) read_rows(folder->path() / sheet.file, true);
    }
    return 0;
}

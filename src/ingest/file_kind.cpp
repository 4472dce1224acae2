#include "ingest/file_kind.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace vafa::ingest {
namespace {

using namespace std::string_view_literals;

// What archives begin with that are neither zip nor gzip: 7z, rar, xz, bzip2, zstd.
constexpr std::array kArchives = {"7z\xBC\xAF\x27\x1C"sv, "Rar!\x1A\x07"sv,
                                  "\xFD"
                                  "7zXZ\0"sv,
                                  "BZh"sv, "\x28\xB5\x2F\xFD"sv};
// Pictures, which may be too small to tell by their bytes: PNG, JPEG, GIF.
constexpr std::array kPictures = {"\x89PNG\r\n"sv, "\xFF\xD8\xFF"sv, "GIF8"sv};
constexpr auto kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
// The name of the stream in which Excel keeps a workbook with a password, in UTF-16.
constexpr auto kEncrypted = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
constexpr std::size_t kLookBytes = 4096;  // where markup tells what it is
// Control characters that no text has: more than one in so many bytes, and more than a few.
constexpr std::size_t kBytesPerControl = 33, kFewControls = 8;

bool contains_ignoring_case(std::string_view text, std::string_view word) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::search(text.begin(), text.end(), word.begin(), word.end(),
                       [&](char a, char b) { return lower(a) == b; }) != text.end();
}

bool is_binary(std::string_view start) {
    const auto controls =
        static_cast<std::size_t>(std::count_if(start.begin(), start.end(), [](char c) {
            const auto u = static_cast<unsigned char>(c);
            const bool of_text = (u >= 0x08 && u <= 0x0D) || u == 0x1A || u == 0;
            return u < 0x20 && !of_text;
        }));
    return controls > kFewControls && controls * kBytesPerControl > start.size();
}

// UTF-16 has bytes of any value.
bool is_wide(std::string_view start) {
    return start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF") ||
           static_cast<std::size_t>(std::count(start.begin(), start.end(), '\0')) * 10 >
               start.size();
}

FileKind kind_of_markup(std::string_view start) {
    const std::string_view look = start.substr(0, kLookBytes);
    for (const auto tag : {"<html"sv, "<!doctype html"sv, "<table"sv, "<body"sv}) {
        if (contains_ignoring_case(look, tag)) return FileKind::html;
    }
    return FileKind::xml;
}

}  // namespace

FileKind recognise_kind(std::string_view start) {
    if (start.starts_with("PK\x03\x04") || start.starts_with("PK\x05\x06")) return FileKind::zip;
    if (start.starts_with(kOle)) {
        return start.find(kEncrypted) == std::string_view::npos ? FileKind::old_workbook
                                                                : FileKind::encrypted_workbook;
    }
    if (start.starts_with("%PDF-")) return FileKind::pdf;
    for (const auto archive : kArchives) {
        if (start.starts_with(archive)) return FileKind::archive;
    }
    for (const auto picture : kPictures) {
        if (start.starts_with(picture)) return FileKind::binary;
    }
    const std::string_view text = trim(start.substr(0, kLookBytes));
    if (text.starts_with('<')) return kind_of_markup(start);
    const std::size_t next = text.find_first_not_of(" \t\r\n", 1);
    const bool opens = text.starts_with('{') || text.starts_with('[');
    if (opens && next != std::string_view::npos &&
        "\"{[]}"sv.find(text[next]) != std::string_view::npos) {
        return FileKind::json;
    }
    return !is_wide(start) && is_binary(start) ? FileKind::binary : FileKind::text;
}

Result<void> refuse_unreadable(FileKind kind) {
    switch (kind) {
        case FileKind::text:
        case FileKind::zip:
        case FileKind::html:
            break;
        case FileKind::old_workbook:
            return invalid("error.workbook_old");
        case FileKind::encrypted_workbook:
            return invalid("error.workbook_encrypted");
        case FileKind::pdf:
            return invalid("error.file_is_pdf");
        case FileKind::xml:
            return invalid("error.file_is_xml");
        case FileKind::json:
            return invalid("error.file_is_json");
        case FileKind::archive:
            return invalid("error.file_is_archive");
        case FileKind::binary:
            return invalid("error.file_is_binary");
    }
    return {};
}

}  // namespace vafa::ingest

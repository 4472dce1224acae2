#include "platform/sheets/row_file.h"

#include <algorithm>

namespace vafa::sheets {
namespace {

// Lengths of kMaxSheetColumns cells and the texts of a row.
constexpr std::size_t kMaxEncodedRow = kMaxRowText + 16 * kMaxSheetColumns;
constexpr std::size_t kBufferBytes = 4 * kMaxEncodedRow;
constexpr std::string_view kMagic = "vafa rows 1\n";

void append_number(std::string& to, std::uint64_t value) {
    while (value >= 0x80) {
        to += static_cast<char>((value & 0x7F) | 0x80);
        value >>= 7;
    }
    to += static_cast<char>(value);
}

// False when it does not end within `from`.
bool take_number(std::string_view from, std::size_t& at, std::uint64_t& value) {
    value = 0;
    for (unsigned shift = 0; shift < 64 && at < from.size(); shift += 7) {
        const auto byte = static_cast<unsigned char>(from[at++]);
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80) return true;
    }
    return false;
}

}  // namespace

void append_row(std::string& to, std::uint64_t number, std::span<const std::string_view> cells) {
    append_number(to, number);
    append_number(to, cells.size());
    for (const auto cell : cells) {
        append_number(to, cell.size());
        to += cell;
    }
}

bool take_row(std::string_view& from, SheetRow& row) {
    std::size_t at = 0;
    std::uint64_t count = 0;
    if (!take_number(from, at, row.number) || !take_number(from, at, count)) return false;
    if (count > kMaxSheetColumns) return false;
    row.cells.clear();
    for (std::uint64_t i = 0; i < count; ++i) {
        std::uint64_t length = 0;
        if (!take_number(from, at, length) || length > from.size() - at) return false;
        row.cells.push_back(from.substr(at, static_cast<std::size_t>(length)));
        at += static_cast<std::size_t>(length);
    }
    from.remove_prefix(at);
    return true;
}

Result<RowWriter> RowWriter::create(const std::filesystem::path& path) {
    VAFA_TRY(auto writer, files::Writer::create(path));
    VAFA_CHECK(writer.write(kMagic));
    return RowWriter(std::move(writer));
}

Result<void> RowWriter::add(std::uint64_t number, std::span<const std::string_view> cells) {
    while (!cells.empty() && cells.back().empty()) cells = cells.first(cells.size() - 1);
    if (cells.empty()) return {};
    ++rows_;
    encoded_.clear();
    append_row(encoded_, number, cells);
    return writer_.write(encoded_);
}

Result<RowReader> RowReader::open(const std::filesystem::path& path) {
    VAFA_TRY(auto reader, files::Reader::open(path));
    RowReader rows(std::move(reader));
    VAFA_CHECK(rows.fill());
    if (!rows.buffer_.starts_with(kMagic)) return damaged("error.workbook_damaged");
    rows.at_ = kMagic.size();
    return rows;
}

Result<bool> RowReader::fill() {
    if (ended_) return false;
    buffer_.erase(0, at_);
    at_ = 0;
    const std::size_t had = buffer_.size();
    buffer_.resize(kBufferBytes);
    VAFA_TRY(const std::size_t got, reader_.read(std::span(buffer_).subspan(had)));
    buffer_.resize(had + got);
    ended_ = buffer_.size() < kBufferBytes;
    return got > 0;
}

Result<bool> RowReader::next(SheetRow& row) {
    if (buffer_.size() - at_ < kMaxEncodedRow) VAFA_CHECK(fill());
    if (at_ == buffer_.size()) return false;
    std::string_view rest = std::string_view(buffer_).substr(at_);
    const std::size_t before = rest.size();
    if (!take_row(rest, row)) return damaged("error.workbook_damaged");
    at_ += before - rest.size();
    done_ += before - rest.size();
    return true;
}

}  // namespace vafa::sheets

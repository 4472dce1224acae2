#include "ingest/csv.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/text.h"

namespace vafa::ingest {

namespace {

constexpr std::size_t kBufferBytes = 4 * kMaxRowBytes;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kSeparator = "sep=";
constexpr std::size_t kPreambleBytes = 16;  // more than both take
constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
constexpr std::uint64_t kHighs = 0x8080808080808080ULL;

// The lowest byte equal to the pattern has its high bit set (Mycroft); higher ones may lie.
constexpr std::uint64_t matches(std::uint64_t word, std::uint64_t pattern) {
    const std::uint64_t x = word ^ pattern;
    return (x - kOnes) & ~x & kHighs;
}

const char* find_cell_end(const char* p, const char* end, char delimiter) {
    static_assert(std::endian::native == std::endian::little);
    const std::uint64_t delimiters = kOnes * static_cast<unsigned char>(delimiter);
    while (end - p >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, p, 8);
        const std::uint64_t hit =
            matches(word, delimiters) | matches(word, kOnes * '\n') | matches(word, kOnes * '\r');
        if (hit != 0) return p + std::countr_zero(hit) / 8;
        p += 8;
    }
    while (p != end && *p != delimiter && *p != '\n' && *p != '\r') ++p;
    return p;
}

const char* find_line_end(const char* p, const char* end) {
    while (p != end && *p != '\n' && *p != '\r') ++p;
    return p;
}

std::uint64_t count_newlines(const char* p, const char* end) {
    return static_cast<std::uint64_t>(std::count(p, end, '\n'));
}

bool ends_cell(const char* p, const char* end, char delimiter) {
    return p == end || *p == delimiter || *p == '\n' || *p == '\r';
}

// A quote behind which the cell goes on: does the cell still end on this line, before another
// quoted one begins?
bool closes_later(const char* p, const char* end, char delimiter) {
    for (; p != end && *p != '\n' && *p != '\r'; ++p) {
        if (*p == delimiter && p + 1 != end && p[1] == '"') return false;
        if (*p != '"') continue;
        if (p + 1 != end && p[1] == '"') {
            ++p;
            continue;
        }
        if (ends_cell(p + 1, end, delimiter)) return true;
    }
    return false;
}

bool has_line_end(const char* p, const char* end) { return find_line_end(p, end) != end; }

}  // namespace

std::optional<char> named_separator(std::string_view start) {
    if (start.starts_with(kByteOrderMark)) start.remove_prefix(kByteOrderMark.size());
    if (start.starts_with('"')) start.remove_prefix(1);
    if (start.size() < kSeparator.size() + 2 ||
        !equals_ignoring_ascii_case(start.substr(0, kSeparator.size()), kSeparator)) {
        return std::nullopt;
    }
    const char next = start[kSeparator.size() + 1];
    if (next != '\n' && next != '\r' && next != '"') return std::nullopt;
    return start[kSeparator.size()];
}

CsvReader::CsvReader(ReadBytes read, CsvDialect dialect)
    : read_(std::move(read)), dialect_(dialect), buffer_(kBufferBytes) {
    unescaped_.reserve(kBufferBytes);
}

// Moves the unread rest to the front and reads on; false when nothing more comes.
Result<bool> CsvReader::fill() {
    if (at_end_) return false;
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    bytes_before_buffer_ += begin_;
    end_ -= begin_;
    begin_ = 0;
    const bool first = bytes_before_buffer_ == 0 && end_ == 0;
    const std::size_t wanted = first ? kPreambleBytes : 1;
    std::size_t got = 0;
    while (got < wanted && end_ < buffer_.size()) {
        VAFA_TRY(const std::size_t n, read_(std::span(buffer_).subspan(end_)));
        if (n == 0) {
            at_end_ = true;
            break;
        }
        end_ += n;
        got += n;
    }
    if (first) skip_preamble();
    return got > 0;
}

void CsvReader::skip_preamble() {
    const std::string_view start(buffer_.data(), end_);
    if (start.starts_with(kByteOrderMark)) begin_ = kByteOrderMark.size();
    if (dialect_.whitespace || !named_separator(start)) return;
    const char* const line_end = find_line_end(buffer_.data() + begin_, buffer_.data() + end_);
    begin_ = static_cast<std::size_t>(line_end - buffer_.data());
}

bool CsvReader::skip_empty_lines() {
    while (begin_ != end_ && (buffer_[begin_] == '\n' || buffer_[begin_] == '\r')) {
        const bool pair =
            buffer_[begin_] == '\r' && begin_ + 1 != end_ && buffer_[begin_ + 1] == '\n';
        if (buffer_[begin_] == '\r' && begin_ + 1 == end_ && !at_end_) return false;
        begin_ += pair ? 2 : 1;
        ++line_;
    }
    return begin_ != end_;
}

Result<bool> CsvReader::next(Row& row) {
    while (true) {
        if (!skip_empty_lines()) {
            VAFA_TRY(const bool more, fill());
            if (!more && begin_ == end_) return false;
            continue;
        }
        std::size_t after = 0;
        const Scan scan = dialect_.whitespace ? scan_words(after) : scan_row(after);
        if (scan == Scan::complete && after - begin_ <= kMaxRowBytes) {
            take_row(row, after);
            return true;
        }
        if (scan == Scan::unclosed) return take_broken_line(row, RowFault::unclosed_quote);
        if (end_ - begin_ > kMaxRowBytes) {
            const bool quoted = lines_in_row_ > 1;
            return take_broken_line(row, quoted ? RowFault::unclosed_quote : RowFault::too_long);
        }
        VAFA_CHECK(fill());
    }
}

void CsvReader::take_row(Row& row, std::size_t after) {
    const char* from = buffer_.data() + begin_;
    const char* to = buffer_.data() + after;
    while (to != from && (to[-1] == '\n' || to[-1] == '\r')) --to;
    row = {.cells = cells_, .line = line_, .text = std::string_view(from, to), .fault = fault_};
    line_ += lines_in_row_;
    begin_ = after;
}

// The physical line at the front is the row; the scan goes on after it.
Result<bool> CsvReader::take_broken_line(Row& row, RowFault fault) {
    const char* from = buffer_.data() + begin_;
    const char* to = find_line_end(from, buffer_.data() + end_);
    const auto shown = std::min<std::ptrdiff_t>(to - from, 200);
    unescaped_.assign(from, from + shown);
    row = {.cells = {}, .line = line_, .text = unescaped_, .fault = fault};
    begin_ = static_cast<std::size_t>(to - buffer_.data());
    while (begin_ == end_) {
        VAFA_TRY(const bool more, fill());
        if (!more) return true;
        begin_ = static_cast<std::size_t>(find_line_end(buffer_.data(), buffer_.data() + end_) -
                                          buffer_.data());
    }
    return true;
}

void CsvReader::add_cell(const char* from, const char* to) {
    if (to - from >= 3 && *from == '=' && from[1] == '"' && to[-1] == '"') {
        from += 2;
        --to;
    }
    if (static_cast<std::size_t>(to - from) > kMaxCellBytes) fault_ = RowFault::too_long_cell;
    if (cells_.size() == kMaxColumns) {
        fault_ = RowFault::too_many_columns;
        return;
    }
    cells_.emplace_back(from, to);
}

bool CsvReader::skip_line_end(const char*& p, const char* end) const {
    if (*p == '\r') {
        if (p + 1 == end && !at_end_) return false;  // perhaps the first half of a CRLF
        if (p + 1 != end && p[1] == '\n') ++p;
    }
    ++p;
    return true;
}

CsvReader::Scan CsvReader::scan_row(std::size_t& after) {
    cells_.clear();
    unescaped_.clear();
    fault_ = RowFault::none;
    lines_in_row_ = 1;
    const char* p = buffer_.data() + begin_;
    const char* const end = buffer_.data() + end_;
    while (true) {
        if (p != end && *p == '"') {
            if (const Scan scan = scan_quoted(p, end); scan != Scan::complete) return scan;
        } else {
            const char* to = find_cell_end(p, end, dialect_.delimiter);
            if (to == end && !at_end_) return Scan::incomplete;
            add_cell(p, to);
            p = to;
        }
        if (p != end && *p == dialect_.delimiter) {
            ++p;
            continue;
        }
        if (p != end && !skip_line_end(p, end)) return Scan::incomplete;
        after = static_cast<std::size_t>(p - buffer_.data());
        return Scan::complete;
    }
}

// From the opening quote to the delimiter or line end behind the cell.
CsvReader::Scan CsvReader::scan_quoted(const char*& p, const char* end) {
    const char* const from = p + 1;
    const char* close = from;
    bool plain = true;  // nothing to unescape
    const std::size_t unescaped_from = unescaped_.size();
    while (true) {
        const char* piece = close;
        close = static_cast<const char*>(
            std::memchr(close, '"', static_cast<std::size_t>(end - close)));
        if (close == nullptr) {
            lines_in_row_ += count_newlines(from, end);
            return at_end_ ? Scan::unclosed : Scan::incomplete;
        }
        if (close + 1 == end && !at_end_) return Scan::incomplete;
        const bool doubled = close + 1 != end && close[1] == '"';
        if (!doubled) {
            const bool goes_on = !ends_cell(close + 1, end, dialect_.delimiter);
            if (goes_on && !at_end_ && !has_line_end(close, end)) return Scan::incomplete;
            if (!goes_on || !closes_later(close + 1, end, dialect_.delimiter)) {
                if (!plain) unescaped_.append(piece, close);
                break;
            }
        }
        plain = false;
        unescaped_.append(piece, close + 1);
        close += doubled ? 2 : 1;
    }
    lines_in_row_ += count_newlines(from, close);
    p = close + 1;
    const char* to = find_cell_end(p, end, dialect_.delimiter);
    if (to == end && !at_end_) return Scan::incomplete;
    if (to != p) {  // "abc"def: a common violation
        if (plain) unescaped_.append(from, close);
        unescaped_.append(p, to);
        plain = false;
        p = to;
    }
    if (plain) {
        add_cell(from, close);
    } else {
        add_cell(unescaped_.data() + unescaped_from, unescaped_.data() + unescaped_.size());
    }
    return Scan::complete;
}

CsvReader::Scan CsvReader::scan_words(std::size_t& after) {
    cells_.clear();
    fault_ = RowFault::none;
    lines_in_row_ = 1;
    const char* p = buffer_.data() + begin_;
    const char* const end = buffer_.data() + end_;
    const char* const line_end = find_line_end(p, end);
    if (line_end == end && !at_end_) return Scan::incomplete;
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (true) {
        p = std::find_if_not(p, line_end, blank);
        if (p == line_end) break;
        const char* to = std::find_if(p, line_end, blank);
        add_cell(p, to);
        p = to;
    }
    p = line_end;
    if (p != end && !skip_line_end(p, end)) return Scan::incomplete;
    after = static_cast<std::size_t>(p - buffer_.data());
    return Scan::complete;
}

}  // namespace vafa::ingest

#include "ingest/number_scan.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "ingest/cells.h"

namespace vafa::ingest {

namespace {

// Marks as they are held while a number is taken apart; the others are themselves.
constexpr char kGroup = '_';    // sets thousands apart and nothing else: space, ', ٬
constexpr char kDecimal = 'd';  // is decimal and nothing else: ٫

constexpr char kMarkOfNothing = '\x01';  // a mark of direction and the like

bool is_mark(char c) { return c == '.' || c == ',' || c == '/' || c == kGroup || c == kDecimal; }

std::optional<DecimalMark> mark_of(char c) {
    switch (c) {
        case '.':
            return DecimalMark::point;
        case ',':
            return DecimalMark::comma;
        case '/':
            return DecimalMark::slash;
        default:
            return std::nullopt;
    }
}

// What a character is within a number; 0 for what belongs to none.
char folded(char32_t c) {
    if (c < 0x80) {
        if (c == ' ' || c == '\'' || c == '`' || c == '\t') return kGroup;
        const char plain = static_cast<char>(c);
        return is_digit(plain) || plain == '.' || plain == ',' || plain == '/' ? plain : '\0';
    }
    if (c >= 0x06F0 && c <= 0x06F9) return static_cast<char>('0' + (c - 0x06F0));
    if (c >= 0x0660 && c <= 0x0669) return static_cast<char>('0' + (c - 0x0660));
    if (c == 0x066C || c == 0xA0 || c == 0x202F || (c >= 0x2007 && c <= 0x2009) || c == 0x2019) {
        return kGroup;
    }
    if (c == 0x066B) return kDecimal;
    if (c == 0x060C) return ',';
    if (c >= 0x200B && c <= 0x200F) return kMarkOfNothing;
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069)) return kMarkOfNothing;
    return c == 0xFEFF || c == 0x061C ? kMarkOfNothing : '\0';
}

// Where the number stands in the text: from its first digit (or the mark just before) to its last.
struct Span {
    std::size_t begin = std::string_view::npos;
    std::size_t end = 0;
};

Span digits_of(std::string_view text) {
    Span span;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t bytes = 1;
        bool digit = is_digit(text[at]);
        if (static_cast<unsigned char>(text[at]) >= 0x80) {
            const CodePoint point = code_point_at(text, at);
            bytes = point.bytes;
            digit = is_digit(folded(point.value));
        }
        if (digit) {
            span.begin = std::min(span.begin, at);
            span.end = at + bytes;
        }
        at += bytes;
    }
    return span;
}

// The digits and marks of `text`, folded; false where something else stands between them.
bool fold_into(std::string_view text, std::string& core) {
    for (std::size_t at = 0; at < text.size();) {
        const bool ascii = static_cast<unsigned char>(text[at]) < 0x80;
        const CodePoint point =
            ascii ? CodePoint{static_cast<unsigned char>(text[at]), 1} : code_point_at(text, at);
        const char c = folded(point.value);
        if (c == '\0') return false;
        if (c != kMarkOfNothing) core += c;
        at += point.bytes;
    }
    return true;
}

constexpr std::array<std::string_view, 3> kMinuses = {"-", "−", "–"};

bool take_minus(std::string_view& text, bool at_end) {
    for (const auto minus : kMinuses) {
        if (at_end ? text.ends_with(minus) : text.starts_with(minus)) {
            at_end ? text.remove_suffix(minus.size()) : text.remove_prefix(minus.size());
            return true;
        }
    }
    return false;
}

// What stands before or behind the digits, freed of signs; false when it makes no sense there.
struct Around {
    std::string_view before, behind;
    bool negative = false;
    char leading_mark = '\0';  // ".5"

    // Each at an edge: "($5)", "(5) руб.", "$(5)".
    bool take_brackets(std::size_t open, std::size_t close) {
        if (open == 0) {
            before.remove_prefix(1);
        } else if (open + 1 == before.size()) {
            before.remove_suffix(1);
        } else {
            return false;
        }
        if (close == 0) {
            behind.remove_prefix(1);
        } else if (close + 1 == behind.size()) {
            behind.remove_suffix(1);
        } else {
            return false;
        }
        before = trim(before);
        behind = trim(behind);
        return true;
    }

    bool take_signs() {
        before = trim(before);
        behind = trim(behind);
        const std::size_t open = before.find('(');
        const std::size_t close = behind.find(')');
        const bool bracket = open != std::string_view::npos && close != std::string_view::npos;
        if (bracket && !take_brackets(open, close)) return false;
        const bool mark = before.ends_with('.') || before.ends_with(',');
        if (mark && before.find_first_not_of("+-") == before.size() - 1) {
            leading_mark = before.back();
            before.remove_suffix(1);
        }
        const bool minus = take_minus(before, false) || take_minus(before, true);
        const bool trailing = !minus && (take_minus(behind, false) || take_minus(behind, true));
        if (!minus && !before.empty() && (before.front() == '+')) before.remove_prefix(1);
        if (behind.starts_with('.') && behind.size() > 1) behind.remove_prefix(1);
        before = trim(before);
        behind = trim(behind);
        negative = bracket || minus || trailing;
        return !(bracket && (minus || trailing)) && (before.empty() || behind.empty());
    }
};

// The groups of digits between marks and the marks themselves, in `text` of digits and marks.
struct Groups {
    std::size_t first = 0;     // digits before the first mark
    std::size_t last = 0;      // digits after the last mark
    bool threes = true;        // those between the marks, and the last, are of three
    bool inner_threes = true;  // those between the marks
    char last_mark = '\0';
    std::size_t last_at = 0;
    std::size_t last_count = 0;   // how often the last mark occurs
    std::size_t other_count = 0;  // of other marks
    bool mixed = false;           // more than one kind of other mark
};

bool take_apart(std::string_view text, Groups& groups) {
    std::size_t run = 0;
    bool seen = false;
    char other = '\0';
    groups.last_at = text.find_last_of("._,/d");
    groups.last_mark = groups.last_at == std::string_view::npos ? '\0' : text[groups.last_at];
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_mark(text[i])) {
            ++run;
            continue;
        }
        if (run == 0 && i > 0) return false;
        if (!seen) {
            groups.first = run;
        } else {
            groups.inner_threes = groups.inner_threes && run == 3;
        }
        seen = true;
        run = 0;
        if (text[i] == groups.last_mark) {
            ++groups.last_count;
        } else {
            groups.mixed =
                groups.mixed || text[i] == kDecimal || (other != '\0' && other != text[i]);
            other = text[i];
            ++groups.other_count;
        }
    }
    groups.last = run;
    groups.threes = groups.inner_threes && run == 3;
    return seen;
}

bool groupable(const Groups& groups, std::string_view text) {
    return groups.first >= 1 && groups.first <= 3 && (text.front() != '0' || groups.first > 1);
}

// What the marks of a number say; false for what is none.
bool judge(std::string_view text, const NumberReading& reading, ScannedNumber& number,
           bool& last_is_decimal) {
    Groups groups;
    number.shape = NumberShape::told;
    if (!take_apart(text, groups)) return true;
    const auto mark = mark_of(groups.last_mark);
    if (groups.mixed) return false;
    if (groups.last_mark == kDecimal || (groups.other_count > 0 && mark)) {
        if (groups.last_count != 1) return false;
        const bool grouped =
            groups.other_count == 0 || (groups.inner_threes && groupable(groups, text));
        number.mark = mark;
        number.proves = mark.has_value();
        last_is_decimal = true;
        return grouped && groups.last > 0;
    }
    if (groups.other_count > 0) return false;  // "1.234 567"
    if (!mark || groups.last_count > 1) {
        number.grouping = mark;
        return groups.threes && groupable(groups, text);
    }
    number.mark = mark;
    number.proves = groups.last != 3 || !groupable(groups, text);
    last_is_decimal = number.proves || reading.mark == mark;
    // Half of what looks like "12/5" is a date, a share or a size: the column has to prove it.
    const bool slash = mark == DecimalMark::slash;
    if (!number.proves || slash) number.shape = NumberShape::open;
    if (number.proves && slash && reading.mark && reading.mark != mark) return false;
    return groups.last > 0 || groups.last_mark == '.';
}

bool is_plain(std::string_view text) {
    bool digit = false;
    bool point = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_digit(c)) {
            digit = true;
        } else if (c == '.' && !point) {
            point = true;
        } else if (!((c == '-' || c == '+') && i == 0)) {
            return false;
        }
    }
    return digit;
}

// Of a plain number; "1.234" is not settled by its looks.
bool may_group(std::string_view plain) {
    if (plain.size() < 5 || plain[plain.size() - 4] != '.') return false;
    const std::size_t sign = is_digit(plain.front()) || plain.front() == '.' ? 0 : 1;
    const std::size_t whole = plain.size() - 4 - sign;
    return whole >= 1 && whole <= 3 && (plain[sign] != '0' || whole > 1);
}

ScannedNumber scan_plain(std::string_view text, const NumberReading& reading,
                         std::string& scratch) {
    const bool point = text.find('.') != std::string_view::npos;
    ScannedNumber number{.shape = NumberShape::told, .plain = text};
    if (!point) return number;
    number.mark = DecimalMark::point;
    number.proves = !may_group(text);
    if (number.proves) return number;
    number.shape = NumberShape::open;
    if (!reading.mark) {
        number.plain = {};
    } else if (*reading.mark != DecimalMark::point) {
        scratch = text;
        std::erase(scratch, '.');
        number.plain = scratch;
    }
    return number;
}

}  // namespace

ScannedNumber scan_number(std::string_view text, const NumberReading& reading,
                          std::string& scratch) {
    if (is_plain(text)) return scan_plain(text, reading, scratch);
    if (text.size() > kMaxNumberBytes) return {};
    const Span span = digits_of(text);
    if (span.end == 0) return {};
    Around around{.before = text.substr(0, span.begin), .behind = text.substr(span.end)};
    if (!around.take_signs()) return {};
    std::string core;
    if (around.leading_mark != '\0') core += around.leading_mark;
    if (!fold_into(text.substr(span.begin, span.end - span.begin), core)) return {};
    ScannedNumber number;
    bool last_is_decimal = false;
    if (!judge(core, reading, number, last_is_decimal)) return {};
    number.unit = around.before.empty() ? around.behind : around.before;
    const std::size_t decimal = last_is_decimal ? core.find_last_of(".,/d") : core.size();
    scratch = around.negative ? "-" : "";
    for (std::size_t i = 0; i < core.size(); ++i) {
        if (i == decimal) scratch += '.';
        if (is_digit(core[i])) scratch += core[i];
    }
    if (number.shape == NumberShape::told || reading.mark) number.plain = scratch;
    return number;
}

}  // namespace vafa::ingest

#include "ingest/date_scan.h"

#include <cstdlib>
#include <string>

#include "base/text.h"
#include "ingest/cells.h"
#include "ingest/date_words.h"

namespace vafa::ingest {

namespace {

constexpr std::size_t kMaxPlainNumberBytes = 24;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

// Of a number: what it is and with how many digits it was written.
struct Digits {
    int value = 0;
    std::size_t count = 0;
};

// Reads the folded text from the left, whatever stands where.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    bool scan(ScannedDate& date);

private:
    std::size_t digits_ahead() const {
        std::size_t n = 0;
        while (n < rest_.size() && is_digit(rest_[n])) ++n;
        return n;
    }
    char at(std::size_t i) const { return i < rest_.size() ? rest_[i] : '\0'; }
    bool eat(char c) {
        if (at(0) != c || rest_.empty()) return false;
        rest_.remove_prefix(1);
        return true;
    }
    Digits number(std::size_t most) {
        Digits found;
        while (found.count < most && !rest_.empty() && is_digit(rest_.front())) {
            found.value = found.value * 10 + (rest_.front() - '0');
            ++found.count;
            rest_.remove_prefix(1);
        }
        return found;
    }
    std::size_t skip_spaces() {
        std::size_t n = 0;
        while (eat(' ')) ++n;
        return n;
    }

    bool step();
    bool read_digits();
    bool read_triple();
    bool read_time(bool compact);
    bool read_fraction();
    bool read_compact(std::size_t digits);
    bool read_word();
    bool read_offset();
    bool read_mark();
    bool take_day_part(DayPart part);
    bool finish();
    bool finish_named();
    bool finish_triple();

    std::string_view rest_;
    ScannedDate* date_ = nullptr;
    std::array<Digits, 3> numbers_ = {};
    std::size_t count_ = 0;  // of numbers_
    int month_ = 0;          // by name
    int hour_ = -1;
    std::int64_t after_hour_ms_ = 0;
    DayPart part_ = DayPart::none;
};

bool Scanner::scan(ScannedDate& date) {
    date_ = &date;
    while (!rest_.empty()) {
        if (!step()) return false;
    }
    return finish();
}

bool Scanner::step() {
    const char c = rest_.front();
    if (is_digit(c)) return read_digits();
    if (c == ' ' || c == ',') return eat(c);
    if (is_letter(c)) return read_word();
    if ((c == '+' || c == '-') && hour_ >= 0 && is_digit(at(1))) return read_offset();
    return read_mark();
}

// "(UTC+3)" and the like after all that matters; a mark between two parts.
bool Scanner::read_mark() {
    const char c = rest_.front();
    if (c == '(' && date_->offset_ms) {
        rest_ = {};
        return true;
    }
    if (c == '-' || c == '/' || c == '.' || c == '\'' || c == '|') return eat(c);
    return false;
}

bool Scanner::read_digits() {
    const std::size_t digits = digits_ahead();
    if (digits <= 2 && at(digits) == ':') return read_time(false);
    if (digits == 6 && hour_ < 0 && count_ == 3) return read_time(true);
    if (count_ == 0 && month_ == 0 &&
        (digits == 6 || digits == 8 || digits == 12 || digits == 14)) {
        return read_compact(digits);
    }
    if (digits > 4 || count_ == 3) return false;
    if (count_ == 0 && month_ == 0) return read_triple();
    numbers_[count_++] = number(4);
    return true;
}

// Three numbers with the same mark between them; or a number beside a month's name.
bool Scanner::read_triple() {
    numbers_[count_++] = number(4);
    skip_spaces();
    const char mark = at(0);
    if (mark != '-' && mark != '/' && mark != '.' && mark != '\\') return true;
    rest_.remove_prefix(1);
    skip_spaces();
    if (rest_.empty() || is_letter(at(0))) return true;
    for (const std::size_t most : {2U, 4U}) {
        if (most == 4) {
            skip_spaces();
            if (!eat(mark)) return false;
            skip_spaces();
        }
        numbers_[count_] = number(most);
        if (numbers_[count_++].count == 0) return false;
    }
    return !is_digit(at(0));
}

// 20240305, 202403051030, 20240305103015; 05032024 and 240305 of a column that has such.
bool Scanner::read_compact(std::size_t digits) {
    const std::string_view text = rest_.substr(0, digits);
    const std::string_view year = text.substr(0, 4);
    const bool year_first =
        (year >= "1300" && year <= "1500") || (year >= "1900" && year <= "2148");
    const bool month_after = digits > 6 && text.substr(4, 2) <= "12" && text.substr(6, 2) <= "31";
    if (digits == 6) {
        for (auto& part : numbers_) part = number(2);
    } else if (year_first && month_after) {
        numbers_ = {number(4), number(2), number(2)};
    } else if (digits == 8) {
        numbers_[0] = number(2);
        numbers_[1] = number(2);
        numbers_[2] = number(4);
    } else {
        return false;
    }
    count_ = 3;
    if (digits <= 8) return true;
    hour_ = number(2).value;
    const int minute = number(2).value;
    const int second = digits == 14 ? number(2).value : 0;
    if (hour_ > 24 || minute > 59 || second > 60) return false;
    after_hour_ms_ = (minute * 60 + second) * kMsPerSecond;
    return true;
}

// Of up to nine digits the first three count.
bool Scanner::read_fraction() {
    const std::size_t digits = digits_ahead();
    if (digits == 0 || digits > 9) return false;
    int value = 0;
    for (std::size_t i = 0; i < 3; ++i) value = value * 10 + (i < digits ? rest_[i] - '0' : 0);
    rest_.remove_prefix(digits);
    after_hour_ms_ += value;
    return true;
}

bool Scanner::read_time(bool compact) {
    if (hour_ >= 0) return false;
    hour_ = number(2).value;
    if (!compact) eat(':');
    const Digits minute = number(2);
    Digits second{0, 2};
    if (compact || eat(':')) second = number(2);
    if (minute.count != 2 || second.count != 2) return false;
    if (hour_ > 24 || minute.value > 59 || second.value > 60) return false;
    after_hour_ms_ = (minute.value * 60 + second.value) * kMsPerSecond;
    const bool fraction = !compact && (at(0) == '.' || at(0) == ',') && is_digit(at(1));
    if (!fraction) return true;
    rest_.remove_prefix(1);
    return read_fraction();
}

bool Scanner::take_day_part(DayPart part) {
    // «بعد از ظهر»: the word before says it.
    if (part_ != DayPart::none && part != DayPart::noon) return false;
    if (part_ == DayPart::none) part_ = part;
    return true;
}

// Letters and the dots between them: "мар.", "a.m.", «ق.ظ», "т". A word ends at a digit.
bool Scanner::read_word() {
    std::array<char, 40> word = {};
    std::size_t size = 0;
    std::size_t i = 0;
    for (; i < rest_.size() && (is_letter(rest_[i]) || rest_[i] == '.'); ++i) {
        if (rest_[i] == '.') continue;
        if (rest_.substr(i).starts_with("،")) break;
        if (size == word.size()) return false;
        word[size++] = rest_[i];
    }
    if (size == 0) {
        rest_.remove_prefix(std::string_view("،").size());
        return true;
    }
    rest_.remove_prefix(i);
    const std::string_view text(word.data(), size);
    if (text == "قبل" || text == "بعد") {
        return take_day_part(text == "قبل" ? DayPart::am : DayPart::pm);
    }
    const auto found = date_word(text);
    if (!found) return false;
    switch (found->kind) {
        case DateWord::Kind::month:
            if (month_ != 0 || count_ == 3) return false;
            month_ = found->month;
            date_->calendar = found->calendar;
            return true;
        case DateWord::Kind::day_part:
            return take_day_part(found->part);
        case DateWord::Kind::utc:
            if (hour_ < 0 || date_->offset_ms) return false;
            date_->offset_ms = 0;
            return true;
        case DateWord::Kind::t:
            return count_ > 0;
        case DateWord::Kind::filler:
            break;
    }
    return true;
}

bool Scanner::read_offset() {
    // "10:30 - 1403/05/02": a date after a time, no zone.
    const std::size_t digits = [&] {
        std::size_t n = 1;
        while (is_digit(at(n))) ++n;
        return n - 1;
    }();
    if (count_ == 0 && month_ == 0) return eat('-');
    if ((date_->offset_ms && *date_->offset_ms != 0) || digits == 3 || digits > 4) return false;
    const bool minus = rest_.front() == '-';
    rest_.remove_prefix(1);
    const int hours = number(2).value;
    const bool colon = eat(':');
    const Digits minutes = number(2);
    if ((colon || digits > 2) && minutes.count != 2) return false;
    if (hours > 18 || minutes.value > 59) return false;
    const std::int64_t ms = hours * kMsPerHour + minutes.value * 60 * kMsPerSecond;
    date_->offset_ms = minus ? -ms : ms;
    return true;
}

bool Scanner::finish() {
    if (part_ != DayPart::none && hour_ < 0) return false;
    if (hour_ >= 0) {
        date_->has_time = true;
        date_->ms_of_day = hour_of(hour_, part_) * kMsPerHour + after_hour_ms_;
        if (hour_ == 24 && after_hour_ms_ != 0) return false;
    }
    return month_ > 0 ? finish_named() : finish_triple();
}

// Of the two numbers beside a month's name the one with four digits is the year; else the latter.
bool Scanner::finish_named() {
    if (count_ != 2) return false;
    const bool year_first = numbers_[0].count == 4;
    const Digits year = numbers_[year_first ? 0 : 1];
    const Digits day = numbers_[year_first ? 1 : 0];
    if (day.count > 2 || (year.count != 4 && year.count != 2)) return false;
    date_->shape = DateShape::told;
    date_->two_digit_year = year.count == 2;
    date_->parts = {year.value, month_, day.value};
    return true;
}

bool Scanner::finish_triple() {
    if (count_ != 3 || numbers_[1].count > 2) return false;
    for (std::size_t i = 0; i < 3; ++i) date_->parts[i] = numbers_[i].value;
    const bool short_last = numbers_[2].count <= 2;
    if (numbers_[0].count == 4 && short_last) {
        date_->shape = DateShape::told;
    } else if (numbers_[0].count <= 2 && numbers_[2].count == 4) {
        date_->shape = DateShape::year_last;
    } else if (numbers_[0].count <= 2 && short_last) {
        date_->shape = DateShape::short_year;
    } else {
        return false;
    }
    return true;
}

// "45356.4375", "1709634600": digits and at most one mark. Six, eight, twelve and fourteen digits
// are dates written without marks, as far as they can be.
bool scan_plain_number(std::string_view text, ScannedDate& date) {
    if (text.size() > kMaxPlainNumberBytes) return false;
    std::array<char, kMaxPlainNumberBytes + 1> copy = {};
    std::size_t marks = 0;
    std::size_t whole = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool mark = text[i] == '.' || text[i] == ',';
        if (!mark && !is_digit(text[i])) return false;
        if (mark && (++marks > 1 || i == 0 || i + 1 == text.size())) return false;
        copy[i] = mark ? '.' : text[i];
        whole += marks == 0 ? 1 : 0;
    }
    const bool compact = marks == 0 && (whole == 6 || whole == 8 || whole == 12 || whole == 14);
    if (compact || whole < 4) return false;
    date.shape = DateShape::plain_number;
    date.number = std::strtod(copy.data(), nullptr);
    return true;
}

}  // namespace

ScannedDate scan_date(std::string_view text) {
    ScannedDate date;
    text = trimmed(text);
    if (text.empty() || text.size() > kMaxDateBytes) return date;
    std::string folded;
    std::array<char, kMaxDateBytes> lower = {};
    if (is_ascii(text)) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            lower[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c == '\t' ? ' ' : c;
        }
        text = {lower.data(), text.size()};
    } else {
        folded = search_key(text);
        text = folded;
    }
    if (scan_plain_number(text, date)) return date;
    if (!Scanner(text).scan(date)) return {};
    return date;
}

}  // namespace vafa::ingest

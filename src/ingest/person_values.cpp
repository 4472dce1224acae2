#include "ingest/person_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <vector>

#include "base/calendar.h"
#include "base/text.h"
#include "ingest/cells.h"
#include "ingest/header_names.h"

namespace vafa::ingest {

namespace {

using Tokens = std::vector<std::string>;

constexpr int kFirstYear = 1900, kLastYear = 2148;
constexpr int kFirstPersianBirth = 1279, kLastPersianBirth = 1500;
constexpr int kFirstTwoDigits = 30;   // 30–99 are of the last century, as spreadsheets have it
constexpr int kEpochSerial = 25'569;  // 1970-01-01 in a spreadsheet's days
constexpr int kFirstSerial = 10'000, kLastSerial = 60'000;

template <class Value>
using Words = std::map<std::string, Value, std::less<>>;

template <class Value, std::size_t N>
Words<Value> table(const std::array<std::pair<Value, std::string_view>, N>& rows) {
    Words<Value> words;
    for (const auto& [value, list] : rows) {
        for (const auto word : split(list)) words.emplace(header_key(word), value);
    }
    return words;
}

const Words<std::string_view>& genders() {
    using Row = std::pair<std::string_view, std::string_view>;
    static const auto kWords = table<std::string_view, 3>(std::array<Row, 3>{
        Row{"male", "male|m|man|men|boy|mr|masculine|مرد|مذکر|آقا|آقای|پسر|мужской|мужчина|муж|м"},
        Row{"female",
            "female|f|w|woman|women|girl|mrs|ms|miss|feminine|زن|مونث|مؤنث|خانم|بانو|دختر|"
            "женский|женщина|жен|ж"},
        Row{"other",
            "other|diverse|d|x|non binary|nonbinary|divers|سایر|دیگر|другой|иной|другое"}});
    return kWords;
}

const Words<bool>& consents() {
    using Row = std::pair<bool, std::string_view>;
    static const auto kWords = table<bool, 2>(std::array<Row, 2>{
        Row{true,
            "1|true|yes|y|t|on|agreed|agree|accepted|accepts|granted|subscribed|opted in|opt in|"
            "allowed|active|confirmed|بله|بلی|آری|دارد|فعال|عضو|موافق|رضایت دارد|تایید شده|مجاز|"
            "да|согласен|согласна|согласие|подписан|подписана|разрешено|истина|есть"},
        Row{false,
            "0|false|no|n|f|off|declined|disagreed|denied|unsubscribed|opted out|opt out|"
            "not subscribed|inactive|blocked|cancelled|خیر|نه|ندارد|غیرفعال|لغو|لغو شده|مخالف|"
            "نا موفق|عضو نیست|غیر مجاز|нет|не согласен|не согласна|отписан|отписана|"
            "не подписан|не подписана|отказ|запрещено|ложь"}});
    return kWords;
}

struct Month {
    int number = 0;
    CalendarKind calendar = CalendarKind::gregorian;
};

const Words<Month>& months() {
    static const auto kWords = [] {
        constexpr std::array<std::string_view, 12> kGregorian = {
            "january|jan|января|январь|янв|ژانویه",
            "february|feb|февраля|февраль|фев|فوریه",
            "march|mar|марта|март|мар|مارس",
            "april|apr|апреля|апрель|апр|آوریل",
            "may|мая|май|مه|می",
            "june|jun|июня|июнь|июн|ژوئن",
            "july|jul|июля|июль|июл|ژوئیه|جولای",
            "august|aug|августа|август|авг|اوت|آگوست",
            "september|sep|sept|сентября|сентябрь|сен|سپتامبر",
            "october|oct|октября|октябрь|окт|اکتبر",
            "november|nov|ноября|ноябрь|ноя|نوامبر",
            "december|dec|декабря|декабрь|дек|دسامبر"};
        constexpr std::array<std::string_view, 12> kPersian = {"فروردین|farvardin",
                                                               "اردیبهشت|ordibehesht",
                                                               "خرداد|khordad",
                                                               "تیر|tir",
                                                               "مرداد|امرداد|mordad",
                                                               "شهریور|shahrivar",
                                                               "مهر|mehr",
                                                               "آبان|aban",
                                                               "آذر|azar",
                                                               "دی|dey",
                                                               "بهمن|bahman",
                                                               "اسفند|esfand"};
        Words<Month> words;
        for (int i = 0; i < 12; ++i) {
            const auto at = static_cast<std::size_t>(i);
            for (const auto word : split(kGregorian[at])) {
                words.emplace(header_key(word), Month{i + 1, CalendarKind::gregorian});
            }
            for (const auto word : split(kPersian[at])) {
                words.emplace(header_key(word), Month{i + 1, CalendarKind::persian});
            }
        }
        return words;
    }();
    return kWords;
}

// Numbers and months of a date, without its time and the filling words (года, г., ماه, th).
struct Parts {
    std::vector<int> numbers;
    std::size_t digits_of_first = 0;
    std::optional<Month> month;
    bool persian_digits = false;
};

std::optional<Parts> parts_of(std::string_view text) {
    Parts parts;
    const std::string ascii = ascii_digits(text);
    parts.persian_digits = ascii != text;
    for (const auto& token : search_tokens(ascii)) {
        int number = 0;
        const char* const end = token.data() + token.size();
        const auto [at, failed] = std::from_chars(token.data(), end, number);
        if (failed == std::errc{} && at != token.data()) {
            if (parts.numbers.empty()) {
                parts.digits_of_first = static_cast<std::size_t>(at - token.data());
            }
            parts.numbers.push_back(number);  // "21st" and "10t00" keep their number
            continue;
        }
        const auto month = months().find(token);
        if (month != months().end() && !parts.month) parts.month = month->second;
    }
    if (parts.numbers.size() > 8) return std::nullopt;
    return parts;
}

std::string dated(CalendarKind calendar, Date date) {
    const auto day = from_date(calendar, date);
    if (!day) return {};
    const Date gregorian = to_date(CalendarKind::gregorian, *day);
    return fmt::format("{:04}-{:02}-{:02}", gregorian.year, gregorian.month, gregorian.day);
}

std::string yearless(CalendarKind calendar, int month, int day) {
    if (month < 1 || month > 12 || day < 1) return {};
    const int leap = calendar == CalendarKind::persian ? 1399 : 2000;
    if (day > days_in_month(calendar, leap, month)) return {};
    return fmt::format("--{}{:02}-{:02}", calendar == CalendarKind::persian ? "p" : "", month, day);
}

// Of four digits the calendar shows, of two the order and the hundred are the usual ones.
std::string with_year(int year, int month, int day) {
    if (year < 100) year += year < kFirstTwoDigits ? 2000 : 1900;
    if (year >= kFirstPersianBirth && year <= kLastPersianBirth) {
        return dated(CalendarKind::persian, {year, month, day});
    }
    if (year < kFirstYear || year > kLastYear) return {};
    return dated(CalendarKind::gregorian, {year, month, day});
}

std::string named_month(const Parts& parts) {
    const auto& [number, calendar] = *parts.month;
    const auto& n = parts.numbers;
    if (n.empty()) return {};
    const bool year_first = n[0] > 31;
    if (n.size() == 1) return year_first ? "" : yearless(calendar, number, n[0]);
    int year = year_first ? n[0] : n[1];
    const int day = year_first ? n[1] : n[0];
    if (calendar == CalendarKind::persian && year < 100) year += 1300;
    const bool in_range = calendar == CalendarKind::persian
                              ? year >= kFirstPersianBirth && year <= kLastPersianBirth
                              : year < 100 || (year >= kFirstYear && year <= kLastYear);
    if (!in_range) return {};
    return calendar == CalendarKind::persian ? dated(calendar, {year, number, day})
                                             : with_year(year, number, day);
}

// A day and a month, the year at either end. 5/3 is the fifth of March unless it cannot be.
std::string in_numbers(const Parts& parts, std::string_view text) {
    const auto& n = parts.numbers;
    if (n.size() == 2) {
        if (parts.persian_digits) return yearless(CalendarKind::persian, n[0], n[1]);
        const bool month_first = text.find('-') != std::string_view::npos || n[1] > 12;
        return month_first ? yearless(CalendarKind::gregorian, n[0], n[1])
                           : yearless(CalendarKind::gregorian, n[1], n[0]);
    }
    if (parts.digits_of_first >= 3) return with_year(n[0], n[1], n[2]);
    if (n[0] > 31) {  // two digits of a Persian year
        return dated(CalendarKind::persian, {n[0] + 1300, n[1], n[2]});
    }
    return n[1] > 12 ? with_year(n[2], n[0], n[1]) : with_year(n[2], n[1], n[0]);
}

std::string one_number(int number, std::size_t digits) {
    if (digits == 8) return with_year(number / 10'000, number / 100 % 100, number % 100);
    if (digits != 5 || number < kFirstSerial || number > kLastSerial) return {};
    const Date date = to_date(CalendarKind::gregorian, static_cast<Day>(number - kEpochSerial));
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace

std::string_view parse_gender(std::string_view text) {
    const auto found = genders().find(header_key(text));
    return found == genders().end() ? std::string_view() : found->second;
}

std::optional<bool> parse_consent(std::string_view text) {
    const auto found = consents().find(header_key(text));
    if (found == consents().end()) return std::nullopt;
    return found->second;
}

std::string parse_birthday(std::string_view text) {
    if (text.size() > 64) return {};
    const auto parts = parts_of(text);
    if (!parts) return {};
    if (parts->month) return named_month(*parts);
    if (parts->numbers.size() == 1) {
        return one_number(parts->numbers.front(), parts->digits_of_first);
    }
    return parts->numbers.size() < 2 ? std::string() : in_numbers(*parts, text);
}

std::string sorted_tags(std::string_view text) {
    std::vector<std::string> tags;
    const auto add = [&](std::string_view tag) {
        tag = trimmed(tag);
        if (!tag.empty()) tags.emplace_back(tag);
    };
    constexpr std::string_view kPersianComma = "،";
    std::size_t start = 0, at = 0;
    while (at < text.size()) {
        const bool persian = text.substr(at).starts_with(kPersianComma);
        if (!persian && std::string_view(",;|").find(text[at]) == std::string_view::npos) {
            ++at;
            continue;
        }
        add(text.substr(start, at - start));
        at += persian ? kPersianComma.size() : 1;
        start = at;
    }
    add(text.substr(start));
    std::sort(tags.begin(), tags.end());
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
    std::string joined;
    for (const auto& tag : tags) joined += (joined.empty() ? "" : ",") + tag;
    return joined;
}

}  // namespace vafa::ingest

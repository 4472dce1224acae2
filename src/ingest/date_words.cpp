#include "ingest/date_words.h"

#include <array>
#include <string>
#include <unordered_map>

#include "base/text.h"
#include "ingest/cells.h"

namespace vafa::ingest {

namespace {

using Kind = DateWord::Kind;

// One string a month, its names between '|': English, Russian (nominative, genitive, short) and
// Persian as they are said in Iran and Afghanistan.
constexpr std::array<std::string_view, 12> kGregorianMonths = {
    "january|jan|январь|января|янв|ژانویه|ژانویهٔ|جنوری",
    "february|feb|февраль|февраля|фев|февр|فوریه|فوریهٔ|فبروری",
    "march|mar|март|марта|мар|مارس|مارچ",
    "april|apr|апрель|апреля|апр|آوریل|آپریل|اپریل",
    "may|май|мая|مه|می|مهٔ",
    "june|jun|июнь|июня|июн|ژوئن|جون",
    "july|jul|июль|июля|июл|ژوئیه|ژوئیهٔ|ژوییه|جولای|جولایی",
    "august|aug|август|августа|авг|اوت|آگوست|اگست",
    "september|sep|sept|сентябрь|сентября|сен|сент|سپتامبر|سپتمبر",
    "october|oct|октябрь|октября|окт|اکتبر|اکتوبر",
    "november|nov|ноябрь|ноября|ноя|нояб|نوامبر|نومبر",
    "december|dec|декабрь|декабря|дек|دسامبر|دسمبر"};
// Persian, Latin letters as programs print them, and the names of Afghanistan.
constexpr std::array<std::string_view, 12> kPersianMonths = {"فروردین|farvardin|far|حمل",
                                                             "اردیبهشت|ordibehesht|ord|ثور",
                                                             "خرداد|khordad|kho|جوزا",
                                                             "تیر|tir|سرطان",
                                                             "مرداد|امرداد|mordad|amordad|mor|اسد",
                                                             "شهریور|shahrivar|shahrivar|sha|سنبله",
                                                             "مهر|mehr|meh|میزان",
                                                             "آبان|aban|aba|عقرب",
                                                             "آذر|azar|aza|قوس",
                                                             "دی|dey|جدی",
                                                             "بهمن|bahman|bah|دلو",
                                                             "اسفند|esfand|esf|حوت"};
constexpr std::string_view kFillers =
    "monday|mon|tuesday|tue|tues|wednesday|wed|thursday|thu|thur|thurs|friday|fri|saturday|sat|"
    "sunday|sun|"
    "понедельник|пн|вторник|вт|среда|ср|четверг|чт|пятница|пт|суббота|сб|воскресенье|вс|"
    "شنبه|یکشنبه|دوشنبه|سه\u200cشنبه|"
    "چهارشنبه|پنجشنبه|پنج\u200cشنبه|جمعه|آدینه|"
    "یک|"
    "دو|"
    "سه|"
    "چهار|"
    "پنج|"
    "at|on|of|in|the|st|nd|rd|th|date|time|"
    "г|год|года|в|го|е|от|ч|"
    "ساعت|مورخ|تاریخ|سال|ماه|روز|در|از|هجری|شمسی|خورشیدی|میلادی|و";
constexpr std::array<std::pair<DayPart, std::string_view>, 4> kDayParts = {
    {{DayPart::am,
      "am|ق.ظ|ق‌ظ|قبل‌ازظهر|صبح|بامداد|ق|утра|дп|до "
      "полудня"},
     {DayPart::pm,
      "pm|ب.ظ|ب‌ظ|بعدازظهر|بعد‌ازظهر|عصر|غروب|ب|вечера|пп|"
      "после "
      "полудня"},
     {DayPart::noon, "noon|ظهر|дня"},
     {DayPart::night, "شب|ночи"}}};
constexpr std::string_view kUtc = "z|utc|gmt|ut";

std::string without_dots(std::string word) {
    std::erase(word, '.');
    return word;
}

const std::unordered_map<std::string, DateWord>& words_of_dates() {
    static const auto kWords = [] {
        std::unordered_map<std::string, DateWord> built;
        const auto add = [&](std::string_view names, const DateWord& word) {
            for (const auto name : split(names)) {
                built.try_emplace(without_dots(search_key(name)), word);
            }
        };
        for (int month = 1; month <= 12; ++month) {
            const auto at = static_cast<std::size_t>(month - 1);
            add(kGregorianMonths[at], {Kind::month, CalendarKind::gregorian, month});
            add(kPersianMonths[at], {Kind::month, CalendarKind::persian, month});
        }
        for (const auto& [part, names] : kDayParts) {
            add(names, {.kind = Kind::day_part, .part = part});
        }
        add(kUtc, {.kind = Kind::utc});
        add("t", {.kind = Kind::t});
        add(kFillers, {.kind = Kind::filler});
        return built;
    }();
    return kWords;
}

}  // namespace

std::optional<DateWord> date_word(std::string_view word) {
    const auto found = words_of_dates().find(std::string(word));
    if (found == words_of_dates().end()) return std::nullopt;
    return found->second;
}

int hour_of(int hour, DayPart part) {
    constexpr int kFirstOfEvening = 5;  // «۸ شب» is eight in the evening, «۳ شب» three at night
    if (part == DayPart::none || hour > 12) return hour;
    switch (part) {
        case DayPart::am:
            return hour % 12;
        case DayPart::pm:
            return hour % 12 + 12;
        case DayPart::noon:
            return hour >= 10 ? hour : hour + 12;
        default:
            break;
    }
    return hour >= kFirstOfEvening && hour < 12 ? hour + 12 : hour % 12;
}

}  // namespace vafa::ingest

#include <array>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ingest/dates.h"

// Every day of two centuries, printed in every form that is known, is read back.
namespace vafa::ingest {
namespace {

constexpr std::array kEnglish = {"January",   "February", "March",    "April",
                                 "May",       "June",     "July",     "August",
                                 "September", "October",  "November", "December"};
constexpr std::array kRussian = {"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                                 "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
constexpr std::array kShortRussian = {"янв.", "февр.", "мар.",  "апр.", "мая",   "июн.",
                                      "июл.", "авг.",  "сент.", "окт.", "нояб.", "дек."};
constexpr std::array kPersian = {"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
                                 "مهر",     "آبان",     "آذر",   "دی",  "بهمن",  "اسفند"};
constexpr std::array kPersianGregorian = {"ژانویه",  "فوریه", "مارس",   "آوریل",
                                          "مه",      "ژوئن",  "ژوئیه",  "اوت",
                                          "سپتامبر", "اکتبر", "نوامبر", "دسامبر"};
constexpr std::array kWeekdays = {"دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه",
                                  "شنبه",   "یکشنبه"};

std::string persian_digits(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            out += "\xDB";
            out += static_cast<char>(0xB0 + (c - '0'));
        } else {
            out += c;
        }
    }
    return out;
}

template <class Names>
const char* name_of(const Names& names, int number) {
    return names[static_cast<std::size_t>(number - 1)];
}

// Day 10,000: smaller numbers could be anything.
constexpr Day kFirstSerial = -14'000;

int failures = 0;

void expect(const std::string& text, Day day, std::int64_t ms, const DateReading& reading) {
    const auto when = parse_when(text, reading);
    const bool right = when && when->day == day && when->ms_of_day == ms;
    if (!right && ++failures < 20) ADD_FAILURE() << text;
}

constexpr DateReading kDayFirst{.order = DateOrder::dmy};
constexpr DateReading kMonthFirst{.order = DateOrder::mdy};

void numeric_forms(Day day, Date d) {
    const auto& [y, m, n] = d;
    const std::int64_t ms = (day & 1) != 0 ? 37'800'000 : 0;
    const std::string time = ms != 0 ? " 10:30" : "";
    expect(fmt::format("{}-{:02}-{:02}{}", y, m, n, time), day, ms, {});
    expect(fmt::format("{}/{}/{}{}", y, m, n, time), day, ms, {});
    expect(fmt::format("{}{:02}{:02}", y, m, n), day, 0, {});
    expect(fmt::format("{:02}.{:02}.{}{}", n, m, y, time), day, ms, kDayFirst);
    expect(fmt::format("{}/{}/{}{}", n, m, y, time), day, ms, kDayFirst);
    expect(fmt::format("{}/{}/{} 10:30 {}", m, n, y, ms != 0 ? "AM" : "PM"), day,
           ms != 0 ? ms : 81'000'000, kMonthFirst);
    expect(persian_digits(fmt::format("{}/{:02}/{:02}{}", y, m, n, time)), day, ms, {});
    expect(fmt::format("10:30 - {}/{:02}/{:02}", y, m, n), day, 37'800'000, {});
}

void short_forms(Day day, Date d, CalendarKind calendar) {
    if (full_year(calendar, d.year % 100) != d.year) return;
    const int y = d.year % 100;
    const auto reading = [&](DateOrder order) {
        return DateReading{.order = order, .short_years = calendar};
    };
    expect(fmt::format("{:02}/{:02}/{:02}", y, d.month, d.day), day, 0, reading(DateOrder::ymd));
    expect(fmt::format("{}.{}.{:02}", d.day, d.month, y), day, 0, reading(DateOrder::dmy));
    expect(fmt::format("{}/{}/{:02}", d.month, d.day, y), day, 0, reading(DateOrder::mdy));
    expect(fmt::format("{:02}{:02}{:02}", y, d.month, d.day), day, 0, reading(DateOrder::ymd));
}

TEST(DatesProperty, EveryGregorianDayOfTwoCenturiesIsReadBackInEveryForm) {
    failures = 0;
    const Day first = *from_date(CalendarKind::gregorian, {1900, 1, 1});
    const Day last = *from_date(CalendarKind::gregorian, {2100, 12, 31});
    for (Day day = first; day <= last; ++day) {
        const Date d = to_date(CalendarKind::gregorian, day);
        numeric_forms(day, d);
        short_forms(day, d, CalendarKind::gregorian);
        expect(fmt::format("{} {} {}", d.day, name_of(kEnglish, d.month), d.year), day, 0, {});
        expect(fmt::format("{:.3} {}, {}", name_of(kEnglish, d.month), d.day, d.year), day, 0, {});
        expect(fmt::format("{} {} {} г.", d.day, name_of(kRussian, d.month), d.year), day, 0, {});
        expect(fmt::format("{:02} {} {}", d.day, name_of(kShortRussian, d.month), d.year), day, 0,
               {});
        expect(persian_digits(
                   fmt::format("{} {} {}", d.day, name_of(kPersianGregorian, d.month), d.year)),
               day, 0, {});
        if (day > kFirstSerial) {
            expect(std::to_string(day + 25'569), day, 0, {.count = DateCount::days_1900});
            expect(std::to_string(day + 24'107) + ".4375", day, 37'800'000,
                   {.count = DateCount::days_1904});
        }
    }
    EXPECT_EQ(failures, 0);
}

TEST(DatesProperty, EveryPersianDayOfTwoCenturiesIsReadBackInEveryForm) {
    failures = 0;
    const Day first = *from_date(CalendarKind::persian, {1300, 1, 1});
    const Day last = *from_date(CalendarKind::persian, {1500, 12, 29});
    for (Day day = first; day <= last; ++day) {
        const Date d = to_date(CalendarKind::persian, day);
        const char* month = name_of(kPersian, d.month);
        numeric_forms(day, d);
        short_forms(day, d, CalendarKind::persian);
        expect(fmt::format("{} {} {}", d.day, month, d.year), day, 0, {});
        expect(persian_digits(fmt::format("{} {}، {}", month, d.day, d.year)), day, 0, {});
        const auto weekday = static_cast<int>(weekday_of(day)) + 1;
        expect(persian_digits(
                   fmt::format("{} {} {} {}", name_of(kWeekdays, weekday), d.day, month, d.year)),
               day, 0, {});
    }
    EXPECT_EQ(failures, 0);
}

}  // namespace
}  // namespace vafa::ingest

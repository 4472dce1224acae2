#include "platform/i18n/dates.h"

#include <array>
#include <fmt/format.h>

#include "platform/i18n/numbers.h"

namespace vafa::i18n {
namespace {

using Months = std::array<std::string_view, 12>;
using Weekdays = std::array<std::string_view, 7>;

constexpr Months kGregorian[kLocales] = {
    {"January", "February", "March", "April", "May", "June", "July", "August", "September",
     "October", "November", "December"},
    {"ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر",
     "دسامبر"},
    {"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
     "ноябрь", "декабрь"},
};
constexpr Months kPersian[kLocales] = {
    {"Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban", "Azar",
     "Dey", "Bahman", "Esfand"},
    {"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن",
     "اسفند"},
    {"фарвардин", "ордибехешт", "хордад", "тир", "мордад", "шахривер", "мехр", "абан", "азер",
     "дей", "бахман", "эсфанд"},
};
// Russian says "21 of March".
constexpr Months kGregorianGenitive = {"января",   "февраля", "марта",  "апреля",
                                       "мая",      "июня",    "июля",   "августа",
                                       "сентября", "октября", "ноября", "декабря"};
constexpr Months kPersianGenitive = {"фарвардина", "ордибехешта", "хордада", "тира",
                                     "мордада",    "шахривера",   "мехра",   "абана",
                                     "азера",      "дея",         "бахмана", "эсфанда"};
constexpr Weekdays kWeekdays[kLocales] = {
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
    {"دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"},
    {"понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"},
};

std::string_view month_of_day(Locale locale, CalendarKind calendar, int month) {
    if (locale != Locale::ru) return month_name(locale, calendar, month);
    const bool gregorian = calendar == CalendarKind::gregorian;
    return (gregorian ? kGregorianGenitive : kPersianGenitive)[static_cast<std::size_t>(month - 1)];
}

}  // namespace

std::string_view month_name(Locale locale, CalendarKind calendar, int month) {
    const auto& names = calendar == CalendarKind::gregorian ? kGregorian : kPersian;
    return names[static_cast<std::size_t>(locale)][static_cast<std::size_t>(month - 1)];
}

std::string_view weekday_name(Locale locale, Weekday weekday) {
    return kWeekdays[static_cast<std::size_t>(locale)][static_cast<std::size_t>(weekday)];
}

std::string format_date(Locale locale, CalendarKind calendar, Day day) {
    const Date date = to_date(calendar, day);
    if (locale == Locale::ru)
        return fmt::format("{:02}.{:02}.{:04}", date.day, date.month, date.year);
    const char separator = locale == Locale::fa ? '/' : '-';
    return local_digits(locale, fmt::format("{:04}{}{:02}{}{:02}", date.year, separator, date.month,
                                            separator, date.day));
}

std::string format_long_date(Locale locale, CalendarKind calendar, Day day) {
    const Date date = to_date(calendar, day);
    const std::string_view comma = locale == Locale::fa ? "" : ",";
    const std::string_view year = locale == Locale::ru ? "\u00A0г." : "";
    return local_digits(
        locale, fmt::format("{}{} {} {} {}{}", weekday_name(locale, weekday_of(day)), comma,
                            date.day, month_of_day(locale, calendar, date.month), date.year, year));
}

std::string format_month(Locale locale, CalendarKind calendar, int year, int month) {
    return local_digits(locale, fmt::format("{} {}", month_name(locale, calendar, month), year));
}

}  // namespace vafa::i18n

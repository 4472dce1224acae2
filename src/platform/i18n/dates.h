#pragma once

#include <string>

#include "base/calendar.h"
#include "platform/i18n/i18n.h"

namespace vafa::i18n {

// "2025-03-21", "۱۴۰۴/۰۱/۰۱", "21.03.2025".
std::string format_date(Locale locale, CalendarKind calendar, Day day);
// "Friday, 21 March 2025", "جمعه ۱ فروردین ۱۴۰۴", "пятница, 21 марта 2025 г.". The order is ours:
// ICU's full Persian date puts the weekday last.
std::string format_long_date(Locale locale, CalendarKind calendar, Day day);
// "March 2025", "فروردین ۱۴۰۴", "март 2025".
std::string format_month(Locale locale, CalendarKind calendar, int year, int month);

std::string_view month_name(Locale locale, CalendarKind calendar, int month);  // 1 to 12
std::string_view weekday_name(Locale locale, Weekday weekday);

}  // namespace vafa::i18n

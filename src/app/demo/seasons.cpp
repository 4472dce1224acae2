#include "app/demo/seasons.h"

#include <algorithm>

namespace vafa::demo {
namespace {

// Days until the next 1 Farvardin (0 on the day itself), and since the last.
struct Nowruz {
    int until;
    int since;
};

Nowruz nowruz(Day day) {
    const Date date = to_date(CalendarKind::persian, day);
    const Day this_year = *from_date(CalendarKind::persian, {date.year, 1, 1});
    const Day next_year = *from_date(CalendarKind::persian, {date.year + 1, 1, 1});
    return {day == this_year ? 0 : next_year - day, day - this_year};
}

// Days from the fourth Friday of the same year's November.
int days_from_black_friday(Day day) {
    const Date date = to_date(CalendarKind::gregorian, day);
    Day friday = *from_date(CalendarKind::gregorian, {date.year, 11, 22});
    while (weekday_of(friday) != Weekday::friday) ++friday;
    return day - friday;
}

double nowruz_factor(Day day) {
    const Nowruz n = nowruz(day);
    if (n.until > 0 && n.until <= 28) return 1.0 + 1.4 * (29 - n.until) / 28.0;
    if (n.since < 14) return 0.35;
    return 1.0;
}

double black_friday_factor(Day day) {
    const int away = days_from_black_friday(day);
    if (away == 0) return 2.6;
    return away >= -3 && away <= 3 ? 1.7 : 1.0;
}

double softened(double factor, double weight) { return 1.0 + (factor - 1.0) * weight; }

}  // namespace

double season_factor(Market market, Day day) {
    const bool iran = market == Market::iran;
    const double nowruz_part = softened(nowruz_factor(day), iran ? 1.0 : 0.1);
    const double friday_part = softened(black_friday_factor(day), iran ? 0.5 : 1.0);
    const Weekday rest = iran ? Weekday::friday : Weekday::sunday;
    const double week_part = weekday_of(day) == rest ? 0.8 : 1.03;
    return std::min(kPeak, nowruz_part * friday_part * week_part);
}

}  // namespace vafa::demo

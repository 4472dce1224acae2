#pragma once

#include <boost/describe/enum.hpp>

#include "base/calendar.h"

// The enumerations of base/calendar.h as the codec knows them: base itself has no Boost.Describe.
namespace vafa {

BOOST_DESCRIBE_ENUM(CalendarKind, gregorian, persian)
BOOST_DESCRIBE_ENUM(PeriodKind, day, week, month, quarter, year)
BOOST_DESCRIBE_ENUM(Weekday, monday, tuesday, wednesday, thursday, friday, saturday, sunday)

}  // namespace vafa

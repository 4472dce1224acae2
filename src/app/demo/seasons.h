#pragma once

#include "app/demo/catalog.h"
#include "base/calendar.h"

namespace vafa::demo {

// How much more (or less) than usual a day sells: 1 is usual; never above kPeak.
// Nowruz: four rising weeks before 1 Farvardin, then two quiet ones; it is large in Iran and a
// ripple elsewhere. Black Friday: the week around the fourth Friday of November. A mild week
// rhythm.
inline constexpr double kPeak = 3.2;
double season_factor(Market market, Day day);

}  // namespace vafa::demo

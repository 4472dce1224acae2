#pragma once

#include <optional>

#include "base/calendar.h"
#include "ingest/dates.h"
#include "ingest/number_scan.h"

namespace vafa::ingest {

// What is likely where the cells prove nothing: from the user, the currency and the language of the
// file's header.
struct ValueHints {
    Day today = 0;
    std::optional<DateOrder> order_told = {};   // by the user: no guess
    std::optional<DecimalMark> mark_told = {};  // by the user
    std::optional<CalendarKind> calendar_told = {};
    bool from_1904 = false;      // by the user: plain numbers count days since 1904
    bool month_first = false;    // where the month is usually written before the day
    bool persian = false;        // Persian words or rials
    bool comma_decimal = false;  // where the comma is usually the decimal mark
    int currency_digits = 2;     // of the minor unit; none: amounts have no decimals
};

}  // namespace vafa::ingest

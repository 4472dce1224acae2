#pragma once

#include <array>

#include "ingest/dates.h"
#include "ingest/fields.h"
#include "ingest/number_scan.h"

namespace vafa::ingest {

inline constexpr std::array kDateFields = {Field::ordered_at, Field::modified_at};
// Every field that a row parser reads as a number; quantity alone is no money.
inline constexpr std::array kNumberFields = {Field::amount,     Field::total,         Field::tax,
                                             Field::shipping,   Field::discount,      Field::refund,
                                             Field::unit_price, Field::line_discount, Field::cost,
                                             Field::unit_cost,  Field::quantity};

// How the cells of one file are to be read, by field.
struct ValueReadings {
    std::array<DateReading, kFieldCount> dates = {};
    std::array<NumberReading, kFieldCount> numbers = {};

    const DateReading& date(Field field) const { return dates[index_of(field)]; }
    const NumberReading& number(Field field) const { return numbers[index_of(field)]; }
    bool operator==(const ValueReadings&) const = default;
};

}  // namespace vafa::ingest

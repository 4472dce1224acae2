// Any text as a date under every reading: in range, the same again, and what is printed of it is
// read back as the same day.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/result.h"
#include "ingest/column_dates.h"
#include "ingest/dates.h"

namespace {

using namespace vafa;
using namespace vafa::ingest;

constexpr Day kFirst = -25'567;  // 1900-01-01
constexpr Day kLast = 65'744;    // 2149-12-31

DateReading reading_of(std::uint8_t choice) {
    DateReading reading;
    if ((choice & 3) != 3) reading.order = static_cast<DateOrder>(choice & 3);
    if ((choice & 4) != 0) reading.short_years = CalendarKind::persian;
    if ((choice & 8) != 0) reading.count = static_cast<DateCount>((choice >> 4) & 3);
    return reading;
}

void check(const When& when) {
    VAFA_ASSERT(when.day >= kFirst && when.day <= kLast);
    VAFA_ASSERT(when.ms_of_day >= 0 && when.ms_of_day <= kMsPerDay + kMsPerSecond);
    VAFA_ASSERT(!when.offset_ms || std::abs(*when.offset_ms) <= 19 * kMsPerHour);
    const auto again = parse_when(day_label(when.calendar, when.day));
    VAFA_ASSERT(again && again->day == when.day && !again->has_time);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const DateReading reading = reading_of(data[0]);
    const auto when = parse_when(text, reading);
    VAFA_ASSERT(when == parse_when(text, reading));
    if (when) check(*when);
    const auto scanned = scan_date(text);
    if (scanned.shape == DateShape::none) VAFA_ASSERT(!when);
    if (is_open(scanned, reading)) VAFA_ASSERT(!when);
    ColumnDates column(20'000);
    column.see(text, 1);
    const auto decision = column.decide({.today = 20'000});
    if (const auto decided = parse_when(text, decision.reading)) check(*decided);
    return 0;
}
